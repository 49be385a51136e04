#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"

namespace tizza::scaffold {

class TemplateCache;

/// The file that makes a folder a template.
inline constexpr std::string_view kManifestName = "tizza-template.yaml";

/// The file that makes a folder a template of cookiecutter, where the other is not there.
inline constexpr std::string_view kCookiecutterFile = "cookiecutter.json";

/// One file below a template's `files/`.
struct TemplateFile {
  std::string path;   ///< Below `files/`, with `/`; may hold expressions.
  std::string bytes;  ///< For a symlink: its target.
  uint32_t mode = 0644;
  bool is_symlink = false;
};

/// A template as it was found: everything that `tizza new` reads, in memory.
struct TemplateTree {
  std::string source;  ///< What names it: `django-rest`, or a path.
  std::string
      folder;  ///< Where it stands, for messages: `templates/services/django-rest` or a path.
  bool is_built_in = false;
  bool is_cookiecutter = false;  ///< Then all its files are `parts`, by their whole paths.
  std::string version = {};      ///< The tag of its repository; else its manifest says it.
  std::string commit = {};       ///< Of its repository; empty where it is in none.
  SourcePtr manifest;
  std::vector<TemplateFile> files;  ///< Sorted by path.
  std::vector<TemplateFile> parts;  ///< What stands in other folders: for `include` and `import`.
};

/// The limits of what is read; beyond them a template is refused.
inline constexpr size_t kMostFiles = 20'000;
inline constexpr size_t kMostTemplateBytes = 256u << 20;

/// The names of the built-in templates, sorted.
std::vector<std::string> built_in_names();

/// A built-in template; an error (rule `template`) with near names where there is none.
Result<TemplateTree> read_built_in(const std::string& name);

/// A template in a folder. A device, a socket, or a link that leaves the folder is an error.
Result<TemplateTree> read_folder(const FileReader& files, const std::string& folder);

/// What a user names: a path (it holds a `/`, or is a folder with a manifest), a name of the
/// registry's `templates:`, a repository elsewhere (remote_source.hpp), or a built-in name.
/// `registry` may be null; without a `cache` nothing elsewhere can be read.
Result<TemplateTree> find_template(const FileReader& files, const std::string& name,
                                   const registry::Registry* registry,
                                   TemplateCache* cache = nullptr);

}  // namespace tizza::scaffold
