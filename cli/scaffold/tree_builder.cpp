#include "scaffold/tree_builder.hpp"

#include <algorithm>

#include "base/paths.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::string_view kFilesFolder = "files/";

Error template_error(std::string path, std::string message, std::string help = {}) {
  return file_failure("template", std::move(path), std::move(message), std::move(help));
}

void sort_by_path(std::vector<TemplateFile>& files) {
  std::sort(files.begin(), files.end(),
            [](const TemplateFile& a, const TemplateFile& b) { return a.path < b.path; });
}

}  // namespace

Status TreeBuilder::add(TemplateFile file) {
  const std::string at = join_path(tree_.folder, file.path);
  if (++count_ > kMostFiles) return template_error(at, "the template has too many files");
  bytes_ += file.bytes.size();
  if (bytes_ > kMostTemplateBytes) return template_error(at, "the template is too large");
  if (file.is_symlink) {
    const std::string lands = normal_path(join_path(parent_path(file.path), file.bytes));
    if (file.bytes.starts_with('/') || lands == ".." || lands.starts_with("../")) {
      return template_error(at, "link `" + at + "` leaves the template for `" + file.bytes + "`",
                            "let it point to a file of the template");
    }
  }
  if (file.path == kManifestName && !file.is_symlink) {
    tree_.manifest = std::make_shared<Source>(at, std::move(file.bytes));
    return {};
  }
  const bool is_rendered = file.path.starts_with(kFilesFolder);
  if (is_rendered) file.path.erase(0, kFilesFolder.size());
  (is_rendered ? tree_.files : tree_.parts).push_back(std::move(file));
  return {};
}

void TreeBuilder::become_cookiecutter() {
  const auto found =
      std::find_if(tree_.parts.begin(), tree_.parts.end(),
                   [](const TemplateFile& file) { return file.path == kCookiecutterFile; });
  if (found == tree_.parts.end() || found->is_symlink) return;
  tree_.is_cookiecutter = true;
  tree_.manifest = std::make_shared<Source>(join_path(tree_.folder, found->path), found->bytes);
  tree_.parts.erase(found);
  for (TemplateFile& file : tree_.files) {
    file.path.insert(0, kFilesFolder);
    tree_.parts.push_back(std::move(file));
  }
  tree_.files.clear();
}

Status TreeBuilder::finish(const std::string& name) {
  if (!tree_.manifest) become_cookiecutter();
  if (!tree_.manifest) {
    return template_error(tree_.folder,
                          "folder `" + name + "` has no `" + std::string(kManifestName) + "`",
                          "a template is a folder with that file and a folder `files`");
  }
  sort_by_path(tree_.files);
  sort_by_path(tree_.parts);
  return {};
}

}  // namespace tizza::scaffold
