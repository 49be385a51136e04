#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "registry/checks.hpp"

namespace tizza::registry {
namespace {

/// What lies beside an absent file, as the registry would say it.
std::string near_files(std::string_view written, const std::string& path, const FileReader& files) {
  std::vector<std::string> names;
  if (const auto entries = files.list(parent_path(path))) {
    for (const DirectoryEntry& entry : *entries) {
      names.push_back(join_path(parent_path(written), entry.name));
    }
  }
  return near_names_help(written, names);
}

}  // namespace

void check_playbook_files(const Registry& registry, const FileReader& files, Sink& sink) {
  for (const Item& item : registry.items(Kind::kPlaybook)) {
    const Node written = item.value["path"];
    if (!written.is_string() || written.text().empty()) continue;
    const std::string folder = parent_path(item.value.document().path());
    const std::string path = normal_path(join_path(folder, std::string(written.text())));
    if (files.exists(path) && !files.is_directory(path)) continue;
    Diagnostic absent;
    absent.rule = "absent-playbook";
    absent.message = "playbook `" + item.name() + "` is to be in `" + path + "`, which is " +
                     (files.exists(path) ? "a folder" : "not there");
    absent.at = written.location();
    absent.pointer = written.pointer();
    absent.help = near_files(written.text(), path, files);
    if (absent.help.empty()) absent.help = "write the path from the folder of this file";
    sink.report(std::move(absent));
  }
}

}  // namespace tizza::registry
