#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/template_tree.hpp"
#include "text/value.hpp"

namespace tizza::scaffold {

/// A project in memory: what `tizza new` will write, sorted by path. Paths are safe: relative,
/// without `..`, no two alike, none below `.git`.
using Project = std::vector<TemplateFile>;

/// The file at a path, or null.
const TemplateFile* find_file(const Project& project, std::string_view path);

/// Renders every file of a template. Files ending in `.jinja` are rendered and lose that ending,
/// all others are copied byte for byte; parts of paths are rendered, and a path with an empty part
/// is left out. Errors have the place in the template (or name the path) and stop at the first.
Result<Project> render_project(const TemplateTree& tree, const Manifest& manifest,
                               const Value& context);

/// The part that templates include by this name, or null: a file beside `files`, or one in a folder
/// that the manifest names.
const TemplateFile* find_part(const TemplateTree& tree, const Manifest& manifest,
                              const std::string& name);

/// The hash by which a project's content is recorded: SHA-256 over paths, modes and contents.
std::string tree_hash(const Project& project);

/// One marker that a person must replace.
struct FillIn {
  std::string path;
  Position at;
  std::string line;  ///< The marker and what follows it on its line.
};

/// Adds every marker in a file of these bytes, unless it is no text.
void find_fill_ins(const std::string& path, std::string_view bytes,
                   const std::vector<std::string>& markers, std::vector<FillIn>& found);

/// Every marker in the text files of a project, by path and place.
std::vector<FillIn> find_fill_ins(const Project& project, const std::vector<std::string>& markers);

}  // namespace tizza::scaffold
