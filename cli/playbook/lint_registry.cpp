#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "expr/template.hpp"
#include "playbook/inputs.hpp"
#include "playbook/lint.hpp"
#include "playbook/preflight.hpp"

namespace tizza::playbook {
namespace {

using registry::Kind;

/// A finding, and for whom it holds.
struct Shared {
  Diagnostic finding;
  std::vector<std::string> targets;
};

/// Keys whose value is an expression as a whole.
bool is_expression(std::string_view key) {
  return key == "when" || key == "where";
}

void check_syntax(Node node, Sink& sink, std::string_view key = {}) {
  for (const auto& [name, value] : node.entries()) check_syntax(value, sink, name.text());
  for (const Node item : node.items()) check_syntax(item, sink, key);
  if (!node.is_scalar()) return;
  const auto names =
      is_expression(key) ? expr::free_names_of_expression(node) : expr::free_names(node);
  if (!names.ok()) sink.report(names.error().diagnostic);
}

class RegistryLinter {
 public:
  RegistryLinter(const Playbook& playbook, const registry::Registry* registry)
      : playbook_(playbook), registry_(registry) {
    check_quoting(playbook, unquotable_);
  }

  void run(Sink& sink) {
    const Input* service = input_from("services");
    if (service == nullptr) {
      try_with({}, "");
    } else {
      for (const registry::Item& item : registry_->items(Kind::kService)) try_service(item);
    }
    for (Shared& shared : findings_) {
      shared.finding.rule = "unresolved";
      if (!shared.targets.front().empty()) {
        shared.finding.message += fmt::format(" for {}", shared.targets.front());
      }
      if (shared.targets.size() > 1) {
        shared.finding.message += fmt::format(" and {} more", shared.targets.size() - 1);
      }
      sink.report(std::move(shared.finding));
    }
  }

 private:
  const Input* input_from(std::string_view source) const {
    for (const Input& input : playbook_.inputs) {
      if (input.text("from") == source) return &input;
    }
    return nullptr;
  }

  void try_service(const registry::Item& item) {
    if (item.text("lifecycle") == "retired") return;
    std::map<std::string, std::string> given = {{input_from("services")->name, item.name()}};
    const Input* environment = input_from("service.environments");
    if (environment == nullptr) return try_with(given, item.name());
    // A service that runs nowhere is none that this playbook is for.
    for (const auto& [name, fields] : item.value["environments"].entries()) {
      given[environment->name] = name.text();
      try_with(given, fmt::format("{} in {}", item.name(), name.text()));
    }
  }

  /// Fills in all texts with stand-ins for what an operator would say.
  void try_with(const std::map<std::string, std::string>& given, const std::string& target) {
    const AskForInput stand_in =
        [](const InputQuestion& question) -> Result<std::optional<std::string>> {
      if (!question.choices.empty()) return std::optional(question.choices.front());
      return std::optional<std::string>("1.0.0");
    };
    InputSources sources;
    sources.registry = registry_;
    const auto scope = resolve_inputs(playbook_, given, sources, base_names(), stand_in);
    if (!scope.ok()) return;  // the playbook is not for this one (`where`)
    Findings found;
    check_texts(playbook_, *scope, found);
    for (const Diagnostic& finding : found.list()) add(finding, target);
  }

  static Value base_names() {
    Value names;
    Value person;
    person.set("name", "operator");
    person.set("host", "host");
    names.set("operator", std::move(person));
    Value before;
    before.set("version", "0.0.0");
    names.set("before", std::move(before));
    return names;
  }

  void add(const Diagnostic& finding, const std::string& target) {
    for (const Diagnostic& said : unquotable_.list()) {  // by lint_playbook()
      if (said.at.span.begin <= finding.at.span.begin && finding.at.span.end <= said.at.span.end) {
        return;
      }
    }
    for (Shared& shared : findings_) {
      if (shared.finding.at.span == finding.at.span && shared.finding.message == finding.message) {
        shared.targets.push_back(target);
        return;
      }
    }
    findings_.push_back({finding, {target}});
    std::string& help = findings_.back().finding.help;
    if (help.empty() && !target.empty()) {
      help = "give it in the registry, or say what holds without it: `| default(…)` or `when`";
    }
  }

  const Playbook& playbook_;
  const registry::Registry* registry_;
  Findings unquotable_;
  std::vector<Shared> findings_;
};

}  // namespace

bool needs_registry(const Playbook& playbook) {
  return std::any_of(playbook.inputs.begin(), playbook.inputs.end(), [](const Input& input) {
    return input.node["from"] && input.text("from") != "tags";
  });
}

void lint_texts(const Playbook& playbook, const registry::Registry* registry, Sink& sink) {
  RegistryLinter(playbook, registry).run(sink);
}

void lint_syntax(const Playbook& playbook, Sink& sink) {
  check_syntax(playbook.root(), sink);
}

}  // namespace tizza::playbook
