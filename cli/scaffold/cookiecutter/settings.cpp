#include <algorithm>
#include <array>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/cookiecutter/template.hpp"
#include "scaffold/interpolate.hpp"
#include "scaffold/tree_builder.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold::cookiecutter {
namespace {

// What they add is part of our language anyway.
constexpr std::array<std::string_view, 10> kExtensions = {
    "cookiecutter.extensions.JsonifyExtension",
    "cookiecutter.extensions.RandomStringExtension",
    "cookiecutter.extensions.SlugifyExtension",
    "cookiecutter.extensions.TimeExtension",
    "cookiecutter.extensions.UUIDExtension",
    "jinja2.ext.do",
    "jinja2.ext.loopcontrols",
    "jinja2.ext.autoescape",
    "jinja2.ext.with_",
    "jinja2_time.TimeExtension",
};

Error settings_error(const TemplateTree& tree, std::string message, std::string help = {}) {
  return file_failure("template", tree.manifest->path(), std::move(message), std::move(help));
}

Status check_extensions(const TemplateTree& tree, const Value& variables) {
  std::vector<std::string> unknown;
  const Value listed = variables["_extensions"];
  if (const auto* list = listed.as_list()) {
    for (const Value& extension : *list) {
      const auto* name = extension.as_string();
      const bool is_known =
          name && std::find(kExtensions.begin(), kExtensions.end(), *name) != kExtensions.end();
      if (!is_known) unknown.push_back(name ? *name : "?");
    }
  }
  if (unknown.empty()) return {};
  return settings_error(
      tree, "the template needs Python code that is not built in: " + quoted_list(unknown),
      "take it out of `_extensions`, or use cookiecutter itself");
}

/// Settings of Jinja2's that change nothing in what is made.
constexpr std::array<std::string_view, 3> kIdle = {"optimized", "cache_size", "auto_reload"};

/// Sets what is a text: a mark, or the line end. False where the name or the value is no such one.
bool set_text(std::string_view name, const Value& value, expr::Options& syntax) {
  const std::array<std::pair<std::string_view, std::string*>, 9> texts = {{
      {"block_start_string", &syntax.block_start},
      {"block_end_string", &syntax.block_end},
      {"variable_start_string", &syntax.variable_start},
      {"variable_end_string", &syntax.variable_end},
      {"comment_start_string", &syntax.comment_start},
      {"comment_end_string", &syntax.comment_end},
      {"newline_sequence", &syntax.newline_sequence},
      {"line_statement_prefix", &syntax.line_statement},
      {"line_comment_prefix", &syntax.line_comment},
  }};
  const auto* found = std::find_if(texts.begin(), texts.end(),
                                   [&](const auto& entry) { return entry.first == name; });
  if (found == texts.end()) return false;
  // No prefix is the same as a null.
  if (value.is_null()) return name.ends_with("_prefix");
  const std::string* text = value.as_string();
  const bool is_line_end = text && (*text == "\n" || *text == "\r\n" || *text == "\r");
  if (!text || text->empty() || (name == "newline_sequence" && !is_line_end)) return false;
  *found->second = *text;
  return true;
}

/// Sets what is on or off, by what Python takes for true. False where the name is none of these.
bool set_switch(std::string_view name, const Value& value, expr::Options& syntax) {
  if (name == "trim_blocks") {
    syntax.trim_blocks = is_true(value);
  } else if (name == "lstrip_blocks") {
    syntax.lstrip_blocks = is_true(value);
  } else if (name == "autoescape") {
    syntax.autoescape = is_true(value) ? expr::Autoescape::kHtml : expr::Autoescape::kNone;
  } else {
    return std::find(kIdle.begin(), kIdle.end(), name) != kIdle.end();
  }
  return true;
}

Status read_syntax(const TemplateTree& tree, const Value& given, expr::Options& syntax) {
  syntax.keep_trailing_newline = true;
  const auto* options = given.as_mapping();
  if (!options) return {};
  for (const auto& [name, value] : *options) {
    if (set_text(name, value, syntax) || set_switch(name, value, syntax)) continue;
    return settings_error(
        tree,
        "`_jinja2_env_vars` has `" + name + ": " + write_json(value) + "`, which is not known",
        "it takes Jinja2's marks, `trim_blocks`, `lstrip_blocks`, `autoescape`, and "
        "`newline_sequence` with one of `\\n`, `\\r\\n` and `\\r`");
  }
  return {};
}

/// `{"templates": {"name": {"path", "title", "description"}}}`, or of old
/// `{"template": ["label (path)"]}`.
Status read_menu(const TemplateTree& tree, Settings& settings) {
  const Value nested = settings.variables["templates"];
  if (const auto* entries = nested.as_mapping()) {
    for (const auto& [name, entry] : *entries) {
      const auto* path = entry["path"].as_string();
      if (!path) return settings_error(tree, "template `" + name + "` of the menu has no `path`");
      const auto* title = entry["title"].as_string();
      const auto* description = entry["description"].as_string();
      std::string label = title ? *title : name;
      if (description && *description != label) label += " (" + *description + ")";
      settings.menu.push_back({name, std::move(label), normal_path(*path)});
    }
  }
  const Value old = settings.variables["template"];
  if (const auto* entries = old.as_list()) {
    for (const Value& entry : *entries) {
      const std::string label = entry.as_string() ? *entry.as_string() : "";
      const size_t open = label.find('('), close = label.rfind(')');
      if (open == std::string::npos || close == std::string::npos || close < open) {
        return settings_error(tree, "`" + label + "` of the menu names no folder in parentheses");
      }
      const std::string name(trim(label.substr(0, open)));
      settings.menu.push_back({name, label, normal_path(label.substr(open + 1, close - open - 1))});
    }
  }
  settings.menu_prompt = "Select a template";
  const Value prompt = settings.prompts["templates"]["__prompt__"];
  if (const auto* text = prompt.as_string()) settings.menu_prompt = *text;
  return {};
}

}  // namespace

Result<Settings> read_settings(const TemplateTree& tree) {
  TIZZA_TRY(const DocumentPtr document, read_json(tree.manifest));
  Settings settings;
  settings.variables = Value::from(document->root());
  auto* variables = settings.variables.as_mapping();
  if (!variables) return settings_error(tree, "the file is no mapping of variables to values");
  settings.prompts = settings.variables["__prompts__"];
  std::erase_if(*variables,
                [](const Value::Member& member) { return member.first == "__prompts__"; });
  TIZZA_CHECK(check_extensions(tree, settings.variables));
  TIZZA_CHECK(read_syntax(tree, settings.variables["_jinja2_env_vars"], settings.syntax));
  TIZZA_CHECK(read_menu(tree, settings));
  return settings;
}

Result<TemplateTree> nested_template(const TemplateTree& tree, const std::string& folder) {
  if (folder == ".." || folder.starts_with("../") || folder.starts_with('/')) {
    return settings_error(tree, "folder `" + folder + "` of the menu leaves the template");
  }
  TemplateTree nested;
  nested.source = tree.source;
  nested.folder = join_path(tree.folder, folder);
  nested.version = tree.version;
  nested.commit = tree.commit;
  TreeBuilder builder(nested);
  for (const TemplateFile& file : tree.parts) {
    if (!file.path.starts_with(folder + "/")) continue;
    TemplateFile copy = file;
    copy.path.erase(0, folder.size() + 1);
    TIZZA_CHECK(builder.add(std::move(copy)));
  }
  TIZZA_CHECK(builder.finish(nested.folder));
  return nested;
}

}  // namespace tizza::scaffold::cookiecutter
