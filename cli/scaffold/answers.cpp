#include "scaffold/answers.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "scaffold/answer_reader.hpp"
#include "scaffold/interpolate.hpp"
#include "scaffold/registry_choices.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

/// What was typed for one question: where many can be chosen each adds to the others, else the last
/// one counts.
std::string typed_text(const Value& typed, QuestionType type) {
  const auto* list = typed.as_list();
  if (!list) return *typed.as_string();
  std::vector<std::string> texts;
  for (const Value& text : *list) texts.push_back(*text.as_string());
  return type == QuestionType::kMultichoice ? join(texts, ",") : texts.back();
}

std::string label_of(const Value& value) {
  const std::string* text = value.as_string();
  return text ? *text : write_json(value);
}

/// Goes through the questions once; lives for one call of collect_answers().
class Questionnaire {
 public:
  Questionnaire(const Manifest& manifest, const AnswerSources& sources)
      : manifest_(manifest), sources_(sources) {
    answers_.all = Value(Value::Mapping{});
    answers_.context = sources.base.is_null() ? Value(Value::Mapping{}) : sources.base;
    if (!member(answers_.context, "add_ons")) answers_.context.set("add_ons", Value::List{});
  }

  Result<Answers> run() {
    if (const auto* typed = sources_.typed.as_mapping()) {
      for (const auto& [name, value] : *typed) TIZZA_CHECK(check_name(name));
    }
    for (const auto& [name, value] : sources_.given.mapping.entries()) {
      if (sources_.given.is_record) break;
      Status known = check_name(std::string(name.text()));
      if (!known) return at_place(std::move(known).error(), name);
    }
    for (size_t i = 0; i <= manifest_.questions.size();) {
      const bool is_end = i == manifest_.questions.size();
      TIZZA_TRY(const bool wants_back, is_end ? confirm() : settle(manifest_.questions[i]));
      if (wants_back) {
        i = go_back(i);
      } else {
        ++i;
      }
    }
    if (!missing_.empty()) return missing_answers(missing_, have_defaults_);
    for (const auto& [key, template_node] : manifest_.computed.entries()) {
      TIZZA_TRY(Value value, interpolate(template_node, answers_.context, manifest_.syntax));
      answers_.context.set(std::string(key.text()), std::move(value));
    }
    return std::move(answers_);
  }

 private:
  Status check_name(const std::string& name) const {
    std::vector<std::string> ids;
    for (const Question& question : manifest_.questions) ids.push_back(question.id);
    if (std::find(ids.begin(), ids.end(), name) != ids.end()) return {};
    std::string help = near_names_help(name, ids);
    if (help.empty()) help = "it asks for " + quoted_list(ids);
    return failure("answer", "template `" + manifest_.name + "` does not ask for `" + name + "`",
                   std::move(help));
  }

  static Error at_place(Error error, Node place) {
    error.diagnostic.at = place.location();
    return error;
  }

  Result<Value> read_given(const Question& question, const OpenQuestion& open, Node given) const {
    auto value = read_value(question, open.options, Value::as_written(given));
    if (!value) return at_place(std::move(value).error(), given);
    Status valid = validate(question, *value);
    if (!valid) return at_place(std::move(valid).error(), given);
    return value;
  }

  /// Answers one question; true where the person wants the one before again.
  Result<bool> settle(const Question& question) {
    TIZZA_TRY(const bool is_asked, holds(question.when, answers_.context, manifest_.syntax));
    TIZZA_TRY(OpenQuestion open, open_question(question));
    if (!is_asked) {
      keep(question, open.default_value ? *open.default_value : Value());
      return false;
    }
    if (sources_.has_placeholders && question.type == QuestionType::kSecret) {
      keep(question, Value("<secret:" + question.id + ">"));
      return false;
    }
    if (const auto* typed = member(sources_.typed, question.id)) {
      TIZZA_TRY(Value value, open.read(typed_text(*typed, question.type)));
      keep(question, std::move(value));
    } else if (const Node given = sources_.given.find(question.id)) {
      TIZZA_TRY(Value value, read_given(question, open, given));
      keep(question, std::move(value));
    } else if (sources_.asker) {
      TIZZA_TRY(Reply reply, sources_.asker(open));
      if (reply.wants_back) return true;
      asked_.push_back(static_cast<size_t>(&question - manifest_.questions.data()));
      keep(question, std::move(reply.value));
    } else if (open.default_value && sources_.takes_defaults) {
      TIZZA_TRY(Value value, read_value(question, open.options, *open.default_value));
      TIZZA_CHECK(validate(question, value));
      keep(question, std::move(value));
    } else {
      missing_.push_back(question.id);
      have_defaults_ &= open.default_value.has_value();
      keep(question, open.default_value ? *open.default_value : Value(""));
    }
    return false;
  }

  /// True where the person wants the last question again.
  Result<bool> confirm() {
    if (asked_.empty() || !sources_.confirmer || !missing_.empty()) return false;
    return sources_.confirmer(answers_);
  }

  Result<OpenQuestion> open_question(const Question& question) {
    OpenQuestion open;
    open.question = &question;
    const auto text = [&](Node node, std::string otherwise) -> Result<std::string> {
      if (!node) return otherwise;
      return expr::render(node, answers_.context, manifest_.syntax);
    };
    TIZZA_TRY(open.prompt, text(question.prompt, question.id));
    TIZZA_TRY(open.help, text(question.help, ""));
    TIZZA_TRY(open.options, options(question));
    if (question.default_value) {
      TIZZA_TRY(open.default_value,
                interpolate(question.default_value, answers_.context, manifest_.syntax));
    } else if (question.from == "ports") {
      open.default_value = Value(port_for(sources_.registry, own_service()));
    }
    open.read = [this, &question,
                 options = open.options](const std::string& typed) -> Result<Value> {
      TIZZA_TRY(Value value, read_text(question, options, typed));
      TIZZA_CHECK(validate(question, value));
      return value;
    };
    return open;
  }

  /// The service whose ports are its own: the one that the template would register. Its folder may
  /// have another name.
  std::string own_service() const {
    for (const auto& [key, fields] : manifest_.registration["services"].entries()) {
      const auto name = expr::render(key, answers_.context, manifest_.syntax);
      if (name) return *name;
    }
    const Value* name = member(sources_.base, "destination");
    const std::string* text = name ? name->as_string() : nullptr;
    return text ? *text : "";
  }

  Result<std::vector<Option>> options(const Question& question) {
    std::vector<Option> options;
    if (question.choices) {
      TIZZA_TRY(const Value choices,
                interpolate(question.choices, answers_.context, manifest_.syntax));
      if (const auto* list = choices.as_list()) {
        for (const Value& value : *list) options.push_back({label_of(value), value});
      } else if (const auto* mapping = choices.as_mapping()) {
        for (const auto& [label, value] : *mapping) options.push_back({label, value});
      } else {
        return failure_at(question.choices.location(), "template",
                          "`choices` of `" + question.id + "` is neither a list nor a mapping");
      }
    }
    for (std::string& name : registry_names(sources_.registry, question.from)) {
      options.push_back({name, Value(name)});
    }
    return options;
  }

  Status validate(const Question& question, const Value& value) const {
    if (question.from == "ports") {
      TIZZA_CHECK(check_port(sources_.registry, own_service(), question.id, value));
    }
    if (!question.validation) return {};
    Value context = answers_.context;
    context.set(question.id, value);
    TIZZA_TRY(const bool is_valid,
              holds(question.validation["expression"], context, manifest_.syntax));
    if (is_valid) return {};
    TIZZA_TRY(std::string message,
              expr::render(question.validation["message"], context, manifest_.syntax));
    const std::string shown = question.type == QuestionType::kSecret ? "***" : label_of(value);
    return failure("answer", "answer `" + question.id + "` is `" + shown + "`: " + message,
                   "give another: -d " + question.id + "=VALUE");
  }

  void keep(const Question& question, Value value) {
    answers_.context.set(question.id, value);
    answers_.all.set(question.id, std::move(value));
    if (question.type == QuestionType::kSecret) answers_.secrets.push_back(question.id);
  }

  /// The question to ask next when somebody wants back from question `from`.
  size_t go_back(size_t from) {
    if (asked_.empty()) return from;
    const size_t before = asked_.back();
    asked_.pop_back();
    return before;
  }

  static const Value* member(const Value& values, const std::string& id) {
    if (!values.as_mapping()) return nullptr;
    for (const auto& [name, value] : *values.as_mapping()) {
      if (name == id) return &value;
    }
    return nullptr;
  }

  const Manifest& manifest_;
  const AnswerSources& sources_;
  Answers answers_;
  std::vector<size_t> asked_;
  std::vector<std::string> missing_;
  bool have_defaults_ = true;  // all that are missing
};

}  // namespace

Node GivenAnswers::find(const std::string& id) const {
  const Node own = mapping[id];
  const auto before = renamed.find(id);
  return own || before == renamed.end() ? own : mapping[before->second];
}

Result<Answers> collect_answers(const Manifest& manifest, const AnswerSources& sources) {
  return Questionnaire(manifest, sources).run();
}

}  // namespace tizza::scaffold
