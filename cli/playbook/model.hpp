#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "text/document.hpp"

/// Playbooks: what to do step by step, read from a file that people write.
namespace tizza::playbook {

struct StepKind;

enum class FailurePolicy : uint8_t { kStop, kContinue, kEscalate, kGoto };

/// What may happen to a step of which nobody knows whether it ran.
enum class RepeatPolicy : uint8_t { kSafe, kAsk, kNever };

/// `ask: {outcome: [it succeeded, it failed]}`, or a question that takes any text.
struct AskSpec {
  std::string name;                  ///< Under which later steps find the answer.
  std::vector<std::string> choices;  ///< Empty: any text.
  std::string prompt;
};

struct RetrySpec {
  int attempts = 1;
  std::chrono::milliseconds delay{1'000};
  double factor = 1;
};

struct Step {
  std::string id;  ///< As written, else `step-N`.
  Node node;       ///< The mapping: what kinds read their own keys from.
  const StepKind* kind = nullptr;
  std::optional<AskSpec> ask = {};
  RetrySpec retry = {};
  std::optional<std::chrono::milliseconds> within = {};
  std::optional<std::chrono::milliseconds> timeout = {};
  FailurePolicy on_failure = FailurePolicy::kStop;
  std::string failure_target = {};  ///< Of kGoto.
  std::string goto_step = {};       ///< Where it goes on when done.
  std::map<std::string, std::string> goto_by_answer = {};
  RepeatPolicy repeat = RepeatPolicy::kAsk;
  std::string capture = {};

  Node operator[](std::string_view key) const { return node[key]; }
};

struct Input {
  std::string name;
  Node node;

  std::string_view text(std::string_view key) const { return node[key].text(); }
};

struct Playbook {
  DocumentPtr document;
  std::string name;
  bool preempts = false;
  std::vector<Input> inputs;
  std::vector<Node> prerequisites;
  std::vector<Step> steps;

  Node root() const { return document->root(); }
  Node escalation() const { return root()["escalate"]; }
  /// The position of a step, or none.
  std::optional<size_t> find(std::string_view step_id) const;
  std::vector<std::string> step_ids() const;
};

/// Reads a playbook. What is wrong goes to `sink`: the schema's findings, steps with no kind or
/// with several, keys that the kind does not know, kinds that this version lacks, jumps to nowhere
/// or backwards, ids that stand twice. None where a finding was an error.
std::optional<Playbook> parse_playbook(const DocumentPtr& document, Sink& sink);

/// The same for those who look for everything that is wrong at once: where the file has the form
/// of a playbook, what stands in it in spite of errors, without the steps of no kind.
std::optional<Playbook> parse_playbook_to_lint(const DocumentPtr& document, Sink& sink);

}  // namespace tizza::playbook
