#include "release/formats/cargo_workspace.hpp"

#include "base/paths.hpp"
#include "text/file_glob.hpp"
#include "text/reader.hpp"

namespace tizza::release {
namespace {

bool inherits(Node package) {
  return package["version"]["workspace"].as_bool().value_or(false);
}

}  // namespace

Result<std::set<std::string>> cargo_packages_of(Node manifest, const FileReader& files) {
  std::set<std::string> names;
  const Node own = manifest["package"];
  if (own["version"].is_scalar()) return std::set{std::string(own["name"].text())};
  if (inherits(own)) names.emplace(own["name"].text());
  const std::string folder = parent_path(manifest.document().path());
  for (const Node member : manifest["workspace"]["members"].items()) {
    const std::string pattern = join_path(member.text(), "Cargo.toml");
    TIZZA_TRY(const auto found, find_files(files, folder.empty() ? "." : folder, pattern));
    for (const std::string& path : found) {
      TIZZA_TRY(const DocumentPtr document, read_document_file(files, join_path(folder, path)));
      const Node package = document->root()["package"];
      if (inherits(package)) names.emplace(package["name"].text());
    }
  }
  return names;
}

}  // namespace tizza::release
