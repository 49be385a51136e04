#include "scaffold/cookiecutter/variables.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "scaffold/answer_reader.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold::cookiecutter {
namespace {

// All variables together: a hostile template with many must end as well.
constexpr uint64_t kMostSteps = 50'000'000;

bool is_private(std::string_view name) {
  return name.starts_with("_") && !name.starts_with("__");
}

bool is_rendered_only(std::string_view name) {
  return name.starts_with("__");
}

/// A number as Python's str() writes it; other scalars as they stand.
std::string text_of(const Value& value) {
  if (const auto* text = value.as_string()) return *text;
  if (const auto* flag = value.as_bool()) return *flag ? "True" : "False";
  if (value.is_null()) return "None";
  return write_json(value);
}

Error value_error(const std::string& name, const std::string& message, std::string help = {}) {
  return failure("answer", "answer `" + name + "` " + message, std::move(help));
}

/// Puts `value` over what was declared for a variable, as cookiecutter does.
class Overwriter {
 public:
  explicit Overwriter(Value& variables) : variables_(variables) {}

  Status apply(const std::string& name, const Value& value) {
    std::vector<std::string> names;
    for (auto& [known, declared] : *variables_.as_mapping()) {
      if (known == name) return overwrite(name, declared, value);
      names.push_back(known);
    }
    std::string help = near_names_help(name, names);
    if (help.empty()) help = "the variables are " + quoted_list(names);
    return failure("answer", "the template has no variable `" + name + "`", std::move(help));
  }

 private:
  static Status overwrite(const std::string& name, Value& declared, const Value& value) {
    if (auto* choices = declared.as_list()) return choose(name, *choices, value);
    const auto* text = value.as_string();
    if (declared.as_mapping()) {
      if (!text) return merge(declared, value), Status();
      const auto document = read_json(std::make_shared<Source>("<answer>", *text));
      if (!document || !(*document)->root().is_mapping()) {
        return value_error(name, "is no JSON mapping",
                           "for example -d '" + name + "={\"key\": 1}'");
      }
      return merge(declared, Value::from((*document)->root())), Status();
    }
    if (declared.as_bool() && text) {
      Question question;
      question.id = name;
      question.type = QuestionType::kBool;
      TIZZA_TRY(declared, read_text(question, {}, *text));
      return {};
    }
    declared = value;
    return {};
  }

  // The chosen one comes to the front, where the default stands; several take the place of all.
  static Status choose(const std::string& name, Value::List& choices, const Value& value) {
    const auto is_choice = [&](const Value& wanted) {
      return std::find(choices.begin(), choices.end(), wanted) != choices.end();
    };
    const auto* several = value.as_list();
    const Value::List wanted = several ? *several : Value::List{value};
    for (const Value& one : wanted) {
      if (is_choice(one)) continue;
      std::vector<std::string> labels;
      for (const Value& choice : choices) labels.push_back(text_of(choice));
      return value_error(name, "is `" + text_of(one) + "`, which is not one of the choices",
                         "choose " + quoted_list(labels, "or"));
    }
    if (several) {
      choices = wanted;
      return {};
    }
    choices.erase(std::find(choices.begin(), choices.end(), value));
    choices.insert(choices.begin(), value);
    return {};
  }

  static void merge(Value& declared, const Value& value) {
    const auto* members = value.as_mapping();
    if (!members) {
      declared = value;
      return;
    }
    for (const auto& [key, inner] : *members) {
      const bool is_deeper = declared[key].as_mapping() && inner.as_mapping();
      Value merged = is_deeper ? declared[key] : inner;
      if (is_deeper) merge(merged, inner);
      declared.set(key, std::move(merged));
    }
  }

  Value& variables_;
};

/// Goes through the variables; lives for one call of collect_variables().
class Collector {
 public:
  Collector(const Settings& settings, const VariableSources& sources)
      : settings_(settings),
        sources_(sources),
        syntax_(settings.syntax),
        declared_(settings.variables) {
    syntax_.steps_left = &steps_left_;
  }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  Result<Variables> run() {
    TIZZA_CHECK(overwrite(sources_.given));
    TIZZA_CHECK(overwrite(sources_.typed));
    questions_.resize(members().size());
    for (bool is_settled = false; !is_settled;) {
      TIZZA_CHECK(settle_all());
      TIZZA_TRY(is_settled, confirm());
    }
    if (!missing_.empty()) return missing_answers(missing_, true);
    return result();
  }

 private:
  const Value::Mapping& members() const { return *declared_.as_mapping(); }

  Status overwrite(const Value& values) {
    const auto* given = values.as_mapping();
    if (!given) return {};
    Overwriter overwriter(declared_);
    for (const auto& [name, value] : *given) TIZZA_CHECK(overwriter.apply(name, value));
    return {};
  }

  /// Dicts come last: their keys and values may refer to all others.
  Status settle_all() {
    std::vector<size_t> order;
    for (const bool wants_dicts : {false, true}) {
      for (size_t i = 0; i < members().size(); ++i) {
        const auto& [name, declared] = members()[i];
        const bool is_dict = declared.as_mapping() && !is_private(name);
        if (is_dict == wants_dicts) order.push_back(i);
      }
    }
    size_t at = start_;
    if (at == 0) values_ = Value(Value::Mapping{});
    while (at < order.size()) {
      TIZZA_TRY(const bool wants_back, settle(order[at], at));
      at = wants_back ? go_back(at) : at + 1;
    }
    return {};
  }

  size_t go_back(size_t from) {
    if (asked_.empty()) return from;
    const size_t before = asked_.back();
    asked_.pop_back();
    return before;
  }

  /// Gives one variable its value; true where the person wants the one before again.
  Result<bool> settle(size_t index, size_t at) {
    const auto& [name, declared] = members()[index];
    if (const Value* known = replayed(name)) {
      values_.set(name, *known);
      return false;
    }
    if (is_private(name)) {
      values_.set(name, declared);
      return false;
    }
    TIZZA_TRY(Value usual, rendered(declared));
    const bool is_choice = usual.as_list() && !is_rendered_only(name);
    if (is_choice && usual.as_list()->empty()) {
      return value_error(name, "cannot be chosen, for the list of choices is empty");
    }
    if (sources_.asker && !is_rendered_only(name)) return ask(index, at, usual);
    const bool is_answered = !sources_.typed[name].is_null() || !sources_.given[name].is_null();
    if (!is_answered && !sources_.takes_defaults && !is_rendered_only(name)) {
      missing_.push_back(name);
    }
    values_.set(name, is_choice ? usual.as_list()->front() : usual);
    return false;
  }

  const Value* replayed(const std::string& name) const {
    const auto* replay = sources_.replay.as_mapping();
    if (!replay) return nullptr;
    for (const auto& [known, value] : *replay) {
      if (known == name) return &value;
    }
    return nullptr;
  }

  /// What was declared with its texts rendered; numbers become texts.
  Result<Value> rendered(const Value& declared) const {
    if (declared.is_null() || declared.as_bool()) return declared;
    if (const auto* list = declared.as_list()) {
      Value::List items;
      for (const Value& item : *list) {
        TIZZA_TRY(Value value, rendered(item));
        items.push_back(std::move(value));
      }
      return Value(std::move(items));
    }
    if (const auto* mapping = declared.as_mapping()) {
      Value members{Value::Mapping{}};
      for (const auto& [key, item] : *mapping) {
        TIZZA_TRY(const Value name, rendered(Value(key)));
        TIZZA_TRY(Value value, rendered(item));
        members.set(*name.as_string(), std::move(value));
      }
      return members;
    }
    Value context;
    context.set("cookiecutter", values_);
    const auto source = std::make_shared<Source>("cookiecutter.json", text_of(declared));
    TIZZA_TRY(std::string text, expr::render(source, context, syntax_));
    return Value(std::move(text));
  }

  Result<bool> ask(size_t index, size_t at, const Value& usual) {
    const std::string& name = members()[index].first;
    Question& question = questions_[index];
    question.id = name;
    question.type = usual.as_bool()      ? QuestionType::kBool
                    : usual.as_list()    ? QuestionType::kChoice
                    : usual.as_mapping() ? QuestionType::kJson
                                         : QuestionType::kText;
    OpenQuestion open;
    open.question = &question;
    const Value prompt = settings_.prompts[name];
    const Value choice_prompt = prompt["__prompt__"];
    open.prompt = prompt.as_string()          ? *prompt.as_string()
                  : choice_prompt.as_string() ? *choice_prompt.as_string()
                                              : name;
    open.default_value = usual;
    if (const auto* choices = usual.as_list()) {
      open.default_value = choices->front();
      for (const Value& choice : *choices) {
        const std::string text = text_of(choice);
        const Value label = prompt[text];
        open.options.push_back({label.as_string() ? *label.as_string() : text, choice});
      }
      open.default_value = Value(open.options.front().label);
    }
    open.read = [&question, options = open.options](const std::string& text) {
      return read_text(question, options, text);
    };
    TIZZA_TRY(Reply reply, sources_.asker(open));
    if (reply.wants_back) return true;
    asked_.push_back(at);
    values_.set(name, std::move(reply.value));
    return false;
  }

  /// False where the person wants the last question again.
  Result<bool> confirm() {
    if (asked_.empty() || !sources_.confirmer) return true;
    Answers shown;
    shown.all = answers();
    TIZZA_TRY(const bool wants_back, sources_.confirmer(shown));
    if (wants_back) start_ = go_back(0);
    return !wants_back;
  }

  Value answers() const {
    Value open{Value::Mapping{}};
    for (const auto& [name, declared] : members()) {
      if (!name.starts_with("_")) open.set(name, values_[name]);
    }
    return open;
  }

  Variables result() const {
    Variables variables;
    Value all{Value::Mapping{}}, raw{Value::Mapping{}};
    for (const auto& [name, declared] : members()) {
      all.set(name, values_[name]);
      if (!name.starts_with("_")) raw.set(name, declared);
    }
    if (const auto* extra = sources_.extra.as_mapping()) {
      for (const auto& [name, value] : *extra) all.set(name, value);
    }
    variables.answers = answers();
    variables.context.set("cookiecutter", std::move(all));
    variables.context.set("_cookiecutter", std::move(raw));
    return variables;
  }

  const Settings& settings_;
  const VariableSources& sources_;
  expr::Options syntax_;
  uint64_t steps_left_ = kMostSteps;
  Value declared_;
  Value values_{Value::Mapping{}};
  std::vector<Question> questions_;
  std::vector<size_t> asked_;  // places in the order of settle_all()
  size_t start_ = 0;
  std::vector<std::string> missing_;
};

}  // namespace

Result<Variables> collect_variables(const Settings& settings, const VariableSources& sources) {
  return Collector(settings, sources).run();
}

}  // namespace tizza::scaffold::cookiecutter
