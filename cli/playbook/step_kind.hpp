#pragma once
#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "playbook/model.hpp"
#include "playbook/scope.hpp"
#include "ports/clock.hpp"
#include "ports/git.hpp"
#include "ports/http.hpp"
#include "ports/process.hpp"

namespace tizza::playbook {

/// The chat that `announce` speaks to.
struct Chat {
  std::string webhook_url = {};  ///< Slack-compatible; empty: announcements are only shown.
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
};

/// How one try of a step ended.
struct Outcome {
  bool done = false;
  std::string reason = {};  ///< Why it failed: one sentence, lower case, no period.
  std::string output = {};  ///< What it gave: output, response body.
};

inline Outcome failed(std::string reason, std::string output = {}) {
  return {false, std::move(reason), std::move(output)};
}

/// Notes how far a step got (`a: done`), on the disk before it returns. An error: stop at once.
using Progress = std::function<Status(const std::string&)>;

/// One kind of step: a file in steps/ and a row in steps/step_table.cpp.
struct StepKind {
  std::string_view keyword;
  std::vector<std::string_view> modifiers;  ///< Keys beside those that every step knows.
  /// A person does it: the run goes on when that person says so.
  bool is_gate = false;
  /// Whether it changes something outside, so that it must not run twice unnoticed.
  bool (*changes)(const Step&) = nullptr;
  /// What will happen, exactly, with values filled in: one line each.
  Result<std::vector<std::string>> (*describe)(const Step&, const Scope&) = nullptr;
  /// One try. An error only where no try could be made. Null for what only a person does.
  Result<Outcome> (*act)(const Step&, const Scope&, StepPorts&, const Progress&) = nullptr;
};

/// All kinds that this version knows.
std::span<const StepKind* const> step_kinds();

const StepKind* find_step_kind(std::string_view keyword);

/// Kinds that the file format has and this version does not know yet.
bool is_future_kind(std::string_view keyword);

}  // namespace tizza::playbook
