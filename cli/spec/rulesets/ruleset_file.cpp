#include "spec/rulesets/ruleset_file.hpp"

#include <algorithm>
#include <set>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "base/uri.hpp"
#include "spec/rulesets/ruleset_form.hpp"
#include "text/pointer.hpp"
#include "text/reader.hpp"

namespace tizza::spec::rulesets {
namespace {

constexpr size_t kMostFiles = 100;  // rulesets within rulesets

/// Reads files and what they extend, each once.
class Reading {
 public:
  Reading(const FileReader& files, Sink& sink) : files_(files), sink_(sink) {}

  std::shared_ptr<const RulesetFile> read(const std::string& path);

  const FileReader& files() const { return files_; }
  Sink& sink() { return sink_; }
  const std::vector<std::string>& stack() const { return stack_; }

 private:
  const FileReader& files_;
  Sink& sink_;
  std::vector<std::string> stack_;
  std::map<std::string, std::shared_ptr<const RulesetFile>> known_;
};

/// `spectral:` and `tizza:` are for rulesets of ours.
bool has_built_in_prefix(std::string_view name) {
  return name.starts_with("spectral:") || name.starts_with("tizza:");
}

std::string built_in_help(std::string_view name) {
  const std::string near = near_names_help(name, built_in_names());
  return near.empty() ? "rulesets are " + quoted_list(built_in_names()) : near;
}

std::string package_help(std::string_view package) {
  const bool has_ours = package.find("owasp") != std::string_view::npos;
  return (has_ours ? "extend `tizza:owasp`, which looks for the same, or copy " : "copy ") +
         std::string("the package's ruleset to a file and extend that as `./…`");
}

bool ends_in_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

/// The parts of one file.
class Part {
 public:
  /// `broken`: pointers of what is not to be looked at.
  Part(Reading& reading, DocumentPtr document, std::set<std::string> broken)
      : reading_(reading),
        root_(document->root()),
        broken_(std::move(broken)),
        file_(std::make_shared<RulesetFile>()) {
    file_->path = document->path();
    file_->document = std::move(document);
  }

  std::shared_ptr<const RulesetFile> read() {
    refuse_functions();
    file_->lacks_rules = root_["extends"] && !sound(root_["extends"]);
    file_->extends = read_extends(sound(root_["extends"]));
    has_all_aliases_ = !file_->lacks_rules && (!root_["aliases"] || sound(root_["aliases"]));
    file_->aliases = read_aliases(sound(root_["aliases"]));
    const Aliases visible = visible_aliases(file_->extends, file_->aliases);
    formats_ = formats_of(sound(root_["formats"]), std::nullopt);
    file_->rules = read_rules(root_["rules"], visible, formats_);
    for (const Node item : root_["overrides"].items()) {
      if (sound(item)) read_override(item, visible);
    }
    for (const auto& [key, value] : sound(root_["except"]).entries()) read_exception(key, value);
    return file_;
  }

 private:
  Sink& sink() { return reading_.sink(); }

  /// The node, or nothing where its form is wrong somewhere.
  Node sound(Node node) const {
    if (!node || broken_.empty()) return node;
    const std::string pointer = node.pointer();
    const auto below = broken_.lower_bound(pointer + "/");
    const bool is_broken =
        broken_.contains(pointer) || (below != broken_.end() && below->starts_with(pointer + "/"));
    return is_broken ? Node() : node;
  }

  void refuse(const Location& at, std::string message, std::string help) {
    sink().report(ruleset_problem(at, std::move(message), std::move(help)));
  }

  void refuse_functions() {
    for (const std::string_view field : {"functions", "functionsDir"}) {
      const auto entry = root_.find(field);
      if (!entry || (entry->value.is_sequence() && entry->value.size() == 0)) continue;
      refuse(entry->key.location(),
             "`" + std::string(field) +
                 "` is not supported: functions in "
                 "JavaScript are not run",
             "write the checks with the functions that `tizza help rulesets` lists");
    }
  }

  // extends

  std::vector<Extension> read_extends(Node written) {
    std::vector<Extension> extensions;
    if (written.is_scalar()) add_extension(written, {}, extensions);
    for (const Node item : written.items()) {
      if (item.is_scalar()) {
        add_extension(item, {}, extensions);
      } else {
        add_extension(item.at(0), item.at(1), extensions);
      }
    }
    return extensions;
  }

  void add_extension(Node name, Node extent, std::vector<Extension>& to) {
    Extension extension;
    extension.place = name;
    extension.is_explicit = static_cast<bool>(extent);
    if (extent.text() == "all") extension.extent = Extent::kAll;
    if (extent.text() == "off") extension.extent = Extent::kOff;
    extension.built_in = find_built_in(name.text());
    if (!extension.built_in) extension.file = extended_file(name);
    const bool is_known = extension.built_in || extension.file;
    const bool is_whole = extension.built_in || (extension.file && !extension.file->lacks_rules);
    file_->lacks_rules = file_->lacks_rules || !is_whole;
    if (is_known) to.push_back(std::move(extension));
  }

  std::shared_ptr<const RulesetFile> extended_file(Node name) {
    const std::string text(name.text());
    const auto refused = [&](std::string message, std::string help) {
      refuse(name.location(), std::move(message), std::move(help));
      return nullptr;
    };
    if (has_built_in_prefix(text)) {
      return refused("there is no ruleset `" + text + "`", built_in_help(text));
    }
    if (split_uri(text).scheme && !text.starts_with('/')) {
      return refused("`" + text + "` is a URL: rulesets are read from files alone",
                     "keep a copy beside this ruleset and extend that");
    }
    if (ends_in_any(text, {".js", ".mjs", ".cjs", ".ts"})) {
      return refused("`" + text + "` is JavaScript, which is not run",
                     "write its rules in a YAML ruleset and extend that");
    }
    const std::string path = normal_path(join_path(parent_path(file_->path), text));
    if (!reading_.files().exists(path) && !text.starts_with('.') &&
        !ends_in_any(text, {".yaml", ".yml", ".json"})) {
      return refused("`" + text + "` is no file here: rulesets in npm packages are not read",
                     package_help(text));
    }
    if (std::find(reading_.stack().begin(), reading_.stack().end(), path) !=
        reading_.stack().end()) {
      return refused("the rulesets extend each other: " + way_to(path),
                     "take one of the `extends` out");
    }
    if (!reading_.files().exists(path)) {
      return refused("there is no file `" + path + "`",
                     "files are relative to the ruleset that extends them");
    }
    return reading_.read(path);
  }

  std::string way_to(const std::string& path) const {
    std::string way;
    const auto& stack = reading_.stack();
    for (auto it = std::find(stack.begin(), stack.end(), path); it != stack.end(); ++it) {
      way += "`" + *it + "` → ";
    }
    return way + "`" + path + "`";
  }

  // aliases

  Aliases read_aliases(Node written) {
    Aliases aliases;
    for (const auto& [key, value] : written.entries()) {
      Alias alias;
      alias.key = key;
      if (!value.is_mapping()) {
        alias.targets.push_back({kAllVersions, expressions(value)});
      }
      for (const Node target : value["targets"].items()) {
        alias.targets.push_back(
            {read_formats(target["formats"], sink()), expressions(target["given"])});
      }
      aliases.emplace(key.text(), std::move(alias));
    }
    return aliases;
  }

  static std::vector<Node> expressions(Node given) {
    if (given.is_scalar()) return {given};
    std::vector<Node> list;
    for (const Node item : given.items()) list.push_back(item);
    return list;
  }

  static Aliases visible_aliases(const std::vector<Extension>& extends, const Aliases& own) {
    Aliases visible = own;
    for (auto extension = extends.rbegin(); extension != extends.rend(); ++extension) {
      if (!extension->file) continue;
      visible.insert(extension->file->aliases.begin(), extension->file->aliases.end());
    }
    return visible;
  }

  // rules

  std::optional<Versions> formats_of(Node written, std::optional<Versions> otherwise) {
    return written ? std::optional(read_formats(written, sink())) : otherwise;
  }

  std::vector<RuleEntry> read_rules(Node written, const Aliases& aliases,
                                    const std::optional<Versions>& formats) {
    std::vector<RuleEntry> rules;
    for (const auto& [key, value] : written.entries()) {
      RuleEntry entry = {key, value, std::string(key.text()), {}, {}, {}};
      if (!sound(value)) {
        entry.is_broken = true;
      } else if (value.is_mapping()) {
        entry.definition =
            compile_rule(key, value,
                         {reading_.files(), file_->document, aliases, has_all_aliases_, formats,
                          root_["documentationUrl"].text(), sink()});
        entry.is_broken = entry.definition == nullptr;
      } else {
        entry.id = current_name(key.text());
        entry.is_on = value.as_bool();
        if (!entry.is_on) {
          entry.severity = read_severity_word(value);
          if (!entry.severity) entry.is_on = false;
        }
      }
      rules.push_back(std::move(entry));
    }
    return rules;
  }

  // overrides

  void read_override(Node written, const Aliases& visible) {
    Override made;
    made.place = written;
    bool has_pointers = false;
    for (const Node pattern : written["files"].items()) {
      made.files.push_back(file_pattern(pattern.text()));
      has_pointers = has_pointers || made.files.back().pointer;
    }
    made.extends = read_extends(written["extends"]);
    Aliases own = read_aliases(written["aliases"]);
    own.insert(visible.begin(), visible.end());
    made.rules = read_rules(written["rules"], visible_aliases(made.extends, own),
                            formats_of(written["formats"], formats_));
    if (has_pointers) check_pointed(written, made);
    file_->overrides.push_back(std::move(made));
  }

  /// For a part of a file only severities can be said.
  void check_pointed(Node written, const Override& made) {
    const auto extends = written.find("extends");
    if (extends) {
      refuse(extends->key.location(), "a part of a file (`#/…` in `files`) cannot extend rulesets",
             "say severities under `rules`");
    }
    for (const RuleEntry& entry : made.rules) {
      if (entry.is_broken) continue;
      if (!entry.definition && !(entry.is_on && entry.value.as_bool())) continue;
      refuse(entry.key.location(),
             "for a part of a file (`#/…` in `files`) a rule can only be given a severity",
             "write `" + entry.id + ": off` or another severity");
    }
  }

  static FilePattern file_pattern(std::string_view text) {
    const size_t hash = text.find('#');
    FilePattern pattern = {std::string(text.substr(0, hash)), std::nullopt};
    if (hash != std::string_view::npos) pattern.pointer = text.substr(hash + 1);
    if (pattern.glob.starts_with("./")) pattern.glob.erase(0, 2);
    if (pattern.glob.empty()) pattern.glob = "**";
    return pattern;
  }

  /// `except: {"file#/pointer": [rule]}` of older rulesets.
  void read_exception(Node key, Node list) {
    Override made;
    made.place = key;
    made.files.push_back(file_pattern(key.text()));
    for (const Node item : list.items()) {
      RuleEntry entry = {item, item, std::string(current_name(item.text())), {}, false, {}, false};
      made.rules.push_back(std::move(entry));
    }
    file_->overrides.push_back(std::move(made));
  }

  Reading& reading_;
  Node root_;
  std::set<std::string> broken_;
  bool has_all_aliases_ = true;
  std::shared_ptr<RulesetFile> file_;
  std::optional<Versions> formats_;
};

std::shared_ptr<const RulesetFile> Reading::read(const std::string& path) {
  const auto known = known_.find(path);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMostFiles || stack_.size() >= kMostFiles) {
    sink_.report(file_failure("ruleset", path, "a ruleset extends more than 100 files").diagnostic);
    return nullptr;
  }
  if (ends_in_any(path, {".js", ".mjs", ".cjs", ".ts"})) {
    sink_.report(file_failure("ruleset", path, "`" + path + "` is JavaScript, which is not run",
                              "write its rules in a YAML ruleset")
                     .diagnostic);
    return nullptr;
  }
  const auto info = files_.info(path);
  if (!info && has_built_in_prefix(path)) {
    sink_.report(
        failure("ruleset", "there is no ruleset `" + path + "`", built_in_help(path)).diagnostic);
    return nullptr;
  }
  // A pipe that somebody hands over is read; one that merely lies there would never end.
  if (info && info->type != FileType::kRegular && !path.starts_with("/dev/")) {
    sink_.report(file_failure("file", path, "`" + path + "` is no regular file").diagnostic);
    return nullptr;
  }
  auto document = read_document_file(files_, path, {.merge_keys = true});
  if (!document.ok()) {
    sink_.report(std::move(document).error().diagnostic);
    return nullptr;
  }
  auto broken = check_form(**document, sink_);
  if (!(*document)->root().is_mapping()) return nullptr;
  stack_.push_back(path);
  auto file = Part(*this, *document, std::move(broken)).read();
  stack_.pop_back();
  return known_.emplace(path, std::move(file)).first->second;
}

}  // namespace

std::shared_ptr<const RulesetFile> read_ruleset(const FileReader& files, const std::string& path,
                                                Sink& sink) {
  return Reading(files, sink).read(normal_path(path));
}

}  // namespace tizza::spec::rulesets
