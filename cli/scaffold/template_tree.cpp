#include "scaffold/template_tree.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "scaffold/remote_source.hpp"
#include "scaffold/template_cache.hpp"
#include "scaffold/tree_builder.hpp"

namespace tizza::scaffold {
namespace {

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

/// Reads one template's folder; lives for one call of read_folder().
class FolderReader {
 public:
  FolderReader(const FileReader& files, TemplateTree& tree)
      : files_(files), folder_(tree.folder), builder_(tree) {}

  Status read(const std::string& name) {
    TIZZA_CHECK(read_below(""));
    return builder_.finish(name);
  }

 private:
  Status read_below(const std::string& below) {
    TIZZA_TRY(const auto entries, files_.list(below.empty() ? folder_ : join_path(folder_, below)));
    for (const auto& entry : entries) {
      const std::string path = below.empty() ? entry.name : below + "/" + entry.name;
      if (path == ".git") continue;
      TIZZA_CHECK(entry.type == FileType::kDirectory ? read_below(path) : add(path, entry.type));
    }
    return {};
  }

  Status add(const std::string& path, FileType type) {
    const std::string at = join_path(folder_, path);
    TemplateFile file;
    file.path = path;
    if (type == FileType::kSymlink) {
      TIZZA_TRY(file.bytes, files_.read_link(at));
      file.is_symlink = true;
    } else if (type != FileType::kRegular) {
      return template_error(at, "`" + at + "` is no regular file", "take it out of the template");
    } else {
      TIZZA_TRY(file.bytes, files_.read_file(at));
      if (const auto info = files_.info(at)) file.mode = info->mode & 0111 ? 0755 : 0644;
    }
    return builder_.add(std::move(file));
  }

  const FileReader& files_;
  const std::string& folder_;
  TreeBuilder builder_;
};

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
  tree.is_built_in = true;
  tree.folder = "templates/" + std::string(root.substr(0, root.size() - 1));
  TreeBuilder builder(tree);
  for (const EmbeddedFile& file : embedded_templates()) {
    if (!file.path.starts_with(root)) continue;
    TIZZA_CHECK(builder.add(
        {std::string(file.path.substr(root.size())), std::string(file.bytes), file.mode, false}));
  }
  TIZZA_CHECK(builder.finish(name));
  return tree;
}

Result<TemplateTree> read_folder(const FileReader& files, const std::string& folder) {
  TemplateTree tree;
  tree.source = folder;
  tree.folder = normal_path(folder);
  std::string manifest = join_path(tree.folder, kManifestName);
  const std::string other = join_path(tree.folder, kCookiecutterFile);
  if (!files.exists(manifest) && files.exists(other)) manifest = other;
  // Before all of it is read: a folder without a manifest may be anything, and large.
  const bool is_other = files.is_directory(tree.folder) && !files.exists(manifest);
  if (is_other) TIZZA_CHECK(TreeBuilder(tree).finish(folder));
  if (!is_other) TIZZA_CHECK(files.read_file(manifest));
  TIZZA_CHECK(FolderReader(files, tree).read(folder));
  return tree;
}

Result<TemplateTree> find_template(const FileReader& files, const std::string& name,
                                   const registry::Registry* registry, TemplateCache* cache) {
  if (is_remote(name)) {
    if (cache) return cache->read(name);
    return failure("template", "template `" + name + "` is not on this machine",
                   "clone it and name its folder: tizza new ./FOLDER");
  }
  const bool is_path = name.find('/') != std::string::npos || name == "." || name == "..";
  const bool is_folder = files.exists(join_path(name, kManifestName)) ||
                         files.exists(join_path(name, kCookiecutterFile));
  if (is_path || is_folder) return read_folder(files, name);
  const auto* entry = registry ? registry->find(registry::Kind::kTemplate, name) : nullptr;
  if (!entry) return read_built_in(name);
  const std::string source = entry->value.is_scalar() ? std::string(entry->value.text())
                                                      : std::string(entry->text("source"));
  if (is_remote(source)) return find_template(files, source, nullptr, cache);
  const bool is_relative_path = source.find('/') != std::string::npos || source.starts_with('.');
  if (!is_relative_path) return read_built_in(source);
  return read_folder(files, join_path(registry->folder(), source));
}

}  // namespace tizza::scaffold
