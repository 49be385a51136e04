#include "scaffold/answer_reader.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "text/reader.hpp"
#include "text/scalar.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

Error refused(const Question& question, const std::string& text, std::string_view wanted,
              std::string help = {}) {
  const std::string shown = question.type == QuestionType::kSecret ? "***" : text;
  return failure(
      "answer",
      "answer `" + question.id + "` is `" + shown + "`, which is not " + std::string(wanted),
      std::move(help));
}

/// Characters that neither YAML nor a terminal takes as they are.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_control);
}

Result<Value> read_bool(const Question& question, const std::string& text) {
  const std::string lower = to_lower(text);
  for (const char* yes : {"true", "yes", "y", "on", "1"}) {
    if (lower == yes) return Value(true);
  }
  for (const char* no : {"false", "no", "n", "off", "0"}) {
    if (lower == no) return Value(false);
  }
  return refused(question, text, "yes or no", "answer with true or false");
}

Result<Value> read_option(const Question& question, const std::vector<Option>& options,
                          const std::string& text) {
  std::vector<std::string> labels;
  for (const Option& option : options) {
    const std::string* value = option.value.as_string();
    if (option.label == text || (value && *value == text)) return option.value;
    labels.push_back(option.label);
  }
  std::string help = near_names_help(text, labels);
  if (help.empty()) help = labels.empty() ? "there is none" : "choose " + quoted_list(labels, "or");
  return refused(question, text, "one of the choices", std::move(help));
}

Result<Value> read_options(const Question& question, const std::vector<Option>& options,
                           const std::string& text) {
  Value::List chosen;
  for (const auto part : split(text, ',')) {
    const auto name = trim(part);
    if (name.empty()) continue;
    TIZZA_TRY(Value value, read_option(question, options, std::string(name)));
    chosen.push_back(std::move(value));
  }
  return Value(std::move(chosen));
}

Result<Value> read_path(const Question& question, const std::string& text) {
  const std::string path = normal_path(text);
  if (text.empty() || text.starts_with('/') || path == ".." || path.starts_with("../")) {
    return refused(question, text, "a path below the project", "for example src/app");
  }
  return Value(path);
}

Result<Value> read_json(const Question& question, const std::string& text) {
  const auto document = tizza::read_json(std::make_shared<Source>("<answer>", text));
  if (!document) {
    return refused(question, text, "JSON", document.error().diagnostic.message);
  }
  return Value::from((*document)->root());
}

}  // namespace

Result<Value> read_text(const Question& question, const std::vector<Option>& options,
                        const std::string& text) {
  switch (question.type) {
    case QuestionType::kBool:
      return read_bool(question, text);
    case QuestionType::kInt:
      if (const auto whole = parse_core_int(text)) return Value(*whole);
      return refused(question, text, "a whole number");
    case QuestionType::kFloat:
      if (const auto number = parse_core_double(text)) return Value(*number);
      return refused(question, text, "a number");
    case QuestionType::kChoice:
      return read_option(question, options, text);
    case QuestionType::kMultichoice:
      return read_options(question, options, text);
    case QuestionType::kPath:
      return read_path(question, text);
    case QuestionType::kJson:
      return read_json(question, text);
    case QuestionType::kText:
      if (has_control_character(text)) {
        return refused(question, text, "text without control characters");
      }
      break;
    case QuestionType::kSecret:
      break;
  }
  if (options.empty()) return Value(text);
  return read_option(question, options, text);
}

Result<Value> read_value(const Question& question, const std::vector<Option>& options,
                         const Value& value) {
  if (const std::string* text = value.as_string()) {
    if (question.type == QuestionType::kJson) return value;
    return read_text(question, options, *text);
  }
  if (question.type == QuestionType::kJson) return value;
  if (const auto* list = value.as_list(); list && question.type == QuestionType::kMultichoice) {
    for (const Value& item : *list) {
      const bool is_option = std::any_of(options.begin(), options.end(), [&](const Option& option) {
        return option.value == item;
      });
      if (!is_option) return refused(question, write_json(item), "one of the choices");
    }
    return value;
  }
  const auto is_option = [&](const Option& option) { return option.value == value; };
  if (std::any_of(options.begin(), options.end(), is_option)) return value;
  if (value.is_null() || value.as_list() || value.as_mapping()) {
    return refused(question, write_json(value), "of the question's type");
  }
  return read_text(question, options, write_json(value));
}

Error missing_answers(const std::vector<std::string>& ids, bool have_defaults) {
  std::vector<std::string> flags;
  for (const std::string& id : ids) flags.push_back("-d " + id + "=VALUE");
  return failure("answer",
                 counted(ids.size(), "answer is", "answers are") + " missing: " + quoted_list(ids),
                 "give " + quoted_list(flags) +
                     (have_defaults ? ", or take the defaults by `--defaults`" : ""),
                 Verdict::kNeedsPerson);
}

}  // namespace tizza::scaffold
