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

class TargetChecker {
 public:
  TargetChecker(const Playbook& playbook, const registry::Registry* registry,
                const ServiceValues& services)
      : playbook_(playbook) {
    sources_.registry = registry;
    sources_.checks_answers = false;
    sources_.service_value = [&services](const registry::Item& item) -> const Value& {
      return services.of(item);
    };
    check_quoting(playbook, unquotable_);
  }

  std::vector<TargetFindings> run() {
    const Input* service = input_from("services");
    if (service == nullptr) {
      try_with({}, {});
    } else {
      for (const registry::Item& item : sources_.registry->items(Kind::kService)) try_service(item);
    }
    return std::move(targets_);
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
    if (environment == nullptr) return try_with(given, {item.name(), "", {}});
    // A service that runs nowhere is none that this playbook is for.
    for (const auto& [name, fields] : item.value["environments"].entries()) {
      given[environment->name] = name.text();
      try_with(given, {item.name(), std::string(name.text()), {}});
    }
  }

  /// Fills in all texts with stand-ins for what an operator would say.
  void try_with(const std::map<std::string, std::string>& given, TargetFindings target) {
    const AskForInput stand_in =
        [](const InputQuestion& question) -> Result<std::optional<std::string>> {
      if (question.is_secret) return std::optional<std::string>(kSecretStandIn);
      if (question.default_value) return question.default_value;
      if (!question.choices.empty()) return std::optional(question.choices.front());
      return std::optional<std::string>("1.0.0");
    };
    auto scope = resolve_inputs(playbook_, given, sources_, base_names(), stand_in);
    if (!scope.ok()) return;  // the playbook is not for this one (`where`)
    scope->use(templates_);
    Findings found;
    check_texts(playbook_, *std::move(scope), found);
    for (Diagnostic& finding : found.take()) {
      if (!is_unquotable(finding)) target.findings.push_back(std::move(finding));
    }
    targets_.push_back(std::move(target));
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

  /// Whether lint_playbook() says it already.
  bool is_unquotable(const Diagnostic& finding) const {
    const auto& said = unquotable_.list();
    return std::any_of(said.begin(), said.end(), [&](const Diagnostic& other) {
      return other.at.span.begin <= finding.at.span.begin &&
             finding.at.span.end <= other.at.span.end;
    });
  }

  const Playbook& playbook_;
  InputSources sources_;
  std::shared_ptr<Templates> templates_ = std::make_shared<Templates>();
  Findings unquotable_;
  std::vector<TargetFindings> targets_;
};

/// `oven`, `oven in production`; empty where the playbook is about no service.
std::string name_of(const TargetFindings& target) {
  return target.environment.empty() ? target.service : target.service + " in " + target.environment;
}

/// A finding, and for whom it holds.
struct Shared {
  Diagnostic finding;
  std::string first;
  size_t count = 1;
};

void add(const Diagnostic& finding, const std::string& target, std::vector<Shared>& all) {
  for (Shared& shared : all) {
    if (shared.finding.at.span == finding.at.span && shared.finding.message == finding.message) {
      ++shared.count;
      return;
    }
  }
  all.push_back({finding, target});
  std::string& help = all.back().finding.help;
  if (help.empty() && !target.empty()) {
    help = "give it in the registry, or say what holds without it: `| default(…)` or `when`";
  }
}

}  // namespace

bool needs_registry(const Playbook& playbook) {
  return std::any_of(playbook.inputs.begin(), playbook.inputs.end(), [](const Input& input) {
    return input.node["from"] && input.text("from") != "tags";
  });
}

ServiceValues::ServiceValues(const registry::Registry* registry) {
  if (registry == nullptr) return;
  for (const registry::Item& item : registry->items(Kind::kService)) {
    values_.emplace(&item, registry::service_value(*registry, item));
  }
}

std::vector<TargetFindings> check_targets(const Playbook& playbook,
                                          const registry::Registry* registry,
                                          const ServiceValues& services) {
  return TargetChecker(playbook, registry, services).run();
}

void lint_texts(const Playbook& playbook, const registry::Registry* registry,
                const ServiceValues& services, Sink& sink) {
  std::vector<Shared> all;
  for (const TargetFindings& target : check_targets(playbook, registry, services)) {
    for (const Diagnostic& finding : target.findings) add(finding, name_of(target), all);
  }
  for (Shared& shared : all) {
    shared.finding.rule = "unresolved";
    if (!shared.first.empty()) shared.finding.message += " for " + shared.first;
    if (shared.count > 1) shared.finding.message += fmt::format(" and {} more", shared.count - 1);
    sink.report(std::move(shared.finding));
  }
}

void lint_syntax(const Document& document, Sink& sink) {
  check_syntax(document.root(), sink);
}

}  // namespace tizza::playbook
