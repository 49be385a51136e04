#include "playbook/lint.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/regex.hpp"
#include "base/strings.hpp"
#include "playbook/scope.hpp"
#include "playbook/step_kind.hpp"

namespace tizza::playbook {
namespace {

/// The lines that a step or a prerequisite gives to a shell.
std::vector<Node> shell_lines_of(Node node) {
  std::vector<Node> lines;
  for (const char* key : {"run", "git", "tizza"}) {
    if (node[key].is_scalar()) lines.push_back(node[key]);
    for (const Node line : node[key].items()) lines.push_back(line);
  }
  return lines;
}

class Linter {
 public:
  Linter(const Playbook& playbook, Sink& sink) : playbook_(playbook), sink_(sink) {}

  void run() {
    for (size_t i = 0; i < playbook_.steps.size(); ++i) {
      const Step& step = playbook_.steps[i];
      if (step.kind->changes(step)) check_change(step);
      for (const Node line : shell_lines_of(step.node)) check_shell_line(line);
      if (is_check(step)) check_verdict(step);
    }
    for (const Node prerequisite : playbook_.prerequisites) {
      for (const Node line : shell_lines_of(prerequisite)) check_shell_line(line);
    }
    check_quoting(playbook_, sink_);
    check_ends();
    check_escalation();
  }

 private:
  void report(Severity severity, Node where, std::string_view rule, std::string message,
              std::string help) {
    Diagnostic finding;
    finding.severity = severity;
    finding.rule = rule;
    finding.message = std::move(message);
    finding.at = where.location();
    finding.pointer = where.pointer();
    finding.help = std::move(help);
    sink_.report(std::move(finding));
  }
  void warn(Node where, std::string_view rule, std::string message, std::string help) {
    report(Severity::kWarn, where, rule, std::move(message), std::move(help));
  }

  /// The key that says of which kind the step is.
  static Node kind_key(const Step& step) { return step[step.kind->keyword].key(); }

  /// Whether the step looks at the world without changing it.
  static bool is_check(const Step& step) {
    return !step.kind->is_gate && step.kind->act != nullptr && !step["wait"] &&
           !step.kind->changes(step);
  }

  void check_change(const Step& step) {
    if (!step["undo"]) {
      warn(kind_key(step), "no-undo",
           fmt::format("step `{}` does not say how it is taken back", step.id),
           "give `undo:` with the commands, or in words why none is needed");
    }
    if (!step["repeat"]) {
      warn(kind_key(step), "no-repeat",
           fmt::format("step `{}` does not say whether it may run again after a crash", step.id),
           "give `repeat: safe`, `ask` or `never`");
    }
  }

  void check_shell_line(Node line) {
    static const auto asks =
        Regex::compile(R"((^|[;&|]\s*)\s*(sudo\s+)?)"
                       R"(((su|bash|sh|zsh|python3?|psql|mysql)\s*(-\s*)?($|[;&|]))"
                       R"(|(vi|vim|nano|emacs|less|more|top|passwd|ssh-keygen)(\s|$)))");
    if (asks.ok() && asks->search(line.text()) == RegexOutcome::kMatch) {
      warn(line, "asks-for-input",
           fmt::format("`{}` waits for somebody at a terminal", line.text()),
           "give the command that it should run, and `become: root` for another account");
    }
    static const auto raw = Regex::compile(R"(\|\s*raw\s*(\||-?\}\}))");
    if (raw.ok() && raw->search(line.text()) == RegexOutcome::kMatch) {
      report(Severity::kHint, line, "raw-in-command", "a value enters the command unquoted",
             "drop `| raw`, or say in a comment why the value is safe");
    }
  }

  void check_verdict(const Step& step) {
    if (step.on_failure != FailurePolicy::kContinue) return;
    if (playbook_.find(step.id).value_or(0) + 1 < playbook_.steps.size()) return;
    warn(step["on_failure"], "failure-ends-well",
         fmt::format("the run counts as finished although check `{}` failed", step.id),
         "let it `stop` or `escalate`");
  }

  /// The last thing that is done on every way should show that it worked.
  void check_ends() {
    bool is_verified = false;
    for (size_t i = playbook_.steps.size(); i-- > 0 && !is_verified;) {
      const Step& step = playbook_.steps[i];
      is_verified = is_check(step) || step["escalate"] || step["expect"];
      if (!is_verified && step.kind->changes(step) && !step["announce"]) {
        warn(kind_key(step), "unverified-end",
             fmt::format("nothing checks what step `{}` did", step.id),
             "add an `http` or `tcp` step behind it");
        return;
      }
    }
  }

  void check_escalation() {
    const Node escalation = playbook_.escalation();
    if (!escalation) {
      warn(playbook_.root()["playbook"], "no-escalation",
           "the playbook does not say whom to call when it does not help",
           "add `escalate: {say: …, call: …}`");
      return;
    }
    static const auto phone = Regex::compile(R"(\{\{|^\+?[0-9][0-9 ()/.-]{2,}$)");
    if (phone.ok() && phone->search(escalation["call"].text()) == RegexOutcome::kMatch) return;
    warn(escalation["call"], "escalation-phone",
         fmt::format("`{}` is no phone number", escalation["call"].text()),
         "name a person who answers the phone");
  }

  const Playbook& playbook_;
  Sink& sink_;
};

}  // namespace

void check_quoting(const Playbook& playbook, Sink& sink) {
  for (const Step& step : playbook.steps) {
    for (const Node line : shell_lines_of(step.node)) check_quoting(line, sink);
    for (const Node line : step["undo"].items()) check_quoting(line, sink);
  }
  for (const Node prerequisite : playbook.prerequisites) {
    for (const Node line : shell_lines_of(prerequisite)) check_quoting(line, sink);
  }
}

void lint_playbook(const Playbook& playbook, Sink& sink) {
  Linter(playbook, sink).run();
}

}  // namespace tizza::playbook
