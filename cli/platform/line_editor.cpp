#include "platform/line_editor.hpp"

#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cwchar>
#include <iterator>
#include <memory>

#include "platform/input_error.hpp"

namespace tizza::platform {
namespace {

/// Marks for libedit the bytes of a prompt that take no room on the screen.
constexpr char kInvisible = '\1';
constexpr size_t kNotACharacter = static_cast<size_t>(-1);

/// Puts marks round the escape sequences, so that libedit knows where the cursor is.
std::string mark_escapes(std::string_view prompt) {
  std::string marked;
  for (size_t i = 0; i < prompt.size(); ++i) {
    if (prompt[i] != '\x1b') {
      marked += prompt[i];
      continue;
    }
    size_t end = i + 1;
    while (end < prompt.size() && prompt[end] != 'm') ++end;
    marked += kInvisible;
    marked += prompt.substr(i, end + 1 - i);
    marked += kInvisible;
    i = end;
  }
  return marked;
}

/// What the callbacks of one question see.
struct Question {
  std::string prompt;
  int wake_descriptor;
};

Question& question_of(EditLine* editor) {
  void* question = nullptr;
  el_get(editor, EL_CLIENTDATA, &question);
  return *static_cast<Question*>(question);
}

char* prompt_of(EditLine* editor) {
  return question_of(editor).prompt.data();
}

/// One character; -1 where a signal came. libedit's own read would sleep through one that comes
/// just before it.
int read_character(EditLine* editor, wchar_t* character) {
  std::mbstate_t state = {};
  while (true) {
    pollfd events[] = {{STDIN_FILENO, POLLIN, 0}, {question_of(editor).wake_descriptor, POLLIN, 0}};
    ::poll(events, std::size(events), -1);
    if (events[1].revents != 0) return -1;
    if (events[0].revents == 0) continue;
    char byte = 0;
    const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
    if (got <= 0) return static_cast<int>(got);
    size_t used = std::mbrtowc(character, &byte, 1, &state);
    if (used == kNotACharacter) {
      // What came before is dropped; this byte may begin something better.
      state = {};
      used = std::mbrtowc(character, &byte, 1, &state);
    }
    if (used <= 1) return 1;
    if (used == kNotACharacter) state = {};
  }
}

}  // namespace

Result<std::string> edit_line(std::string_view prompt, PosixInterrupts& interrupts) {
  // libedit takes typed bytes apart by the locale; whatever the environment says, ours is UTF-8.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  const size_t last_line = prompt.rfind('\n') + 1;
  std::fwrite(prompt.data(), 1, last_line, stderr);
  Question question{mark_escapes(prompt.substr(last_line)), interrupts.wake_descriptor()};

  const std::unique_ptr<EditLine, decltype(&el_end)> editor(el_init("tizza", stdin, stderr, stderr),
                                                            &el_end);
  if (!editor) return failure("input", "the terminal cannot be used for input");
  el_set(editor.get(), EL_CLIENTDATA, &question);
  el_set(editor.get(), EL_PROMPT_ESC, prompt_of, kInvisible);
  el_set(editor.get(), EL_GETCFN, read_character);
  el_set(editor.get(), EL_EDITOR, "emacs");

  int size = 0;
  const char* line = el_gets(editor.get(), &size);
  if (const int signal = interrupts.take()) {
    std::fputc('\n', stderr);
    return interrupted_by(signal);
  }
  if (line == nullptr || size <= 0) {
    std::fputc('\n', stderr);
    return end_of_input();
  }
  std::string text(line, static_cast<size_t>(size));
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace tizza::platform
