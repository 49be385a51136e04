#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"

namespace tizza::app {

struct HelpOptions {
  bool colour = false;
  size_t width = 80;
};

/// The help of what `words` name: nothing (tizza itself), a group, a command, or a topic such as
/// `exit-codes`. An error with near names where they name nothing.
Result<std::string> help_text(const std::vector<std::string>& words, const HelpOptions& options);

/// Prints that page, in the colours and the width of this call.
Result<Verdict> show_help(const std::vector<std::string>& words, commands::Context& context);

/// `--format <format>`, `-d, --data <key=value>`: how help and man pages name a flag.
std::string flag_title(const commands::FlagSpec& flag);

/// The summary with what can be said of values: choices, default, environment, repetition.
std::string flag_meaning(const commands::FlagSpec& flag);

/// `tizza release plan [flags] [PACKAGE]...`
std::string usage_line(const commands::CommandSpec& command);

}  // namespace tizza::app
