#include <map>
#include <set>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "schema/builtin.hpp"
#include "spec/rulesets/formats.hpp"
#include "spec/rulesets/ruleset_file.hpp"

namespace tizza::spec::rulesets {
namespace {

/// Passes on what it is told, each place once.
class Once final : public Sink {
 public:
  explicit Once(Sink& to) : to_(to) {}

  void report(Diagnostic diagnostic) override {
    is_used_ = true;
    const auto place =
        std::tuple(diagnostic.at.source.get(), diagnostic.at.span.begin, diagnostic.message);
    if (known_.insert(place).second) to_.report(std::move(diagnostic));
  }
  bool is_used() const { return is_used_; }

 private:
  Sink& to_;
  bool is_used_ = false;
  std::set<std::tuple<const Source*, uint32_t, std::string>> known_;
};

/// `contact.email`, `servers[0].url`, `x['a b']` in their parts.
std::vector<std::string> member_path(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  bool is_open = false;  // a part has begun
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.' || text[i] == '[') {
      if (is_open) parts.push_back(std::move(part));
      part.clear();
      is_open = text[i] == '.';
      if (text[i] == '.') continue;
      const size_t close = text.find(']', i);
      if (close == std::string_view::npos) return {std::string(text)};
      std::string_view inside = text.substr(i + 1, close - i - 1);
      const bool is_quoted = inside.size() > 1 && (inside[0] == '\'' || inside[0] == '"');
      if (is_quoted) inside = inside.substr(1, inside.size() - 2);
      parts.emplace_back(inside);
      i = close;
    } else {
      part += text[i];
      is_open = true;
    }
  }
  if (is_open) parts.push_back(std::move(part));
  return parts;
}

/// Moves an error of the JSONPath parser from the expression to where it stands in the ruleset.
Diagnostic placed(Diagnostic diagnostic, Node written, const std::string& expression) {
  const Span span = diagnostic.at.span;
  if (written.is_scalar() && written.text() == expression) {
    diagnostic.at = part_of(written, span.begin, span.size());
    return diagnostic;
  }
  const size_t column = span.begin + 1;
  diagnostic.message += " (character " + std::to_string(column) + " of `" + expression + "`)";
  diagnostic.at = written.location();
  return diagnostic;
}

class Definition {
 public:
  Definition(Node key, Node node, const DefinitionScope& scope)
      : key_(key), node_(node), scope_(scope), sink_(scope.sink) {}

  std::shared_ptr<const CustomRule> compile() {
    rule_->document = scope_.document;
    rule_->id = key_.text();
    read_texts();
    read_severity();
    const auto formats = own_formats();
    read_givens(formats.value_or(kAllVersions));
    const Node then = node_["then"];
    if (then.is_mapping()) read_check(then);
    for (const Node item : then.items()) read_check(item);
    fill_record(formats.value_or(kAllVersions));
    return sink_.is_used() ? nullptr : rule_;
  }

 private:
  void read_texts() {
    rule_->description = node_["description"].text();
    if (const Node message = node_["message"]) rule_->message = message.text();
    rule_->url = node_["documentationUrl"].text();
    if (rule_->url.empty() && !scope_.documentation_url.empty()) {
      rule_->url = std::string(scope_.documentation_url) + "#" + rule_->id;
    }
    rule_->is_resolved = node_["resolved"].as_bool().value_or(true);
    rule_->is_recommended = node_["recommended"].as_bool().value_or(true);
  }

  void read_severity() {
    const Node severity = node_["severity"];
    if (!severity) return;
    rule_->severity = read_severity_word(severity);
    rule_->is_off = !rule_->severity;
  }

  std::optional<Versions> own_formats() {
    if (const Node formats = node_["formats"]) return read_formats(formats, sink_);
    return scope_.formats;
  }

  /// Parses each expression once, for all versions in which it is meant.
  void read_givens(Versions formats) {
    const Node given = node_["given"];
    std::map<std::string, Versions> expressions;
    std::vector<std::string> order;
    Findings unsaid;  // about aliases of which nobody can tell whether they are there
    Sink& told = scope_.has_all_aliases ? static_cast<Sink&>(sink_) : unsaid;
    for (const VersionInfo& version : all_versions()) {
      if (!formats.has(version.version)) continue;
      for (auto& text : expand_given(given, version.version, scope_.aliases, told)) {
        const auto [known, is_new] = expressions.try_emplace(text);
        known->second = known->second | version.version;
        if (is_new) order.push_back(std::move(text));
      }
    }
    for (const std::string& text : order) {
      auto path = jsonpath::parse(text);
      if (path.ok()) {
        rule_->givens.push_back({expressions[text], *std::move(path)});
      } else {
        sink_.report(placed(path.error().diagnostic, written(given, text), text));
      }
    }
  }

  /// The scalar of `given` that holds the text, or the whole of it.
  static Node written(Node given, const std::string& text) {
    for (const Node item : given.items()) {
      if (item.text() == text) return item;
    }
    return given.is_sequence() && given.size() == 1 ? given.at(0) : given;
  }

  void read_check(Node then) {
    Check check;
    read_field(then["field"], check.field);
    const Node name = then["function"];
    const FunctionSpec* function = find_function(name.text());
    if (function == nullptr) return unknown_function(name);
    const Node options = then["functionOptions"];
    if (!fits(*function, options, name)) return;
    auto compiled = function->compile({scope_.document, options, name, scope_.files});
    if (!compiled.ok()) return sink_.report(compiled.error().diagnostic);
    check.function = *std::move(compiled);
    rule_->checks.push_back(std::move(check));
  }

  void read_field(Node written, Field& field) {
    if (!written) return;
    field.text = written.text();
    if (field.text == "@key") {
      field.kind = Field::Kind::kNames;
    } else if (field.text.starts_with('$')) {
      auto path = jsonpath::parse(field.text);
      if (!path.ok()) {
        return sink_.report(placed(path.error().diagnostic, written, field.text));
      }
      field.kind = Field::Kind::kPath;
      field.path = *std::move(path);
      field.matcher.emplace(std::vector<const jsonpath::Path*>{field.path.get()});
    } else {
      field.kind = Field::Kind::kMember;
      field.members = member_path(field.text);
    }
  }

  void unknown_function(Node name) {
    std::vector<std::string> names;
    for (const FunctionSpec* function : all_functions()) names.emplace_back(function->name);
    const std::string near = near_names_help(name.text(), names);
    sink_.report(ruleset_problem(
        name.location(), "there is no function `" + std::string(name.text()) + "`",
        near.empty() ? "functions in JavaScript are not run; `tizza help rulesets` lists those "
                       "that are"
                     : near));
  }

  bool fits(const FunctionSpec& function, Node options, Node name) {
    const std::string quoted = "`" + std::string(function.name) + "`";
    if (function.options.empty()) {
      if (!options || options.is_null() || options.size() == 0) return true;
      sink_.report(ruleset_problem(options.entry(0).key.location(), quoted + " takes no options",
                                   "leave `functionOptions` out"));
      return false;
    }
    if (options.is_mapping()) {
      Findings findings;
      const bool is_valid = schema::check_part(options, "ruleset", function.options, findings);
      for (Diagnostic& finding : findings.take()) sink_.report(std::move(finding));
      return is_valid;
    }
    if (function.name == "alphabetical") return true;
    sink_.report(ruleset_problem(name.location(), quoted + " needs `functionOptions`",
                                 "`tizza help rulesets` lists the functions and their options"));
    return false;
  }

  void fill_record(Versions versions) {
    Rule& record = rule_->rule;
    record.id = rule_->id;
    record.set = RuleSet::kCustom;
    record.severity = rule_->severity.value_or(Severity::kWarn);
    record.versions = versions;
    record.summary = rule_->description;
    record.url = rule_->url;
  }

  Node key_;
  Node node_;
  const DefinitionScope& scope_;
  Once sink_;
  std::shared_ptr<CustomRule> rule_ = std::make_shared<CustomRule>();
};

}  // namespace

std::shared_ptr<const CustomRule> compile_rule(Node key, Node definition,
                                               const DefinitionScope& scope) {
  return Definition(key, definition, scope).compile();
}

Versions read_formats(Node list, Sink& sink) {
  Versions versions;
  for (const Node item : list.items()) {
    if (const auto found = find_format(item.text())) {
      versions = versions | *found;
      continue;
    }
    const std::string near = near_names_help(item.text(), format_names());
    sink.report(ruleset_problem(
        item.location(), "there is no format `" + std::string(item.text()) + "`",
        near.empty() ? "formats are `oas2`, `oas3.1`, `asyncapi2` and their like" : near));
  }
  return versions;
}

}  // namespace tizza::spec::rulesets
