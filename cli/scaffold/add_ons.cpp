#include "scaffold/add_ons.hpp"

#include <algorithm>
#include <iterator>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/tree_builder.hpp"

namespace tizza::scaffold {
namespace {

bool asks_for(const Manifest& manifest, const std::string& id) {
  return std::any_of(manifest.questions.begin(), manifest.questions.end(),
                     [&](const Question& question) { return question.id == id; });
}

/// The add-on's own files, and everything else of the template as parts that lead there by `../`.
Result<TemplateTree> tree_of(const TemplateTree& tree, const std::string& folder) {
  TemplateTree own;
  own.source = tree.source;
  own.folder = join_path(tree.folder, folder);
  own.is_built_in = tree.is_built_in;
  own.version = tree.version;
  own.commit = tree.commit;
  TreeBuilder builder(own);
  const std::string prefix = folder + "/";
  std::vector<TemplateFile> others;
  for (TemplateFile part : tree.parts) {
    if (part.path.starts_with(prefix)) {
      part.path.erase(0, prefix.size());
      TIZZA_CHECK(builder.add(std::move(part)));
    } else {
      part.path = relative_path("/" + part.path, "/" + folder);
      others.push_back(std::move(part));
    }
  }
  TIZZA_CHECK(builder.finish(folder));
  own.parts.insert(own.parts.end(), others.begin(), others.end());
  return own;
}

Status check_questions(const Manifest& manifest, const AddOn& add_on) {
  for (const Question& question : add_on.manifest.questions) {
    if (!asks_for(manifest, question.id)) continue;
    return failure_at(question.place["id"].location(), "template",
                      "template `" + manifest.name + "` asks for `" + question.id + "` already",
                      "its answer is there for the add-on too; ask for what is new");
  }
  return {};
}

}  // namespace

std::vector<std::string> add_on_names(const Manifest& manifest) {
  std::vector<std::string> names;
  for (const std::string& folder : manifest.add_on_folders) names.push_back(file_name(folder));
  return names;
}

Result<AddOn> read_add_on(const TemplateTree& tree, const Manifest& manifest,
                          const std::string& name) {
  const auto found =
      std::find_if(manifest.add_on_folders.begin(), manifest.add_on_folders.end(),
                   [&](const std::string& folder) { return file_name(folder) == name; });
  if (found == manifest.add_on_folders.end()) {
    const auto names = add_on_names(manifest);
    std::string help = near_names_help(name, names);
    if (help.empty()) help = names.empty() ? "it has no add-ons" : "it has " + quoted_list(names);
    return failure("add-on", "template `" + manifest.name + "` has no add-on `" + name + "`",
                   std::move(help));
  }
  AddOn add_on;
  add_on.name = name;
  TIZZA_TRY(add_on.tree, tree_of(tree, *found));
  TIZZA_TRY(add_on.manifest, read_manifest(add_on.tree));
  TIZZA_CHECK(check_questions(manifest, add_on));
  return add_on;
}

Status add_files(const AddOn& add_on, Project files, Project& project) {
  for (TemplateFile& file : files) {
    if (find_file(project, file.path)) {
      return file_failure(
          "template", add_on.tree.folder,
          "add-on file `" + file.path + "` is one of the template, too",
          "let the template's own file ask: {% if '" + add_on.name + "' in add_ons %}");
    }
  }
  project.insert(project.end(), std::make_move_iterator(files.begin()),
                 std::make_move_iterator(files.end()));
  std::sort(project.begin(), project.end(),
            [](const TemplateFile& a, const TemplateFile& b) { return a.path < b.path; });
  return {};
}

Value take_typed(const Manifest& manifest, Value& typed) {
  Value own{Value::Mapping{}};
  auto* members = typed.as_mapping();
  if (!members) return own;
  for (const auto& [id, value] : *members) {
    if (asks_for(manifest, id)) own.set(id, value);
  }
  std::erase_if(*members,
                [&](const Value::Member& member) { return asks_for(manifest, member.first); });
  return own;
}

}  // namespace tizza::scaffold
