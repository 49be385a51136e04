#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/help.hpp"
#include "report/wrap.hpp"

namespace tizza::app {

/// The page of a topic, such as `exit-codes` or `playbook-file`; none for other names.
std::optional<std::string> topic_page(std::string_view name, const HelpOptions& options);

std::vector<std::string> topic_names();

/// How the root page points to the topics.
std::vector<report::Term> topic_terms();

}  // namespace tizza::app
