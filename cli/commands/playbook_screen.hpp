#pragma once
#include <string>

#include "commands/context.hpp"
#include "playbook/operator.hpp"

namespace tizza::commands {

/// The operator at this terminal: one step after the other on err(), one line for each answer.
class PlaybookScreen final : public playbook::Operator {
 public:
  explicit PlaybookScreen(Context& context) : context_(context) {}

  void show(const playbook::StepView& step) override;
  void output(std::string_view bytes) override;
  void tell(const std::string& line) override;
  Result<playbook::Decision> decide(const playbook::StepView& step,
                                    const playbook::Question& question) override;

 private:
  Result<std::string> read(const std::string& prompt);
  Result<playbook::Decision> complete(const playbook::Option& option);
  void show_choices(const playbook::Question& question);
  void explain(const playbook::StepView& step, const playbook::Question& question);
  void end_output();
  void print(std::string_view text);
  /// Each line of it, behind two blanks; prose is broken at blanks where it is wider than the
  /// terminal.
  void print_indented(std::string_view text, bool is_prose);

  Context& context_;
  std::string line_;  // what a command printed since its last line end
};

}  // namespace tizza::commands
