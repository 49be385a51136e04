#include "commands/playbook_inputs.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "playbook/scope.hpp"
#include "playbook/secrets.hpp"

namespace tizza::commands {
namespace {

std::string under_home(const std::string& path, const Context& context) {
  if (path != "~" && !path.starts_with("~/")) return path;
  return join_path(context.environment.home(), path.substr(std::min<size_t>(2, path.size())));
}

/// Whether a clone is one of the service: by its folder's name or by where it came from.
bool is_clone_of(const Value& service, const GitRepository& clone, Context& context) {
  if (Value(file_name(clone.work_tree())) == service["name"]) return true;
  const auto origin = context.git.run(
      {.directory = clone.work_tree(), .arguments = {"remote", "get-url", "origin"}});
  return origin.ok() && origin->exit_code == 0 &&
         Value(trim(origin->output)) == service["repository"];
}

/// Newest first, as far as a clone is here: the working repository, or one in the workspace.
std::vector<std::string> tags_of(const Value& service, const registry::Registry* registry,
                                 Context& context) {
  std::vector<std::string> places = {"."};
  if (registry != nullptr) {
    const std::string workspace(registry->settings()["workspace"].text());
    const std::string name = playbook::plain_text(service["name"]);
    if (!workspace.empty()) places.push_back(join_path(under_home(workspace, context), name));
  }
  for (const std::string& place : places) {
    const auto clone = context.git.open(place);
    if (!clone.ok() || !is_clone_of(service, **clone, context)) continue;
    const auto tags = (*clone)->tags();
    if (!tags.ok()) continue;
    std::vector<std::string> names;
    for (const GitTag& tag : *tags) names.push_back(tag.name);
    std::reverse(names.begin(), names.end());
    return names;
  }
  return {};
}

Result<std::optional<std::string>> take_the_only_one(const playbook::InputQuestion& asked) {
  if (asked.default_value) return asked.default_value;
  if (asked.choices.size() == 1) return std::optional(asked.choices.front());
  return std::optional<std::string>();
}

Result<std::optional<std::string>> ask_for(const playbook::InputQuestion& asked, Context& context) {
  if (!context.presentation.may_ask) return std::optional<std::string>();
  Question question;
  question.prompt = asked.prompt;
  question.help = asked.help;
  question.flag = asked.flag;
  question.default_value = asked.default_value;
  question.refuse = asked.refuse;
  for (const std::string& choice : asked.choices) question.choices.push_back({choice});
  if (!asked.choices.empty()) question.kind = QuestionKind::kChoice;
  if (asked.is_secret) {
    question.kind = QuestionKind::kSecret;
    question.refuse = playbook::refuse_secret;
  }
  TIZZA_TRY(const Answer answer, ask(question, context));
  return std::optional<std::string>(answer.text());
}

/// From the environment, else from the person.
Result<std::optional<std::string>> find_secret(const playbook::InputQuestion& asked, SecretUse use,
                                               Context& context) {
  const std::optional<std::string> stand_in(playbook::kSecretStandIn);
  if (use == SecretUse::kNone) return stand_in;
  auto given = context.environment.get(playbook::secret_variable(asked.name));
  if (given) return given;
  return use == SecretUse::kLater && context.presentation.may_ask ? Result(stand_in)
                                                                  : ask_for(asked, context);
}

}  // namespace

Value operator_value(const Context& context) {
  Value person;
  person.set("name", context.environment.user_name());
  person.set("host", context.environment.host_name());
  return person;
}

Result<playbook::Scope> find_playbook_inputs(const playbook::Playbook& playbook,
                                             const std::map<std::string, std::string>& given,
                                             const registry::Registry* registry,
                                             const InputWishes& wishes, Context& context) {
  playbook::InputSources sources;
  sources.registry = registry;
  sources.tags = [&](const Value& service) { return tags_of(service, registry, context); };
  Value base;
  base.set("operator", operator_value(context));
  const SecretUse use = wishes.missing == nullptr ? wishes.secrets : SecretUse::kNone;
  const auto ask = [&](const playbook::InputQuestion& asked) {
    if (asked.is_secret) return find_secret(asked, use, context);
    if (wishes.missing != nullptr) return take_the_only_one(asked);
    if (wishes.take_defaults && asked.default_value) return Result(asked.default_value);
    return ask_for(asked, context);
  };
  TIZZA_TRY(playbook::Scope scope,
            resolve_inputs(playbook, given, sources, std::move(base), ask, wishes.missing));
  Value before{Value::Mapping{}};
  const Value& deployed = scope.names()["environment"]["version"];
  if (!deployed.is_null()) before.set("version", deployed);
  scope.set("before", std::move(before));
  return scope;
}

Status find_secrets(const playbook::Playbook& playbook, SecretUse use, playbook::Scope& scope,
                    Context& context) {
  const auto ask = [&](const playbook::InputQuestion& asked) {
    return find_secret(asked, use, context);
  };
  return resolve_secrets(playbook, ask, scope);
}

}  // namespace tizza::commands
