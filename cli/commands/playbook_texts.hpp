#pragma once
#include <string>

namespace tizza::commands {

/// What a run is about, as messages say it: `` `oven` in `production` ``; empty where it is about
/// no service.
std::string subject_text(const std::string& service, const std::string& environment);

}  // namespace tizza::commands
