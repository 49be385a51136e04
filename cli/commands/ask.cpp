#include "commands/ask.hpp"

#include <algorithm>
#include <charconv>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "report/style.hpp"
#include "report/wrap.hpp"

namespace tizza::commands {
namespace {

using report::Style;
using report::styled;

constexpr std::string_view kHelp = "?";
constexpr std::string_view kBack = "<";
constexpr std::string_view kNone = "-";

Error refusal(std::string message, std::string help = {}) {
  return failure("answer", std::move(message), std::move(help));
}

std::vector<std::string> names_of(const std::vector<Choice>& choices) {
  std::vector<std::string> names;
  for (const Choice& choice : choices) names.push_back(choice.value);
  return names;
}

/// The number of a choice as the list shows it, from 1.
std::optional<size_t> as_number(std::string_view text, size_t count) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || number < 1 || number > count) return std::nullopt;
  return number;
}

/// By name, by number, by the unique start of a name: in this order, so that a choice named `2` is
/// always reachable.
Result<std::string> find_choice(const std::vector<Choice>& choices, std::string_view text) {
  for (const Choice& choice : choices) {
    if (choice.value == text) return choice.value;
  }
  if (const auto number = as_number(text, choices.size())) return choices[*number - 1].value;
  const std::string start = to_lower(text);
  std::vector<std::string> found;
  for (const Choice& choice : choices) {
    if (!start.empty() && to_lower(choice.value).starts_with(start)) found.push_back(choice.value);
  }
  if (found.size() == 1) return found.front();
  const std::string shown = "`" + std::string(text) + "`";
  if (found.size() > 1) return refusal(shown + " may be " + quoted_list(found, "or"));
  std::string help = near_names_help(text, names_of(choices));
  if (help.empty()) help = "the choices are " + quoted_list(names_of(choices));
  return refusal(shown + " is none of the choices", std::move(help));
}

Result<std::vector<std::string>> find_choices(const std::vector<Choice>& choices,
                                              const std::string& text) {
  std::vector<std::string> chosen;
  if (text.empty() || text == kNone) return chosen;
  for (const std::string_view part : split(text, ',')) {
    if (trim(part).empty()) continue;
    TIZZA_TRY(std::string value, find_choice(choices, trim(part)));
    if (std::count(chosen.begin(), chosen.end(), value) == 0) chosen.push_back(std::move(value));
  }
  return chosen;
}

Result<std::vector<std::string>> read_yes_no(const std::string& text) {
  const std::string word = to_lower(text);
  for (const char* yes : {"y", "yes", "true"}) {
    if (word == yes) return std::vector<std::string>{"true"};
  }
  for (const char* no : {"n", "no", "false"}) {
    if (word == no) return std::vector<std::string>{"false"};
  }
  return refusal("`" + text + "` is neither yes nor no", "answer `y` or `n`");
}

Result<std::vector<std::string>> read_values(const Question& question, const std::string& text) {
  switch (question.kind) {
    case QuestionKind::kYesNo:
      return read_yes_no(text);
    case QuestionKind::kMultichoice:
      return find_choices(question.choices, text);
    case QuestionKind::kChoice: {
      TIZZA_TRY(std::string value, find_choice(question.choices, text));
      return std::vector<std::string>{std::move(value)};
    }
    case QuestionKind::kText:
    case QuestionKind::kSecret:
      break;
  }
  return std::vector<std::string>{text};
}

/// `Service name (culinary-service): `
std::string prompt_line(const Question& question) {
  std::string line = question.prompt;
  const auto& fallback = question.default_value;
  if (question.kind == QuestionKind::kYesNo) {
    line += !fallback ? " [y/n]" : *fallback == "true" ? " [Y/n]" : " [y/N]";
  } else if (fallback && question.kind != QuestionKind::kSecret) {
    const bool says_none = fallback->empty() && question.kind == QuestionKind::kMultichoice;
    line += " (" + (says_none ? "none" : *fallback) + ")";
  }
  return line + (line.ends_with('?') ? " " : ": ");
}

void show_choices(const Question& question, Context& context) {
  std::vector<report::Term> terms;
  for (size_t i = 0; i < question.choices.size(); ++i) {
    const Choice& choice = question.choices[i];
    terms.push_back({std::to_string(i + 1) + ") " + choice.value, choice.meaning});
  }
  const auto width = static_cast<size_t>(context.terminal.width());
  context.terminal.err(report::term_list(terms, width, context.presentation.colour_err));
}

void show_help(const Question& question, Context& context) {
  std::string text = question.help.empty() ? "" : question.help + "\n";
  if (question.kind == QuestionKind::kMultichoice) {
    text += "Several answers are separated by commas; `-` is none of them.\n";
  }
  if (question.default_value) text += "An empty line takes the value in brackets.\n";
  if (question.may_go_back) text += "`<` goes back to the question before.\n";
  text += "Ctrl-C stops.\n";
  const auto width = static_cast<size_t>(context.terminal.width());
  for (const std::string& line : report::wrap(text, width)) context.terminal.err(line + "\n");
}

void show_refusal(const Diagnostic& reason, Context& context) {
  const bool colour = context.presentation.colour_err;
  context.terminal.err(styled(reason.message, Style::kError, colour) + "\n");
  if (!reason.help.empty()) context.terminal.err(reason.help + "\n");
}

/// The error where the person closed the input at a question.
Error input_ended(const Question& question) {
  return failure("needs-answer", "the input ended without an answer: " + question.prompt,
                 question.flag.empty() ? "answer it, or stop by Ctrl-C"
                                       : "answer it, or give `" + question.flag + "`",
                 Verdict::kNeedsPerson);
}

/// The error where no person answers.
Error nobody_answers(const Question& question) {
  return failure("needs-answer", "nobody can be asked: " + question.prompt,
                 question.flag.empty() ? "run it on a terminal" : "give `" + question.flag + "`",
                 Verdict::kNeedsPerson);
}

Result<std::string> read_reply(const Question& question, Context& context) {
  const std::string prompt = prompt_line(question);
  auto reply = question.kind == QuestionKind::kSecret ? context.terminal.read_secret(prompt)
                                                      : context.terminal.read_line(prompt);
  if (!reply && reply.error().verdict == Verdict::kNeedsPerson) return input_ended(question);
  if (!reply || question.kind == QuestionKind::kSecret) return reply;
  return std::string(trim(*reply));
}

}  // namespace

Result<std::vector<std::string>> read_answer(const Question& question, const std::string& text) {
  TIZZA_TRY(auto values, read_values(question, text));
  if (question.refuse) {
    for (const std::string& value : values) {
      if (const auto reason = question.refuse(value)) return refusal(*reason);
    }
  }
  return values;
}

Result<Answer> ask(const Question& question, Context& context) {
  if (!context.presentation.may_ask) return nobody_answers(question);
  if (!question.choices.empty()) show_choices(question, context);
  while (true) {
    if (question.is_gate) context.terminal.drop_typed_ahead();
    TIZZA_TRY(std::string reply, read_reply(question, context));
    if (reply == kHelp) {
      show_help(question, context);
      continue;
    }
    if (reply == kBack && question.may_go_back) return Answer{.wants_back = true};
    if (reply.empty()) {
      if (!question.default_value) {
        context.terminal.err("an answer is needed; `?` tells more\n");
        continue;
      }
      reply = *question.default_value;
    }
    auto values = read_answer(question, reply);
    if (values) return Answer{.values = *std::move(values)};
    show_refusal(values.error().diagnostic, context);
  }
}

}  // namespace tizza::commands
