#include "fleet/spec_files.hpp"

#include "base/paths.hpp"
#include "base/uri.hpp"

namespace tizza::fleet {
namespace {

using registry::Item;
using registry::Registry;

Diagnostic missing(Node location, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.rule = "spec-file";
  diagnostic.message = std::move(message);
  diagnostic.at = location.location();
  diagnostic.pointer = location.pointer();
  diagnostic.help = std::move(help);
  return diagnostic;
}

class Search {
 public:
  Search(const Registry& registry, const FileReader& files) : registry_(registry), files_(files) {}

  void add(const Item& service) {
    for (const std::string_view field : {"swagger_file_location", "asyncapi_file_location"}) {
      const Node locations = service.value[field];
      if (locations.is_scalar() && !locations.text().empty()) add(service, locations);
      for (const Node location : locations.items()) add(service, location);
    }
  }

  SpecFiles take() { return std::move(found_); }

 private:
  void add(const Item& service, Node location) {
    const std::string text(location.text());
    if (split_uri(text).scheme) {
      found_.missing.push_back(missing(location, "`" + text + "` is not a local file",
                                       "name the file in the repository of the service"));
      return;
    }
    const auto folder = service_folder(registry_, service, files_);
    if (!folder) {
      found_.missing.push_back(missing(
          location, "service `" + service.name() + "` is not on this disk",
          "clone its repository to `" + join_path(registry_.folder(), service.name()) + "`"));
      return;
    }
    found_.paths.push_back(normal_path(join_path(*folder, text)));
  }

  const Registry& registry_;
  const FileReader& files_;
  SpecFiles found_;
};

}  // namespace

std::optional<std::string> service_folder(const Registry& registry, const Item& service,
                                          const FileReader& files) {
  for (const std::string& candidate : {std::string(service.text("path")),
                                       std::string(service.text("repository")), service.name()}) {
    if (candidate.empty() || split_uri(candidate).scheme) continue;
    const std::string folder = normal_path(join_path(registry.folder(), candidate));
    if (files.is_directory(folder)) return folder;
  }
  return std::nullopt;
}

SpecFiles spec_files(const Registry& registry, const FileReader& files) {
  Search search(registry, files);
  for (const Item& service : registry.items(registry::Kind::kService)) search.add(service);
  return search.take();
}

}  // namespace tizza::fleet
