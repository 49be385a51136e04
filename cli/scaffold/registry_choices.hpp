#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "registry/model.hpp"
#include "text/value.hpp"

/// What a question's `from:` takes out of the registry. A null registry holds nothing.
namespace tizza::scaffold {

/// The names that `teams`, `services` or `packages` stand for; none for anything else.
std::vector<std::string> registry_names(const registry::Registry* registry,
                                        const std::string& from);

/// The first port from 8000 on that no URL of a service names.
int64_t next_free_port(const registry::Registry* registry);

/// An error where the value is no port, or one that a service has.
Status check_port(const registry::Registry* registry, const std::string& question,
                  const Value& value);

}  // namespace tizza::scaffold
