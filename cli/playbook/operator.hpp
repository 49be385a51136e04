#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "playbook/journal.hpp"

namespace tizza::playbook {

/// What an operator sees of a step before anything happens.
struct StepView {
  size_t number = 1;
  size_t total = 1;
  std::string id;
  std::string kind;
  std::string title;               ///< May be empty.
  std::vector<std::string> lines;  ///< What will happen, exactly; each may hold line ends.
  bool is_prose = false;           ///< They are words for people, not commands.
  std::string undo;                ///< How it is taken back, or why it need not be; may be empty.
};

/// One way to go on.
struct Option {
  std::string name;           ///< `run`, `skip`, or an answer of the playbook's own.
  std::string meaning = {};   ///< A few words; may be empty.
  std::string asks_for = {};  ///< `reason`: a text that must come with it; empty for none.
  bool takes_text = false;    ///< A text may come with it: `fails:it is full`.
};

struct Question {
  std::string prompt;
  std::vector<Option> options;  ///< Empty: any text that is not empty.
  std::string default_option = {};
  std::string hint = {};  ///< Where there is no default: the options that matter.
};

struct Decision {
  std::string option;     ///< The option's name, or the text.
  std::string text = {};  ///< What the option asks for.
};

/// The person who runs a playbook, and the screen in front of that person.
class Operator {
 public:
  virtual ~Operator() = default;

  virtual void show(const StepView& step) = 0;
  /// What a command prints, as it comes.
  virtual void output(std::string_view bytes) = 0;
  /// One line of news.
  virtual void tell(const std::string& line) = 0;
  /// Verdict::kNeedsPerson where nobody can be asked, kInterrupted on Ctrl-C.
  virtual Result<Decision> decide(const StepView& step, const Question& question) = 0;
};

}  // namespace tizza::playbook
