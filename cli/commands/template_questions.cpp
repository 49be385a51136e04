#include "commands/template_questions.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/standard_input.hpp"
#include "report/wrap.hpp"
#include "scaffold/interpolate.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::commands {
namespace {

using scaffold::OpenQuestion;
using scaffold::QuestionType;
using scaffold::Reply;

}  // namespace

Result<Value> read_data(const std::vector<std::string>& data) {
  Value typed{Value::Mapping{}};
  for (const std::string& pair : data) {
    const size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
      return failure("usage", "`" + pair + "` is not KEY=VALUE", "for example -d team=culinary");
    }
    const std::string key = pair.substr(0, equals);
    const std::string text = pair.substr(equals + 1);
    Value all = typed[key];
    if (all.as_string()) all = Value::List{std::move(all)};
    if (auto* texts = all.as_list()) texts->emplace_back(text);
    typed.set(key, all.is_null() ? Value(text) : std::move(all));
  }
  return typed;
}

void add_environment(const std::vector<std::string>& ids, const Environment& environment,
                     Value& typed) {
  for (const std::string& id : ids) {
    if (!typed[id].is_null()) continue;
    std::string name = "TIZZA_DATA_" + id;
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (auto text = environment.get(name)) typed.set(id, *std::move(text));
  }
}

Result<scaffold::GivenAnswers> read_answers_file(const std::string& path, Context& context) {
  if (path.empty()) return scaffold::GivenAnswers();
  const bool is_stdin = path == "-";
  TIZZA_TRY(std::string text,
            is_stdin ? read_standard_input(context) : context.files.read_input(path));
  TIZZA_TRY(const DocumentPtr document,
            read_document(std::make_shared<Source>(is_stdin ? "<stdin>" : path, std::move(text))));
  const Node root = document->root();
  if (!root.is_mapping() && !root.is_null()) {
    return failure_at(root.location(), "answers", "the answers are no mapping of names to values");
  }
  // What an earlier project recorded is as good as a file of answers alone.
  const bool is_recorded = root["template"].is_mapping() && root["answers"].is_mapping();
  return scaffold::GivenAnswers{document, is_recorded ? root["answers"] : root};
}

namespace {

QuestionKind kind_of(const OpenQuestion& open) {
  switch (open.question->type) {
    case QuestionType::kBool:
      return QuestionKind::kYesNo;
    case QuestionType::kMultichoice:
      return QuestionKind::kMultichoice;
    case QuestionType::kSecret:
      return QuestionKind::kSecret;
    default:
      return open.options.empty() ? QuestionKind::kText : QuestionKind::kChoice;
  }
}

std::string as_text(const Value& value) {
  if (const auto* text = value.as_string()) return *text;
  const auto* list = value.as_list();
  if (!list) return write_json(value);
  std::vector<std::string> parts;
  for (const Value& item : *list) parts.push_back(as_text(item));
  return join(parts, ",");
}

Result<Reply> ask_person(const OpenQuestion& open, Context& context) {
  Question question;
  question.prompt = open.prompt;
  question.kind = kind_of(open);
  question.flag = "-d " + open.question->id + "=VALUE";
  question.help = open.help;
  question.may_go_back = true;
  if (open.default_value) {
    question.default_value = question.kind == QuestionKind::kYesNo
                                 ? (scaffold::is_true(*open.default_value) ? "true" : "false")
                                 : as_text(*open.default_value);
  }
  for (const auto& option : open.options) question.choices.push_back({option.label});
  question.refuse = [&](const std::string& text) -> std::optional<std::string> {
    const auto value = open.read(text);
    if (value) return std::nullopt;
    return value.error().diagnostic.message;
  };
  TIZZA_TRY(const Answer answer, ask(question, context));
  if (answer.wants_back) return Reply{true, {}};
  TIZZA_TRY(Value value, open.read(join(answer.values, ",")));
  return Reply{false, std::move(value)};
}

std::string description_of(const std::string& built_in) {
  const auto tree = scaffold::read_built_in(built_in);
  if (!tree) return {};
  const auto manifest = scaffold::read_manifest(*tree);
  return manifest ? manifest->description : std::string();
}

/// Shows what was answered, and asks for the last word.
Result<bool> confirm(const scaffold::Answers& answers, Context& context) {
  std::vector<report::Term> terms;
  if (const auto* all = answers.all.as_mapping()) {
    for (const auto& [id, value] : *all) {
      const bool is_secret = std::count(answers.secrets.begin(), answers.secrets.end(), id) > 0;
      terms.push_back({id, is_secret ? "***" : as_text(value)});
    }
  }
  const auto width = static_cast<size_t>(context.terminal.width());
  context.terminal.err("\n" + report::term_list(terms, width, context.presentation.colour_err));
  Question question{.prompt = "Make it?", .kind = QuestionKind::kYesNo, .flag = "--defaults"};
  question.default_value = "true";
  question.may_go_back = true;
  TIZZA_TRY(const Answer answer, ask(question, context));
  if (answer.wants_back || answer.yes()) return answer.wants_back;
  return failure("stopped", "nothing was made", {}, Verdict::kStopped);
}

}  // namespace

scaffold::Asker person_asker(Context& context) {
  return [&context](const OpenQuestion& open) { return ask_person(open, context); };
}

scaffold::Confirmer person_confirmer(Context& context) {
  return [&context](const scaffold::Answers& answers) { return confirm(answers, context); };
}

Result<scaffold::AnswerSources> read_answer_sources(const scaffold::Manifest& manifest,
                                                    const AnswerFlags& flags, Context& context) {
  scaffold::AnswerSources sources;
  TIZZA_TRY(sources.typed, read_data(flags.data));
  std::vector<std::string> ids;
  for (const auto& question : manifest.questions) ids.push_back(question.id);
  add_environment(ids, context.environment, sources.typed);
  TIZZA_TRY(sources.given, read_answers_file(flags.answers_file, context));
  sources.registry = flags.registry;
  sources.base.set("destination", flags.destination);
  return sources;
}

Result<scaffold::Answers> ask_template_questions(const scaffold::Manifest& manifest,
                                                 const AnswerFlags& flags, Context& context) {
  TIZZA_TRY(auto sources, read_answer_sources(manifest, flags, context));
  sources.takes_defaults = flags.take_defaults;
  if (context.presentation.may_ask && !flags.take_defaults) {
    sources.asker = person_asker(context);
    if (flags.confirms) sources.confirmer = person_confirmer(context);
  }
  return scaffold::collect_answers(manifest, sources);
}

Result<scaffold::WholeSources> read_whole_sources(const AnswerFlags& flags, Context& context) {
  scaffold::WholeSources sources;
  TIZZA_TRY(sources.typed, read_data(flags.data));
  sources.registry = flags.registry;
  sources.added = flags.add_on;
  if (context.presentation.may_ask && !flags.take_defaults) sources.asker = person_asker(context);
  return sources;
}

Status ask_template_and_destination(std::string& template_name, std::string& destination,
                                    const registry::Registry* registry, Context& context) {
  if (!context.presentation.may_ask && (template_name.empty() || destination.empty())) {
    return failure("answer",
                   template_name.empty() ? "no template and no destination are given"
                                         : "no destination is given",
                   "run `tizza new TEMPLATE DEST`; `tizza template list` shows the templates",
                   Verdict::kNeedsPerson);
  }
  if (template_name.empty()) {
    Question question{.prompt = "Template", .kind = QuestionKind::kChoice};
    for (auto& name : scaffold::built_in_names()) {
      question.choices.push_back({name, description_of(name)});
    }
    if (registry) {
      for (auto& name : registry->names(registry::Kind::kTemplate)) {
        const auto* entry = registry->find(registry::Kind::kTemplate, name);
        question.choices.push_back({name, std::string(entry->text("description"))});
      }
    }
    TIZZA_TRY(const Answer answer, ask(question, context));
    template_name = answer.text();
  }
  if (destination.empty()) {
    TIZZA_TRY(const Answer answer, ask({.prompt = "Destination folder"}, context));
    destination = answer.text();
  }
  return {};
}

}  // namespace tizza::commands
