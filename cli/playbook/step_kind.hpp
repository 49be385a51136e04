#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "playbook/masker.hpp"
#include "playbook/model.hpp"
#include "playbook/scope.hpp"
#include "ports/clock.hpp"
#include "ports/git.hpp"
#include "ports/http.hpp"
#include "ports/process.hpp"

namespace tizza::playbook {

/// The chat that `announce` speaks to.
struct Chat {
  std::string webhook_url = {};  ///< Slack-compatible; empty: a person says it.
  std::string variable = {};     ///< The environment variable that held it: named instead of it.
};

/// What a step may touch; nothing else of the machine is within its reach.
struct StepPorts {
  Processes& processes;
  Http& http;
  Git& git;
  Clock& clock;
  Chat chat = {};
  /// Sees what commands print, as it comes.
  std::function<void(std::string_view)> on_output = {};
  std::string tizza = "tizza";  ///< The program that `tizza` steps call: this one.
  Masker masker = {};           ///< Of what they print, say and give.
  /// Environment variables that no command inherits, for they hold secrets.
  std::vector<std::string> hidden_variables = {};
};

/// How one try of a step ended.
struct Outcome {
  bool done = false;
  /// Nobody can tell whether it was done: it began, and its end was never seen.
  bool is_unknown = false;
  std::string reason = {};  ///< Why it is not done: one sentence, lower case, no period.
  std::string output = {};  ///< What it gave: output, response body.
};

inline Outcome failed(std::string reason, std::string output = {}) {
  return {false, false, std::move(reason), std::move(output)};
}

inline Outcome unknown(std::string reason, std::string output = {}) {
  return {false, true, std::move(reason), std::move(output)};
}

/// The parts of a step, such as a line on a host, numbered from 0. What is noted is on the disk
/// before the call returns; after an error the step stops at once. This base notes nothing.
class Parts {
 public:
  virtual ~Parts() = default;
  /// What the part gave, where an earlier try of the step came to its end.
  virtual std::optional<std::string> done_before(size_t, const std::string& /*what*/) const {
    return std::nullopt;
  }
  virtual Status begin(size_t, const std::string& /*what*/) { return {}; }
  virtual Status finish(size_t, const std::string& /*what*/, const std::string& /*output*/) {
    return {};
  }
};

/// What a person may say of a gate, beside what every question takes.
struct GateAnswer {
  std::string name;
  std::string meaning = {};
  std::string asks_for = {};  ///< `reason`: a text that comes with it; empty for none.
  bool passes = true;         ///< Else the step failed.
};

/// One kind of step: a file in steps/ and a row in steps/step_table.cpp.
struct StepKind {
  std::string_view keyword;
  std::vector<std::string_view> modifiers;  ///< Keys beside those that every step knows.
  /// A person does it: the run goes on when that person says so.
  bool is_gate = false;
  std::string_view question = "is it done?";  ///< Of a gate without an `ask`.
  std::vector<GateAnswer> answers = {};       ///< To it; none: `done` or `failed`.
  /// Whether it changes something outside, so that it must not run twice unnoticed.
  bool (*changes)(const Step&) = nullptr;
  /// What will happen, exactly, with values filled in: one line each.
  Result<std::vector<std::string>> (*describe)(const Step&, const Scope&) = nullptr;
  /// One try. An error only where no try could be made. Null for what only a person does.
  Result<Outcome> (*act)(const Step&, const Scope&, StepPorts&, Parts&) = nullptr;
};

/// The answers to the question of a step that is left to a person and has no `ask`.
std::vector<GateAnswer> gate_answers(const Step& step);

/// The scope of each item of `for_each`, which knows it as `item`; the scope itself where the step
/// has none.
Result<std::vector<Scope>> scopes_of_items(const Step& step, const Scope& scope);

/// The commands of `undo`, item by item.
Result<std::vector<std::string>> undo_lines(const Step& step, const Scope& scope);

/// All kinds that this version knows.
std::span<const StepKind* const> step_kinds();

const StepKind* find_step_kind(std::string_view keyword);

}  // namespace tizza::playbook
