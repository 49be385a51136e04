#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "commands/context.hpp"

/// The dialogue for questions: on the terminal's err() and stdin, one line an answer.
namespace tizza::commands {

struct Choice {
  std::string value;
  std::string meaning = {};  ///< Shown beside it; may be empty.
};

enum class QuestionKind : uint8_t {
  kText,
  kYesNo,        ///< The answer is `true` or `false`.
  kChoice,       ///< One of `choices`, by number, name or the unique start of a name.
  kMultichoice,  ///< Any of them, separated by commas; `-` for none.
  kSecret,       ///< Without echo; its default is not shown.
};

struct Question {
  std::string prompt;  ///< `Service name`; a colon is added unless it ends in `?`.
  QuestionKind kind = QuestionKind::kText;
  std::string flag = {};  ///< What answers it instead: `--data name=<value>`.
  std::string help = {};  ///< What `?` shows.
  /// What an empty line means: for multichoices values separated by commas. None: it is no answer.
  std::optional<std::string> default_value = {};
  std::vector<Choice> choices = {};
  /// The reason why an answer will not do (lower case, no period), or none.
  std::function<std::optional<std::string>(const std::string&)> refuse = {};
  /// The answer acts: what was typed before the question is shown does not count.
  bool is_gate = false;
  bool may_go_back = false;  ///< `<` is no answer but the wish to change the one before.
};

struct Answer {
  bool wants_back = false;
  std::vector<std::string> values = {};  ///< Exactly one, but for multichoices.

  const std::string& text() const { return values.front(); }
  bool yes() const { return values.front() == "true"; }
};

/// Asks until the answer will do. Where nobody can be asked, and at the end of the input, an error
/// with Verdict::kNeedsPerson that names the flag; Ctrl-C is one with Verdict::kInterrupted.
Result<Answer> ask(const Question& question, Context& context);

/// What `text` means as an answer, or why it will not do: for answers that come from flags and
/// files.
Result<std::vector<std::string>> read_answer(const Question& question, const std::string& text);

}  // namespace tizza::commands
