#pragma once
#include <string>
#include <string_view>

#include "commands/context.hpp"
#include "playbook/journal.hpp"

namespace tizza::commands {

/// What a run is about, as messages say it: `` `oven` in `production` ``; empty where it is about
/// no service.
std::string subject_text(const std::string& service, const std::string& environment);

/// What a record of a journal says to people: time, step and words, with a line end.
std::string record_line(const playbook::Record& record);

/// Words for err(), each line behind `indent` blanks and with a line end. On a terminal they are
/// broken at blanks where they are wider; lines of a log are not.
std::string prose(std::string_view text, const Context& context, size_t indent = 0);

/// The same with a command behind them, which is never broken: one copies it.
std::string prose_and_command(std::string_view text, std::string_view command,
                              const Context& context);

}  // namespace tizza::commands
