#pragma once
#include <optional>
#include <string>

#include "base/result.hpp"
#include "registry/model.hpp"
#include "scaffold/manifest.hpp"
#include "text/value.hpp"

namespace tizza::scaffold {

/// The registry entry that a new project adds.
struct Registration {
  registry::Kind kind = registry::Kind::kService;
  std::string name;
  Value fields;
};

/// What the manifest's `register` comes to: its texts rendered, fields that come to nothing left
/// out, and `template` with source and version added to services. None where it has no `register`.
Result<std::optional<Registration>> render_registration(const Manifest& manifest,
                                                        const Value& context,
                                                        const std::string& source);

}  // namespace tizza::scaffold
