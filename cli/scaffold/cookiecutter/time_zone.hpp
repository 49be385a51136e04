#pragma once
#include <optional>
#include <string>

#include "expr/dates.hpp"
#include "ports/environment.hpp"
#include "ports/file_system.hpp"

namespace tizza::scaffold::cookiecutter {

/// The offset of a time zone at a time, out of the system's zone files (RFC 8536); `local` is the
/// zone of `TZ`, or else of the machine. None where there is no such zone.
std::optional<expr::TemplateClock::Zone> zone_at(const FileReader& files,
                                                 const Environment& environment,
                                                 const std::string& zone, int64_t at);

}  // namespace tizza::scaffold::cookiecutter
