#include "scaffold/template_tree.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/near_names.hpp"
#include "base/paths.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::string_view kFilesFolder = "files/";
constexpr std::string_view kShorthands[] = {"https://", "http://", "git+", "git@", "ssh://",
                                            "git://",   "gh:",     "gl:",  "bb:"};

bool is_remote(std::string_view name) {
  return std::any_of(std::begin(kShorthands), std::end(kShorthands),
                     [=](std::string_view prefix) { return name.starts_with(prefix); });
}

/// `services/django-rest/` of a built-in template, from the path of its manifest.
std::string_view folder_of(std::string_view manifest) {
  return manifest.substr(0, manifest.size() - kManifestName.size());
}

bool is_manifest(std::string_view path) {
  return path == kManifestName || path.ends_with("/" + std::string(kManifestName));
}

Error template_error(std::string path, std::string message, std::string help = {}) {
  return file_failure("template", std::move(path), std::move(message), std::move(help));
}

void place(TemplateTree& tree, std::string path, TemplateFile file) {
  const bool is_rendered = path.starts_with(kFilesFolder);
  file.path = is_rendered ? path.substr(kFilesFolder.size()) : std::move(path);
  (is_rendered ? tree.files : tree.parts).push_back(std::move(file));
}

/// Reads one template's folder; lives for one call of read_folder().
class FolderReader {
 public:
  FolderReader(const FileReader& files, TemplateTree& tree) : files_(files), tree_(tree) {}

  Status read(const std::string& below) {
    TIZZA_TRY(const auto entries, files_.list(join_path(tree_.folder, below)));
    for (const auto& entry : entries) {
      const std::string path = below.empty() ? entry.name : below + "/" + entry.name;
      if (path == kManifestName || path == ".git") continue;
      TIZZA_CHECK(entry.type == FileType::kDirectory ? read(path) : add(path, entry.type));
    }
    return {};
  }

 private:
  Status add(const std::string& path, FileType type) {
    const std::string at = join_path(tree_.folder, path);
    if (++count_ > kMostFiles) return template_error(at, "the template has too many files");
    TemplateFile file;
    if (type == FileType::kSymlink) {
      TIZZA_TRY(file.bytes, files_.read_link(at));
      file.is_symlink = true;
      TIZZA_CHECK(check_link(at, path, file.bytes));
    } else if (type != FileType::kRegular) {
      return template_error(at, "`" + at + "` is no regular file", "take it out of the template");
    } else {
      TIZZA_TRY(file.bytes, files_.read_file(at));
      if (const auto info = files_.info(at)) file.mode = info->mode & 0111 ? 0755 : 0644;
    }
    bytes_ += file.bytes.size();
    if (bytes_ > kMostTemplateBytes) return template_error(at, "the template is too large");
    place(tree_, path, std::move(file));
    return {};
  }

  static Status check_link(const std::string& at, const std::string& path,
                           const std::string& target) {
    const std::string lands = normal_path(join_path(parent_path(path), target));
    if (!target.starts_with('/') && lands != ".." && !lands.starts_with("../")) return {};
    return template_error(at, "link `" + at + "` leaves the template for `" + target + "`",
                          "let it point to a file of the template");
  }

  const FileReader& files_;
  TemplateTree& tree_;
  size_t count_ = 0;
  size_t bytes_ = 0;
};

void sort_by_path(std::vector<TemplateFile>& files) {
  std::sort(files.begin(), files.end(),
            [](const TemplateFile& a, const TemplateFile& b) { return a.path < b.path; });
}

}  // namespace

std::vector<std::string> built_in_names() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (!is_manifest(file.path)) continue;
    const auto folder = folder_of(file.path);
    names.push_back(file_name(folder.substr(0, folder.size() - 1)));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<TemplateTree> read_built_in(const std::string& name) {
  TemplateTree tree;
  std::string_view root;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (is_manifest(file.path) && folder_of(file.path).ends_with("/" + name + "/")) {
      root = folder_of(file.path);
    }
  }
  if (root.empty()) {
    std::string help = near_names_help(name, built_in_names());
    if (help.empty()) help = "run `tizza template list` to see the templates";
    return failure("template", "there is no template `" + name + "`", std::move(help));
  }
  tree.source = name;
  tree.folder = "templates/" + std::string(root.substr(0, root.size() - 1));
  for (const EmbeddedFile& file : embedded_templates()) {
    if (!file.path.starts_with(root)) continue;
    const auto path = file.path.substr(root.size());
    if (path == kManifestName) {
      tree.manifest =
          std::make_shared<Source>(join_path(tree.folder, path), std::string(file.bytes));
    } else {
      place(tree, std::string(path), {{}, std::string(file.bytes), file.mode, false});
    }
  }
  return tree;
}

Result<TemplateTree> read_folder(const FileReader& files, const std::string& folder) {
  TemplateTree tree;
  tree.source = folder;
  tree.folder = normal_path(folder);
  const std::string manifest = join_path(tree.folder, kManifestName);
  if (files.is_directory(tree.folder) && !files.exists(manifest)) {
    return template_error(tree.folder,
                          "folder `" + folder + "` has no `" + std::string(kManifestName) + "`",
                          "a template is a folder with that file and a folder `files`");
  }
  TIZZA_TRY(std::string text, files.read_file(manifest));
  tree.manifest = std::make_shared<Source>(manifest, std::move(text));
  TIZZA_CHECK(FolderReader(files, tree).read(""));
  sort_by_path(tree.files);
  sort_by_path(tree.parts);
  return tree;
}

Result<TemplateTree> find_template(const FileReader& files, const std::string& name,
                                   const registry::Registry* registry) {
  if (is_remote(name)) {
    return failure("template", "template `" + name + "` is not on this machine",
                   "clone it and name its folder: tizza new ./FOLDER");
  }
  const bool is_path = name.find('/') != std::string::npos || name == "." || name == "..";
  if (is_path || files.exists(join_path(name, kManifestName))) return read_folder(files, name);
  const auto* entry = registry ? registry->find(registry::Kind::kTemplate, name) : nullptr;
  if (!entry) return read_built_in(name);
  const std::string source = entry->value.is_scalar() ? std::string(entry->value.text())
                                                      : std::string(entry->text("source"));
  if (is_remote(source)) return find_template(files, source, nullptr);
  const bool is_relative_path = source.find('/') != std::string::npos || source.starts_with('.');
  if (!is_relative_path) return read_built_in(source);
  return read_folder(files, join_path(registry->folder(), source));
}

}  // namespace tizza::scaffold
