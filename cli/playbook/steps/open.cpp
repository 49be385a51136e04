#include "playbook/steps/kinds.hpp"

namespace tizza::playbook {
namespace {

Result<std::vector<std::string>> describe(const Step& step, const Scope& scope) {
  TIZZA_TRY(const std::string url, scope.text(step["open"]));
  if (!url.starts_with("https://") && !url.starts_with("http://")) {
    return failure_at(step["open"].location(), "playbook",
                      "`" + url + "` is no page that can be opened", "give an http or https URL");
  }
  std::vector<std::string> lines = {"open " + url};
  if (step["instruct"]) {
    TIZZA_TRY(std::string text, scope.text(step["instruct"]));
    lines.push_back(std::move(text));
  }
  return lines;
}

/// The page is shown by its URL anyway, so that a machine without a browser is no failure.
Result<Outcome> act(const Step& step, const Scope& scope, StepPorts& ports, Parts&) {
  TIZZA_TRY(const std::string url, scope.text(step["open"]));
  ports.processes.open_url(url);
  return Outcome{.done = true};
}

}  // namespace

/// A page that a person uses.
const StepKind& open_kind() {
  static const StepKind kind = {.keyword = "open",
                                .modifiers = {"instruct", "ask"},
                                .is_gate = true,
                                .changes = [](const Step&) { return false; },
                                .describe = describe,
                                .act = act};
  return kind;
}

}  // namespace tizza::playbook
