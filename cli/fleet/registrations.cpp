#include "fleet/registrations.hpp"

#include "base/paths.hpp"
#include "base/uri.hpp"
#include "fleet/spec_files.hpp"

namespace tizza::fleet {
namespace {

using registry::Item;
using registry::Kind;
using registry::Registry;

spec::Registration registration_of(const Registry& registry, const Item& service) {
  spec::Registration registration;
  registration.service = service.name();
  for (const auto& name : service.texts("owners")) {
    const Item* team = registry.find(Kind::kTeam, name);
    if (!team) continue;  // another check says so
    registration.owners.push_back(
        {name, std::string(team->text("email")), std::string(team->text("slack_channel"))});
  }
  return registration;
}

}  // namespace

spec::Registrations registrations(const Registry& registry, const FileReader& files) {
  spec::Registrations found;
  for (const Item& service : registry.items(Kind::kService)) {
    const auto folder = service_folder(registry, service, files);
    if (!folder) continue;
    for (const std::string_view field : {"swagger_file_location", "asyncapi_file_location"}) {
      for (const auto& location : service.texts(field)) {
        if (location.empty() || split_uri(location).scheme) continue;
        found.emplace(normal_path(join_path(*folder, location)),
                      registration_of(registry, service));
      }
    }
  }
  return found;
}

}  // namespace tizza::fleet
