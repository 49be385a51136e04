#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/near_names.hpp"
#include "base/regex.hpp"
#include "base/strings.hpp"
#include "playbook/duration.hpp"
#include "playbook/model.hpp"
#include "playbook/secrets.hpp"
#include "playbook/step_kind.hpp"
#include "schema/builtin.hpp"

namespace tizza::playbook {
namespace {

/// What every step may say, whatever its kind.
constexpr std::array<std::string_view, 11> kCommonKeys = {
    "id",    "title",      "when", "only_in", "timeout", "within",
    "retry", "on_failure", "goto", "undo",    "repeat"};

class Parser {
 public:
  Parser(const DocumentPtr& document, Sink& sink) : sink_(sink) { playbook_.document = document; }

  std::optional<Playbook> run(bool in_spite_of_errors) {
    const bool has_form = check_form();
    const Node root = playbook_.root();
    playbook_.name = root["playbook"].text();
    playbook_.preempts = root["preempts"].as_bool().value_or(false);
    for (const auto& [name, node] : root["inputs"].entries()) {
      playbook_.inputs.push_back({std::string(name.text()), node});
    }
    for (const Node node : root["prerequisites"].items()) playbook_.prerequisites.push_back(node);
    for (const Node node : root["steps"].items()) playbook_.steps.push_back(read_step(node));
    for (const Input& input : playbook_.inputs) check_pattern(input.node["pattern"]);
    for (const char* list : {"prerequisites", "steps"}) {
      for (const Node node : root[list].items()) {
        for (const char* key : {"body", "output"}) check_pattern(node["expect"][key]);
      }
    }
    check_ids();
    check_secrets(playbook_, [this](Node where, std::string message, std::string help) {
      report(where, "secret", std::move(message), std::move(help));
    });
    for (size_t i = 0; i < playbook_.steps.size(); ++i) check_jumps(i);
    if (!has_form || (has_errors_ && !in_spite_of_errors)) return std::nullopt;
    std::erase_if(playbook_.steps, [](const Step& step) { return step.kind == nullptr; });
    return std::move(playbook_);
  }

 private:
  /// Whether the schema holds. Where it does not, the other checks only speak of other places.
  bool check_form() {
    Findings found;
    const bool has_form = schema::check(*playbook_.document, "playbook", found);
    for (const Diagnostic& finding : found.list()) {
      if (finding.severity == Severity::kError) malformed_.push_back(finding.at.span);
      sink_.report(finding);
    }
    return has_form;
  }

  bool is_malformed(Span place) const {
    return std::any_of(malformed_.begin(), malformed_.end(), [&](Span other) {
      return other.begin <= place.begin && place.end <= other.end;
    });
  }

  bool holds_malformed(Span place) const {
    return std::any_of(malformed_.begin(), malformed_.end(), [&](Span inner) {
      return place.begin <= inner.begin && inner.end <= place.end;
    });
  }

  void report(Node where, std::string_view rule, std::string message, std::string help = {}) {
    if (is_malformed(where.location().span)) return;
    Diagnostic finding;
    finding.rule = rule;
    finding.message = std::move(message);
    finding.at = where.location();
    finding.pointer = where.pointer();
    finding.help = std::move(help);
    sink_.report(std::move(finding));
    has_errors_ = true;
  }

  Step read_step(Node node) {
    Step step;
    step.node = node;
    step.id = node["id"] ? std::string(node["id"].text())
                         : fmt::format("step-{}", playbook_.steps.size() + 1);
    step.kind = kind_of(node);
    if (step.kind == nullptr) return step;
    check_keys(step);
    read_ask(step);
    read_timing(step);
    read_failure(step);
    read_jumps(step);
    step.capture = node["capture"].text();
    if (node["repeat"].text() == "safe") step.repeat = RepeatPolicy::kSafe;
    if (node["repeat"].text() == "never") step.repeat = RepeatPolicy::kNever;
    return step;
  }

  const StepKind* kind_of(Node node) {
    std::vector<const StepKind*> kinds;
    for (const StepKind* kind : step_kinds()) {
      if (node[kind->keyword]) kinds.push_back(kind);
    }
    if (kinds.empty() && holds_malformed(node.location().span)) return nullptr;  // a kind misspelt
    if (kinds.empty()) {
      std::vector<std::string> names;
      for (const StepKind* kind : step_kinds()) names.emplace_back(kind->keyword);
      report(first_key(node), "step-kind", "the step does not say what happens",
             "give one of " + quoted_list(names, "or"));
      return nullptr;
    }
    const auto& modifiers = kinds.front()->modifiers;
    for (size_t i = 1; i < kinds.size(); ++i) {
      if (std::find(modifiers.begin(), modifiers.end(), kinds[i]->keyword) != modifiers.end()) {
        continue;
      }
      report(
          node[kinds[i]->keyword].key(), "step-kind",
          fmt::format("a step is either `{}` or `{}`", kinds.front()->keyword, kinds[i]->keyword),
          "make two steps of it");
    }
    return kinds.front();
  }

  static Node first_key(Node mapping) {
    return mapping.size() == 0 ? mapping : mapping.entry(0).key;
  }

  void check_keys(const Step& step) {
    const auto& modifiers = step.kind->modifiers;
    for (const auto& [key, value] : step.node.entries()) {
      const std::string_view name = key.text();
      const bool is_known =
          name == step.kind->keyword || name.starts_with("x-") ||
          std::find(modifiers.begin(), modifiers.end(), name) != modifiers.end() ||
          std::find(kCommonKeys.begin(), kCommonKeys.end(), name) != kCommonKeys.end();
      if (is_known || find_step_kind(name) != nullptr) continue;  // kind_of() speaks of kinds
      if (name != "capture" || step.kind->act == nullptr || step.kind->is_gate) {
        report(key, "step-key",
               fmt::format("`{}` means nothing in a `{}` step", name, step.kind->keyword),
               name == "capture" ? "an answer is found under the name that `ask` gives it" : "");
      }
    }
    if (step.node["announce"] && !step.node["message"]) {
      report(step.node["announce"].key(), "missing-field", "the announcement has no `message`");
    }
    if (step.node["become"] && !step.node["run"]) {
      report(step.node["become"].key(), "step-key", "`become` needs a `run`");
    }
  }

  void read_ask(Step& step) {
    if (!step.node["ask"].is_mapping() || step.node["ask"].size() == 0) return;
    const auto [name, answers] = step.node["ask"].entry(0);
    AskSpec ask;
    ask.name = name.text();
    for (const Node choice : answers.items()) ask.choices.emplace_back(choice.text());
    ask.prompt = ask.choices.empty() ? answers.text() : name.text();
    step.ask = std::move(ask);
  }

  std::optional<std::chrono::milliseconds> duration(Node node) {
    if (!node) return std::nullopt;
    const auto parsed = parse_duration(node.text());
    if (!parsed) report(node, "wrong-format", "the duration is longer than a year");
    return parsed;
  }

  void read_timing(Step& step) {
    duration(step["wait"]);
    step.timeout = duration(step["timeout"]);
    step.within = duration(step["within"]);
    const Node retry = step["retry"];
    step.retry.attempts = static_cast<int>(retry["attempts"].as_int().value_or(1));
    if (const auto delay = duration(retry["delay"])) step.retry.delay = *delay;
    step.retry.factor = retry["factor"].as_double().value_or(1);
    for (const char* key : {"timeout", "within", "retry"}) {
      const bool has_tries = step.kind->act != nullptr && !step.kind->is_gate && !step["wait"];
      if (step[key] && has_tries) continue;
      if (!step[key]) continue;
      report(step[key].key(), "step-key",
             fmt::format("`{}` means nothing in a `{}` step", key, step.kind->keyword));
    }
  }

  void read_failure(Step& step) {
    const std::string_view policy = step["on_failure"].text();
    if (policy == "continue") step.on_failure = FailurePolicy::kContinue;
    if (policy == "escalate") step.on_failure = FailurePolicy::kEscalate;
    if (policy.starts_with("goto ")) {
      step.on_failure = FailurePolicy::kGoto;
      step.failure_target = policy.substr(5);
    }
  }

  void read_jumps(Step& step) {
    const Node jumps = step["goto"];
    if (jumps.is_scalar()) step.goto_step = jumps.text();
    for (const auto& [answer, target] : jumps.entries()) {
      const auto& choices = step.ask ? step.ask->choices : std::vector<std::string>{};
      if (std::find(choices.begin(), choices.end(), answer.text()) == choices.end()) {
        report(answer, "unknown-answer",
               fmt::format("`{}` is no answer to this step's `ask`", answer.text()),
               names_help(answer.text(), choices));
      }
      step.goto_by_answer[std::string(answer.text())] = target.text();
    }
  }

  /// A pattern that cannot be read would fail the step, or the run, only when it is too late.
  void check_pattern(Node pattern) {
    if (!pattern) return;
    const auto regex = Regex::compile(pattern.text());
    if (!regex.ok()) {
      report(pattern, "pattern", regex.error().diagnostic.message, regex.error().diagnostic.help);
    }
  }

  void check_ids() {
    StringMap<Node> seen;
    for (const Step& step : playbook_.steps) {
      const auto [other, is_new] = seen.emplace(step.id, step.node);
      if (is_new) continue;
      const Node place = step["id"] ? step["id"] : step.node;
      report(place, "duplicate-id", fmt::format("two steps are called `{}`", step.id));
    }
  }

  void check_jumps(size_t index) {
    const Step& step = playbook_.steps[index];
    if (!step.goto_step.empty()) check_jump(index, step.goto_step, step["goto"]);
    for (const auto& [answer, target] : step["goto"].entries()) {
      check_jump(index, std::string(target.text()), target);
    }
    if (!step.failure_target.empty()) {
      check_jump(index, step.failure_target, step["on_failure"]);
    }
  }

  void check_jump(size_t from, const std::string& to, Node where) {
    const auto target = playbook_.find(to);
    if (!target) {
      report(where, "unknown-step", fmt::format("there is no step `{}`", to),
             names_help(to, playbook_.step_ids()));
    } else if (*target <= from) {
      report(where, "backward-jump", fmt::format("`{}` is not further down", to),
             "steps go forward only; `retry` and `within` try again");
    }
  }

  Sink& sink_;
  Playbook playbook_;
  std::vector<Span> malformed_;  // what the schema's findings are about
  bool has_errors_ = false;
};

}  // namespace

std::optional<size_t> Playbook::find(std::string_view step_id) const {
  for (size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].id == step_id) return i;
  }
  return std::nullopt;
}

std::vector<std::string> Playbook::step_ids() const {
  std::vector<std::string> ids;
  for (const Step& step : steps) ids.push_back(step.id);
  return ids;
}

std::optional<Playbook> parse_playbook(const DocumentPtr& document, Sink& sink) {
  return Parser(document, sink).run(false);
}

std::optional<Playbook> parse_playbook_to_lint(const DocumentPtr& document, Sink& sink) {
  return Parser(document, sink).run(true);
}

}  // namespace tizza::playbook
