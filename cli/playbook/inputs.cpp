#include "playbook/inputs.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/near_names.hpp"
#include "base/pep440.hpp"
#include "base/regex.hpp"
#include "base/semver.hpp"
#include "base/strings.hpp"
#include "playbook/masker.hpp"
#include "playbook/secrets.hpp"

namespace tizza::playbook {
namespace {

using registry::Item;
using registry::Kind;

/// Whether version `a` is below `b`; none where they cannot be compared.
std::optional<bool> is_older(std::string_view a, std::string_view b) {
  if (a.starts_with('v')) a.remove_prefix(1);
  if (b.starts_with('v')) b.remove_prefix(1);
  const auto left = parse_semver(a);
  const auto right = parse_semver(b);
  if (left.ok() && right.ok()) return precedence(*left, *right) < 0;
  const auto python_left = parse_pep440(a);
  const auto python_right = parse_pep440(b);
  if (!python_left.ok() || !python_right.ok()) return std::nullopt;
  return *python_left < *python_right;
}

std::optional<Kind> kind_named(std::string_view section) {
  for (const registry::KindInfo& info : registry::kinds()) {
    if (info.section == section) return info.kind;
  }
  return std::nullopt;
}

std::string secret_flag(const Input& input) {
  return secret_variable(input.name) + " in the environment";
}

InputQuestion secret_question(const Input& input) {
  InputQuestion question;
  question.name = input.name;
  question.prompt = input.node["prompt"] ? std::string(input.text("prompt")) : input.name;
  question.help = input.text("help");
  question.flag = secret_flag(input);
  question.is_secret = true;
  return question;
}

class Resolver {
 public:
  Resolver(const InputSources& sources, Scope base) : sources_(sources), scope_(std::move(base)) {}

  Result<Scope> run(const Playbook& playbook, const std::map<std::string, std::string>& given,
                    const AskForInput& ask, std::vector<std::string>* missing) {
    TIZZA_CHECK(check_names(playbook, given));
    for (const Input& input : playbook.inputs) {
      const auto value = given.find(input.name);
      if (value != given.end()) {
        // What it may be may depend on those before it.
        if (missing_.empty() || !is_of_service(input)) TIZZA_CHECK(take(input, value->second));
      } else if (missing_.empty() || (missing != nullptr && !is_of_service(input))) {
        TIZZA_CHECK(find(input, ask));
      } else {
        miss(input);
      }
    }
    if (missing != nullptr) *missing = missing_;
    for (const std::string& name : stand_ins_) scope_.forget(name);
    if (missing == nullptr) TIZZA_CHECK(refuse_missing());
    return std::move(scope_);
  }

  Result<Scope> run_secrets(const Playbook& playbook, const AskForInput& ask) {
    for (const Input& input : playbook.inputs) {
      if (is_secret(input)) TIZZA_CHECK(find_secret(input, ask));
    }
    TIZZA_CHECK(refuse_missing());
    return std::move(scope_);
  }

 private:
  Status refuse_missing() const {
    if (missing_.empty()) return {};
    return failure("input",
                   fmt::format("{} missing: {}", counted(missing_.size(), "input is", "inputs are"),
                               join(missing_, ", ")),
                   {}, Verdict::kNeedsPerson);
  }

  static Status check_names(const Playbook& playbook,
                            const std::map<std::string, std::string>& given) {
    std::vector<std::string> names;
    for (const Input& input : playbook.inputs) names.push_back(input.name);
    for (const auto& [name, value] : given) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      return failure("input", fmt::format("playbook `{}` has no input `{}`", playbook.name, name),
                     names_help(name, names));
    }
    return {};
  }

  static std::string flag_of(const Input& input) {
    if (is_secret(input)) return secret_flag(input);
    if (input.name == "service") return "SERVICE";
    if (input.name == "environment") return "--env <environment>";
    return fmt::format("-d {}=<value>", input.name);
  }

  Status find(const Input& input, const AskForInput& ask) {
    if (is_secret(input)) return find_secret(input, ask);
    TIZZA_TRY(const auto default_value, default_of(input));
    InputQuestion question;
    question.name = input.name;
    TIZZA_TRY(question.prompt, scope_.text(input.node["prompt"]));
    if (question.prompt.empty()) question.prompt = input.name;
    question.help = input.text("help");
    question.flag = flag_of(input);
    TIZZA_TRY(question.choices, candidates(input));
    question.default_value = default_value;
    question.refuse = [&](const std::string& text) -> std::optional<std::string> {
      const Status checked = check_value(input, text, question.choices);
      if (checked.ok()) return std::nullopt;
      return checked.error().diagnostic.message;
    };
    TIZZA_TRY(const auto answer, ask(question));
    if (answer && !sources_.checks_answers) {
      scope_.set(input.name, value_of(input, *answer));
      return {};
    }
    if (answer) return take(input, *answer);
    if (default_value && input.node["default"]) return take(input, *default_value);
    miss(input);
    return {};
  }

  Status find_secret(const Input& input, const AskForInput& ask) {
    TIZZA_TRY(const auto answer, ask(secret_question(input)));
    if (!answer) {
      missing_.push_back(flag_of(input));
      return {};
    }
    if (*answer != kSecretStandIn) {
      if (const auto refusal = refuse_secret(*answer)) {
        return failure("input", fmt::format("the secret for input `{}` will not do: {}", input.name,
                                            *refusal));
      }
      TIZZA_CHECK(check_pattern(input, *answer, kMasked));
    }
    scope_.set_secret(input.name, *answer);
    return {};
  }

  /// Whether what it may be is known by the service alone.
  static bool is_of_service(const Input& input) {
    return input.text("from") == "service.environments" || input.text("from") == "tags";
  }

  void miss(const Input& input) {
    missing_.push_back(flag_of(input));
    const bool is_text =
        !kind_named(input.text("from")) && input.text("from") != "service.environments";
    if (!is_text) return;
    // What later inputs say of themselves may hold it.
    scope_.set(input.name, "<" + input.name + ">");
    stand_ins_.push_back(input.name);
  }

  /// What the playbook says, else what the registry knows to be stable.
  Result<std::optional<std::string>> default_of(const Input& input) {
    if (input.node["default"]) {
      TIZZA_TRY(std::string text, scope_.text(input.node["default"]));
      return std::optional<std::string>(std::move(text));
    }
    const std::string stable = plain_text(scope_.names()["environment"]["last_stable"]);
    if (input.text("from") == "tags" && !stable.empty()) return std::optional<std::string>(stable);
    return std::optional<std::string>();
  }

  /// What the input may be; empty where anything goes.
  Result<std::vector<std::string>> candidates(const Input& input) {
    const std::string_view from = input.text("from");
    std::vector<std::string> names;
    for (const Node choice : input.node["choices"].items()) names.emplace_back(choice.text());
    if (from == "service.environments") return environments(input);
    if (from == "tags") return tags(input);
    if (const auto kind = kind_named(from)) {
      if (sources_.registry == nullptr) {
        return failure("registry", fmt::format("input `{}` needs a registry", input.name),
                       "name it with --registry, or make one: tizza registry init");
      }
      for (const Item& item : sources_.registry->items(*kind)) {
        TIZZA_TRY(const bool fits, is_wanted(input, item));
        if (fits) names.push_back(item.name());
      }
      if (names.empty()) {
        return failure("input", fmt::format("the registry has no {} for input `{}`",
                                            registry::info(*kind).singular, input.name));
      }
    }
    return names;
  }

  /// Whether the text names an entry of the registry that the input may be: one look instead of one
  /// at each entry.
  Result<bool> names_entry(const Input& input, const std::string& text) const {
    const auto kind = kind_named(input.text("from"));
    if (!kind || sources_.registry == nullptr) return false;
    const Item* item = sources_.registry->find(*kind, text);
    return item == nullptr ? Result<bool>(false) : is_wanted(input, *item);
  }

  Result<bool> is_wanted(const Input& input, const Item& item) const {
    if (!input.node["where"]) return true;
    const Scope entry(registry::to_value(item));
    return entry.holds(input.node["where"]);
  }

  Result<std::vector<std::string>> environments(const Input& input) const {
    const Value& service = scope_.names()["service"];
    std::vector<std::string> names;
    if (const Value::Mapping* all = service["environments"].as_mapping()) {
      for (const auto& [name, fields] : *all) names.push_back(name);
    }
    if (!names.empty()) return names;
    return failure("input",
                   fmt::format("service `{}` has no environments for input `{}`",
                               plain_text(service["name"]), input.name),
                   "add them to the registry");
  }

  Result<std::vector<std::string>> tags(const Input& input) const {
    std::vector<std::string> names;
    if (sources_.tags) names = sources_.tags(scope_.names()["service"]);
    const std::string deployed = plain_text(scope_.names()["environment"]["version"]);
    if (input.text("older_than") != "deployed" || deployed.empty()) return names;
    std::erase_if(names,
                  [&](const std::string& tag) { return !is_older(tag, deployed).value_or(false); });
    return names;
  }

  Status take(const Input& input, const std::string& text) {
    if (is_secret(input)) {
      return failure("input", fmt::format("input `{}` is a secret, and `-d` shows it", input.name),
                     "give it as " + flag_of(input));
    }
    TIZZA_TRY(const bool is_entry, names_entry(input, text));
    if (is_entry) {
      TIZZA_CHECK(check_value(input, text, {}));
    } else {
      TIZZA_TRY(const auto allowed, candidates(input));
      TIZZA_CHECK(check_value(input, text, allowed));
    }
    scope_.set(input.name, value_of(input, text));
    return {};
  }

  Status check_value(const Input& input, const std::string& text,
                     const std::vector<std::string>& allowed) const {
    const std::string deployed = plain_text(scope_.names()["environment"]["version"]);
    if (input.text("older_than") == "deployed" && !deployed.empty() &&
        is_older(text, deployed) == false) {
      return failure("input",
                     fmt::format("`{}` is not older than `{}`, which is deployed", text, deployed));
    }
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
      return failure("input", fmt::format("`{}` is no value for input `{}`", text, input.name),
                     names_help(text, allowed));
    }
    if (text.empty()) return failure("input", fmt::format("input `{}` is empty", input.name));
    return check_pattern(input, text, text);
  }

  static Status check_pattern(const Input& input, const std::string& text, std::string_view shown) {
    const Node pattern = input.node["pattern"];
    if (!pattern) return {};
    TIZZA_TRY(const Regex regex, Regex::compile(pattern.text()));
    if (regex.search(text) == RegexOutcome::kMatch) return {};
    return failure("input", fmt::format("`{}` does not match `{}`, which input `{}` must", shown,
                                        pattern.text(), input.name));
  }

  Value value_of(const Input& input, const std::string& text) const {
    const std::string_view from = input.text("from");
    if (from == "service.environments") return scope_.names()["service"]["environments"][text];
    const auto kind = kind_named(from);
    const Item* item = kind ? sources_.registry->find(*kind, text) : nullptr;
    if (item == nullptr) return text;
    if (*kind == Kind::kService && sources_.service_value) return sources_.service_value(*item);
    if (*kind == Kind::kService) return registry::service_value(*sources_.registry, *item);
    return registry::to_value(*item);
  }

  const InputSources& sources_;
  Scope scope_;
  std::vector<std::string> missing_;
  std::vector<std::string> stand_ins_;
};

}  // namespace

Result<Scope> resolve_inputs(const Playbook& playbook,
                             const std::map<std::string, std::string>& given,
                             const InputSources& sources, Value base, const AskForInput& ask,
                             std::vector<std::string>* missing) {
  return Resolver(sources, Scope(std::move(base))).run(playbook, given, ask, missing);
}

Status resolve_secrets(const Playbook& playbook, const AskForInput& ask, Scope& scope) {
  const InputSources none;
  TIZZA_TRY(scope, Resolver(none, std::move(scope)).run_secrets(playbook, ask));
  return {};
}

}  // namespace tizza::playbook
