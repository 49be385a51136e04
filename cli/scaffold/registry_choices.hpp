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

/// The port that `service` has already, or else the first one from 8000 on that no other has.
int64_t port_for(const registry::Registry* registry, const std::string& service);

/// An error where the value is no port, or one that another service than `service` has.
Status check_port(const registry::Registry* registry, const std::string& service,
                  const std::string& question, const Value& value);

}  // namespace tizza::scaffold
