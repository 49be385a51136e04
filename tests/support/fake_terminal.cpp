#include "support/fake_terminal.hpp"

#include "platform/input_error.hpp"

namespace tizza::testing {

std::string FakeTerminal::take_screen() {
  return std::exchange(screen_, {});
}

void FakeTerminal::out(std::string_view text) {
  out_ += text;
  screen_ += text;
}

void FakeTerminal::err(std::string_view text) {
  err_ += text;
  screen_ += text;
}

Status FakeTerminal::output_status() const {
  if (!out_is_full) return {};
  return failure("file", "cannot write standard output: no space left on the device");
}

Result<std::string> FakeTerminal::read_line(std::string_view prompt) {
  return read(prompt, true);
}

Result<std::string> FakeTerminal::read_secret(std::string_view prompt) {
  return read(prompt, false);
}

Result<std::string> FakeTerminal::read(std::string_view prompt, bool echo) {
  err(prompt);
  if (!typed_ahead.empty()) {
    answers.push_front(std::move(typed_ahead.front()));
    typed_ahead.pop_front();
  }
  if (answers.empty() || answers.front() == "^D") {
    if (!answers.empty()) answers.pop_front();
    err("\n");
    return platform::end_of_input();
  }
  std::string answer = std::move(answers.front());
  answers.pop_front();
  if (in_tty && echo) err(answer);
  if (in_tty) err("\n");
  if (answer == "^C") return platform::interrupted_by(SIGINT);
  return answer;
}

}  // namespace tizza::testing
