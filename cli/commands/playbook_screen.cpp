#include "commands/playbook_screen.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/playbook_texts.hpp"
#include "report/printable.hpp"
#include "report/style.hpp"
#include "report/wrap.hpp"

namespace tizza::commands {
namespace {

using playbook::Decision;
using playbook::Option;
using playbook::StepView;
using report::Style;
using report::styled;

// More lines of one step are left to `?`, so that a step fits the screen.
constexpr size_t kShownLines = 12;
constexpr std::string_view kIndent = "  ";
// A command that prints no line end must not fill the memory.
constexpr size_t kMaxLine = 4096;

/// Answers of the playbook's own have no meaning beside them; those of the engine do.
bool is_of_playbook(const playbook::Question& question) {
  return !question.options.empty() && question.options.front().meaning.empty() &&
         question.default_option.empty();
}

/// All lines of a step; a command of several lines is several.
std::vector<std::string> lines_of(const StepView& step) {
  std::vector<std::string> lines;
  for (const std::string& text : step.lines) {
    for (const auto line : split_lines(text)) lines.emplace_back(line);
  }
  return lines;
}

/// The shortest start of an option's name that no other one has.
std::string letters_of(const Option& option, const std::vector<Option>& options) {
  for (size_t length = 1; length < option.name.size(); ++length) {
    const std::string start = to_lower(option.name.substr(0, length));
    const auto count = std::count_if(options.begin(), options.end(), [&](const Option& other) {
      return to_lower(other.name).starts_with(start);
    });
    if (count == 1) return option.name.substr(0, length);
  }
  return option.name;
}

Error nobody_answers(const StepView& step, const playbook::Question& question) {
  std::vector<std::string> names;
  for (const Option& option : question.options) names.push_back(option.name);
  const std::string values = names.empty() ? "<text>" : "<" + join(names, "|") + ">";
  return failure(
      "needs-answer",
      fmt::format("step `{}` asks `{}`, and nobody can be asked", step.id, question.prompt),
      fmt::format("give --answer {}={}", step.id, shell_quote(values)), Verdict::kNeedsPerson);
}

}  // namespace

void PlaybookScreen::print(std::string_view text) {
  context_.terminal.err(text);
}

void PlaybookScreen::print_indented(std::string_view text, bool is_prose) {
  if (is_prose) return print(prose(text, context_, kIndent.size()));
  const std::string shown = report::printable(text);
  for (const auto line : split_lines(shown)) print(std::string(kIndent).append(line) + "\n");
}

void PlaybookScreen::show(const StepView& step) {
  const bool colour = context_.presentation.colour_err;
  print("\n" +
        styled(fmt::format("Step {} of {}: {}", step.number, step.total, step.id), Style::kHeading,
               colour) +
        (step.title.empty() ? "" : " – " + report::printable(step.title)) + "\n");
  const auto lines = lines_of(step);
  const size_t count = lines.size() > kShownLines ? kShownLines - 1 : lines.size();
  for (size_t i = 0; i < count; ++i) print_indented(lines[i], step.is_prose);
  if (count < lines.size()) {
    print(fmt::format("  … and {} more lines; `?` shows them\n", lines.size() - count));
  }
  if (!step.undo.empty() && !step.undo.starts_with("none")) {
    const std::string undo = "to take it back: " + report::printable(step.undo);
    for (const auto line : split_lines(undo)) {
      print(styled(std::string(kIndent).append(line), Style::kMuted, colour) + "\n");
    }
  }
}

void PlaybookScreen::output(std::string_view bytes) {
  for (const char byte : bytes) {
    if (byte == '\n' || line_.size() >= kMaxLine) end_output();
    if (byte != '\n' && byte != '\r') line_ += byte;
  }
  if (bytes.ends_with('\n')) end_output();
}

void PlaybookScreen::end_output() {
  if (line_.empty()) return;
  print("  | " + report::printable(line_) + "\n");
  line_.clear();
}

void PlaybookScreen::tell(const std::string& line) {
  end_output();
  print_indented(line, true);
}

Result<std::string> PlaybookScreen::read(const std::string& prompt) {
  auto reply = context_.terminal.read_line(prompt);
  if (reply.ok()) return std::string(trim(*reply));
  const Verdict verdict = reply.error().verdict;
  if (verdict == Verdict::kNeedsPerson) {  // Ctrl-D: the operator stops here
    return failure("paused", "the input ended at the question, so the run is paused", "",
                   Verdict::kStopped);
  }
  return reply;
}

void PlaybookScreen::show_choices(const playbook::Question& question) {
  size_t number = 0;
  for (const Option& option : question.options) {
    if (!option.meaning.empty()) break;  // the engine's own stand behind
    print_indented(fmt::format("{}) {}", ++number, option.name), true);
  }
}

void PlaybookScreen::explain(const StepView& step, const playbook::Question& question) {
  const auto lines = lines_of(step);
  if (lines.size() > kShownLines) {
    for (const std::string& line : lines) print_indented(line, step.is_prose);
  }
  std::vector<report::Term> terms;
  for (size_t i = 0; i < question.options.size(); ++i) {
    const Option& option = question.options[i];
    const bool is_listed = option.meaning.empty();  // by a number, as show_choices() shows it
    const std::string letters =
        is_listed ? std::to_string(i + 1) : letters_of(option, question.options);
    const std::string term =
        is_listed || letters == option.name ? letters : letters + ", " + option.name;
    std::string meaning = report::printable(is_listed ? option.name : option.meaning);
    if (option.name == question.default_option) meaning += " (also an empty line)";
    terms.push_back({report::printable(term), std::move(meaning)});
  }
  terms.push_back({"Ctrl-C", "stops; `tizza playbook resume` goes on"});
  print(report::term_list(terms, static_cast<size_t>(context_.terminal.width()),
                          context_.presentation.colour_err));
}

Result<Decision> PlaybookScreen::complete(const Option& option) {
  Decision decision{option.name, ""};
  while (!option.asks_for.empty() && decision.text.empty()) {
    TIZZA_TRY(decision.text, read("  " + option.asks_for + ": "));
  }
  return decision;
}

Result<Decision> PlaybookScreen::decide(const StepView& step, const playbook::Question& question) {
  end_output();
  if (!context_.presentation.may_ask) return nobody_answers(step, question);
  Question choice;
  choice.kind = QuestionKind::kChoice;
  std::vector<std::string> names;
  for (const Option& option : question.options) {
    choice.choices.push_back({option.name, option.meaning});
    names.push_back(option.name);
  }
  const bool has_list = is_of_playbook(question);
  if (has_list) show_choices(question);
  std::string prompt = "  " + question.prompt;
  if (!question.default_option.empty()) {
    prompt += fmt::format(" [{}] (? for more)", question.default_option);
  } else if (!question.hint.empty()) {
    prompt += fmt::format(" ({}, ? for more)", question.hint);
  }
  prompt += prompt.ends_with('?') ? " " : ": ";
  while (true) {
    context_.terminal.drop_typed_ahead();
    TIZZA_TRY(std::string reply, read(prompt));
    if (reply == "?") {
      explain(step, question);
      continue;
    }
    if (reply.empty()) reply = question.default_option;
    if (reply.empty()) {
      print("  an answer is needed; `?` tells more\n");
      continue;
    }
    if (question.options.empty()) return Decision{reply, ""};
    const auto chosen = read_answer(choice, reply);
    if (!chosen.ok()) {
      print_indented(chosen.error().diagnostic.message + "; `?` tells more", true);
      continue;
    }
    const auto index = std::find(names.begin(), names.end(), chosen->front()) - names.begin();
    return complete(question.options[static_cast<size_t>(index)]);
  }
}

}  // namespace tizza::commands
