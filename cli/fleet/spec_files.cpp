#include "fleet/spec_files.hpp"

#include "base/paths.hpp"
#include "base/uri.hpp"

namespace tizza::fleet {
namespace {

using registry::Item;
using registry::Registry;

Diagnostic finding(Node location, Severity severity, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.rule = "spec-file";
  diagnostic.severity = severity;
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
      return report(location, Severity::kInfo, "`" + text + "` is not looked at, as it is a URL",
                    "it is checked where its service keeps it");
    }
    const auto folder = service_folder(registry_, service, files_);
    if (!folder) {
      return report(
          location, Severity::kWarn,
          "service `" + service.name() + "` is not on this disk, so it is not checked",
          "clone its repository to `" + join_path(registry_.folder(), service.name()) + "`");
    }
    const std::string below = normal_path(text);
    if (below == ".." || below.starts_with("../") || below.starts_with('/')) {
      return report(location, Severity::kError,
                    "`" + text + "` lies outside of the folder of `" + service.name() + "`",
                    "name a file of the service's own repository");
    }
    const std::string path = normal_path(join_path(*folder, text));
    if (!files_.exists(path)) {
      return report(location, Severity::kError, "there is no file `" + path + "`",
                    "mend the path, or take it out of the registry");
    }
    found_.paths.push_back(path);
  }

  void report(Node location, Severity severity, std::string message, std::string help) {
    found_.findings.push_back(finding(location, severity, std::move(message), std::move(help)));
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
