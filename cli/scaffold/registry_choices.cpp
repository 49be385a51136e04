#include "scaffold/registry_choices.hpp"

#include <charconv>
#include <map>

#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

constexpr int64_t kFirstPort = 8000;
constexpr int64_t kLastPort = 65535;

/// The port that a URL says, or 0.
int64_t port_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return 0;
  const auto authority = url.substr(scheme + 3, url.find_first_of("/?#", scheme + 3) - scheme - 3);
  const size_t colon = authority.rfind(':');
  if (colon == std::string_view::npos) return 0;
  int64_t port = 0;
  const auto digits = authority.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return error == std::errc() && end == digits.data() + digits.size() ? port : 0;
}

void collect_ports(Node node, const std::string& service, std::map<int64_t, std::string>& ports) {
  if (const int64_t port = node.is_scalar() ? port_of(node.text()) : 0) {
    ports.emplace(port, service);
  }
  for (const Node item : node.items()) collect_ports(item, service, ports);
  for (const auto& [key, value] : node.entries()) collect_ports(value, service, ports);
}

/// The ports of all services but one, with the service that has each.
std::map<int64_t, std::string> ports_of_others(const registry::Registry* registry,
                                               const std::string& own) {
  std::map<int64_t, std::string> ports;
  if (!registry) return ports;
  for (const auto& service : registry->items(registry::Kind::kService)) {
    if (service.name() == own) continue;
    if (const auto port = service.value["port"].as_int()) ports.emplace(*port, service.name());
    collect_ports(service.value["healthcheck_url"], service.name(), ports);
    collect_ports(service.value["environments"], service.name(), ports);
  }
  return ports;
}

}  // namespace

std::vector<std::string> registry_names(const registry::Registry* registry,
                                        const std::string& from) {
  if (!registry) return {};
  for (const auto& kind : registry::kinds()) {
    if (kind.section == from) return registry->names(kind.kind);
  }
  return {};
}

int64_t port_for(const registry::Registry* registry, const std::string& service) {
  const auto* known = registry ? registry->find(registry::Kind::kService, service) : nullptr;
  if (known) {
    if (const auto own = known->value["port"].as_int()) return *own;
  }
  const auto ports = ports_of_others(registry, service);
  int64_t port = kFirstPort;
  while (ports.contains(port)) ++port;
  return port;
}

Status check_port(const registry::Registry* registry, const std::string& service,
                  const std::string& question, const Value& value) {
  const int64_t* port = value.as_int();
  if (!port || *port < 1 || *port > kLastPort) {
    return failure("answer",
                   "answer `" + question + "` is `" + write_json(value) + "`, which is no port",
                   "a port is a number from 1 to 65535");
  }
  const auto ports = ports_of_others(registry, service);
  const auto taken = ports.find(*port);
  if (taken == ports.end()) return {};
  return failure("answer",
                 "port `" + std::to_string(*port) + "` belongs to service `" + taken->second + "`",
                 "port `" + std::to_string(port_for(registry, service)) + "` is free");
}

}  // namespace tizza::scaffold
