#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "commands/context.hpp"

/// What this account approved to run, by the hash of its content: an edited file is a new one.
namespace tizza::commands {

bool is_approved(std::string_view content, const Context& context);

/// Approves the content; where it comes from, a path or a URL, is noted for people.
Status approve(std::string_view content, const std::string& path, Context& context);

}  // namespace tizza::commands
