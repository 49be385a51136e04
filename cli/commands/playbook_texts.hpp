#pragma once
#include <string>

#include "playbook/journal.hpp"

namespace tizza::commands {

/// What a run is about, as messages say it: `` `oven` in `production` ``; empty where it is about
/// no service.
std::string subject_text(const std::string& service, const std::string& environment);

/// What a record of a journal says to people: time, step and words, with a line end.
std::string record_line(const playbook::Record& record);

}  // namespace tizza::commands
