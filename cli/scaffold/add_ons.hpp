#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/rendering.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// A small template in a folder of another one: `tizza add` puts it into projects that the other
/// made. It has the other's version, sees the other's answers, and can include the other's parts.
struct AddOn {
  std::string name;
  TemplateTree tree;
  Manifest manifest;
};

/// The names of a template's add-ons: the last parts of their folders.
std::vector<std::string> add_on_names(const Manifest& manifest);

/// The add-on of this name. Errors (rule `template`): there is none, it has no manifest or a wrong
/// one, or it asks for what the template asks for.
Result<AddOn> read_add_on(const TemplateTree& tree, const Manifest& manifest,
                          const std::string& name);

/// Puts what an add-on made into the project that its template made; an error where the template
/// has a file of the same path.
Status add_files(const AddOn& add_on, Project files, Project& project);

/// Takes the members that a manifest asks for out of `typed`.
Value take_typed(const Manifest& manifest, Value& typed);

}  // namespace tizza::scaffold
