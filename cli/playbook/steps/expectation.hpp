#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "text/document.hpp"

/// The `expect:` of a step or a prerequisite.
namespace tizza::playbook {

/// Why a status is not the expected one (2xx where nothing is said), or none.
std::optional<std::string> refuse_status(Node expect, long status);

/// Why an exit code is not the expected one (0 where nothing is said), or none.
std::optional<std::string> refuse_exit(Node expect, int exit_code);

/// Why a text does not hold the pattern under `key` (`body`, `output`), or none.
std::optional<std::string> refuse_text(Node expect, std::string_view key, std::string_view text);

}  // namespace tizza::playbook
