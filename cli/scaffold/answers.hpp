#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "registry/model.hpp"
#include "scaffold/manifest.hpp"
#include "text/value.hpp"

namespace tizza::scaffold {

/// One thing that can be chosen.
struct Option {
  std::string label;
  Value value;
};

/// A question with its templates rendered: what a person is asked.
struct OpenQuestion {
  const Question* question = nullptr;
  std::string prompt;
  std::string help;
  std::optional<Value> default_value;
  std::vector<Option> options;  ///< Empty unless it is a choice.

  /// Reads an answer as it was typed or given by a flag, or says why it will not do.
  std::function<Result<Value>(const std::string&)> read;
};

/// What an asker gives back.
struct Reply {
  bool wants_back = false;
  Value value;
};

/// Asks a person; null where nobody can be asked.
using Asker = std::function<Result<Reply>(const OpenQuestion&)>;

struct Answers;
/// Shows all answers to a person who was asked for some; true where they want to go back.
using Confirmer = std::function<Result<bool>(const Answers&)>;

/// The answers that a file gives.
struct GivenAnswers {
  DocumentPtr document;    ///< Null where somebody else keeps it.
  Node mapping;            ///< In the document; nothing, or a null, for none.
  bool is_record = false;  ///< Of an earlier call: what is no longer asked is passed over.
  std::map<std::string, std::string> renamed = {};  ///< Ids of questions, new to what stands there.

  /// The answer to a question; nothing where there is none.
  Node find(const std::string& id) const;
};

struct AnswerSources {
  Value typed;         ///< From `-d id=text`: texts, or lists where one came repeatedly. They win.
  GivenAnswers given;  ///< From `--answers FILE`.
  Asker asker;
  Confirmer confirmer = {};  ///< May be null.
  /// Whether a default answers where nobody is asked; else what is not given is missing.
  bool takes_defaults = true;
  const registry::Registry* registry = nullptr;  ///< For `from:`; may be null.
  /// What every template sees besides: `destination`, the last part of its path, and `add_ons`, the
  /// names of those in the project; none where nothing is said.
  Value base;
  bool has_placeholders = false;  ///< Secrets are not asked for: `<secret:id>` stands for each.
};

struct Answers {
  Value all;                         ///< Every answer by id, in the order of the questions.
  std::vector<std::string> secrets;  ///< Ids that must not be recorded.
  Value context;                     ///< `base`, the answers, and the computed values.
};

/// Goes through the questions. Errors: an answer for a question that does not exist (with near
/// names), one that will not do, or, with Verdict::kNeedsPerson, all questions at once that have
/// neither answer nor default.
Result<Answers> collect_answers(const Manifest& manifest, const AnswerSources& sources);

}  // namespace tizza::scaffold
