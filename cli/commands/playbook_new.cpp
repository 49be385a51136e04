#include <fmt/core.h>

#include "base/regex.hpp"
#include "base/strings.hpp"
#include "commands/all.hpp"
#include "commands/arguments.hpp"
#include "commands/context.hpp"

namespace tizza::commands {
namespace {

/// A playbook that runs, is practised and linted clean as it is; `NAME` and `TITLE` are filled in.
constexpr std::string_view kStart =
    R"yaml(# yaml-language-server: $schema=https://tizza.com/schema/playbook.schema.json
apiVersion: tizza/v1
playbook: NAME
title: TITLE on {{ service.name }}
description: "TODO(owner): say when to use it, and when not."

inputs:
  service: {from: services}
  environment: {from: service.environments}

# All are checked before the first step, and all that is missing is shown together.
prerequisites:
  - name: newest clone
    git: up-to-date
    fix: git pull

# `tizza help playbook-file` explains every kind of step and every key.
steps:
  - id: tell
    announce: "#alerts"
    message: "TITLE on {{ service.name }} in {{ environment.name }} begins ({{ operator.name }})"
    undo: none, it is only said
    repeat: safe

  - id: work
    do: "TODO(owner): say what a person does, or give `run` with the commands."

  - id: verify
    title: the service answers
    http: "{{ environment.healthcheck_url | default(service.healthcheck_url) }}"
    expect: {status: 200}
    within: 2m
    on_failure: escalate

escalate:
  say: "{{ service.name }} in {{ environment.name }} does not answer"
  call: "{{ (service.team.lead | default({})).phone | default(service.team.email) }}"
)yaml";

Status check_name(const std::string& name) {
  static const auto form = Regex::compile("^[a-z0-9][a-z0-9-]{0,62}$");
  if (form.ok() && form->search(name) == RegexOutcome::kMatch) return {};
  return failure("usage", fmt::format("`{}` is no name for a playbook", name),
                 "1 to 63 lower-case letters, digits and hyphens, no hyphen first");
}

/// `move-pizzas` as words: `Move pizzas`.
std::string title_of(const std::string& name) {
  std::string title = replace_all(name, "-", " ");
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

Result<Verdict> run(const Arguments& arguments, Context& context) {
  const std::string name = arguments.positional(0);
  TIZZA_CHECK(check_name(name));
  const std::string path = "playbooks/" + name + ".yaml";
  if (context.files.exists(path)) {
    return file_failure("playbook", path, "there is a playbook already",
                        "look at it: tizza playbook show " + path);
  }
  if (arguments.has("dry-run")) {
    context.terminal.out("would create " + path + "\n");
    return Verdict::kDone;
  }
  const std::string text = replace_all(replace_all(kStart, "NAME", name), "TITLE", title_of(name));
  TIZZA_CHECK(context.files.make_directories("playbooks"));
  TIZZA_CHECK(context.files.write_file(path, text));
  context.terminal.out(
      fmt::format("created {}\nnext: edit it, then tizza playbook lint {}\n", path, path));
  return Verdict::kDone;
}

}  // namespace

const CommandSpec& playbook_new_command() {
  static const CommandSpec spec{
      .path = "playbook new",
      .summary = "begin a playbook",
      .description =
          "Makes `playbooks/NAME.yaml` of the working directory: announce, work, verify, escalate, "
          "with the places to fill in marked `TODO(owner)`.",
      .examples = {{"tizza playbook new move-pizzas", "make playbooks/move-pizzas.yaml"}},
      .positionals = {{"NAME", "what `playbook run` will call it"}},
      .flags = {{.name = "dry-run", .summary = "show which file it would be"}},
      .changes = Changes::kLocal,
      .run = run,
  };
  return spec;
}

}  // namespace tizza::commands
