#include "schema/builtin.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::schema {
namespace {

std::string findings(std::string_view name, std::string_view text) {
  const auto document = read_yaml(std::make_shared<Source>("file.yaml", std::string(text)));
  if (!document.ok()) return document.error().diagnostic.message;
  Findings found;
  check(**document, name, found);
  std::string lines;
  for (const Diagnostic& finding : found.list()) {
    lines += fmt::format("{}:{} {}: {}", finding.at.begin().line, finding.at.begin().column,
                         finding.rule, finding.message);
    if (!finding.help.empty()) lines += " (" + finding.help + ")";
    lines += "\n";
  }
  return lines;
}

constexpr std::string_view kRegistry = R"(apiVersion: tizza/v1
include: [teams/*.yaml]
teams:
  culinary: {email: team-culinary@tizza.com, slack_channel: "#team-culinary", lead: akos}
people:
  akos: {name: Akos H., team: culinary, email: akos@tizza.com, phone: +36123456789, hours: 09:00-17:00 Europe/Berlin}
services:
  culinary-service:
    description: Pizza metadata
    kind: backend
    lifecycle: production
    tier: 1
    owners: [culinary]
    repository: https://github.com/tizza/culinary-service
    healthcheck_url: https://culinary.tizza.com/readyz
    swagger_file_location: [swagger.yaml, admin.yaml]
    asyncapi_file_location: asyncapi.yaml
    consumes: {auth-service: {operations: [getUser], messages: [user.deleted@1]}}
    references: [{entity: user, owner: auth-service, erased_by: user.deleted@1}]
    routes: [/api/v1/pizzas]
    copies: 3
    data: [{store: culinary-db, engine: postgres, tables: [pizza, pizzeria]}]
    links: {graphs: https://graphs.tizza.com/culinary, deploy: https://ci.tizza.com/culinary}
    environments:
      production: {url: https://culinary.tizza.com, bastion: bastion.tizza.com, hosts: [a, b], processes: [tizza-app, tizza-nginx], version: 0.4, last_stable: 0.4.0}
    template: {source: django-rest, version: 1.10}
    x-budget: 3
packages:
  auth-client-python: {owners: [culinary], version_file: setup.py, released: {version: 0.0.1, date: 2026-03-02}}
templates: {internal: {source: https://git.tizza.com/templates.git#1.0.0}}
playbooks: {move-pizzas: {path: playbooks/move-pizzas.yaml}}
settings: {workspace: ~/src, chat: {webhook_env: TIZZA_CHAT_WEBHOOK}, rulesets: {1: strict.yaml}}
)";

TEST(Builtin, TheRegistryOfTheDesignIsValid) {
  EXPECT_EQ(findings("registry", kRegistry), "");
}

TEST(Builtin, RegistryFindingsHelp) {
  EXPECT_EQ(findings("registry", "services:\n  Culinary:\n    ownrs: [a]\n    kind: backnd\n"),
            "2:3 wrong-format: name `Culinary` must be 1 to 63 lower-case letters, digits and "
            "hyphens, no hyphen first\n"
            "2:3 missing-field: `Culinary` has no field `owners` (add `owners: [culinary]`)\n"
            "3:5 unknown-field: field `ownrs` is not known in `Culinary` (`owners` is close)\n"
            "4:11 wrong-value: `kind` must be `backend`, `frontend`, `mixed` or `monolith`, not "
            "`backnd` (`backend` is close)\n");
  EXPECT_EQ(findings("registry", "apiVersion: tizza/v2\nservices: [culinary]\n"),
            "1:13 wrong-value: `apiVersion` must be `tizza/v1`, not `tizza/v2` (`tizza/v1` is "
            "close)\n"
            "2:1 wrong-type: `services` must be a mapping, not a list\n");
}

TEST(Builtin, PartsAreCheckedByThemselves) {
  const auto document = read_yaml(std::make_shared<Source>("", "owners: []\ncopies: 1.5\n"));
  Findings found;
  EXPECT_FALSE(check_part((*document)->root(), "registry", "service", found));
  ASSERT_EQ(found.list().size(), 2u);
  EXPECT_EQ(found.list()[0].message, "`owners` must not be empty");
  EXPECT_EQ(found.list()[1].message, "`copies` must be an integer, not the number `1.5`");
}

TEST(Builtin, PlaybookStepsAndPrerequisites) {
  EXPECT_EQ(findings("playbook", R"(apiVersion: tizza/v1
playbook: revert-version
title: Revert
prerequisites: [{name: VPN, fix: connect}]
steps:
  - {do: look, within: soon, on_failur: stop}
  - {ask: {outcome: [one]}}
)"),
            "4:17 missing-field: item 1 of `prerequisites` needs one of the fields `tcp`, `http`, "
            "`ssh`, `run` or `git`\n"
            "6:30 unknown-field: field `on_failur` is not known in item 1 of `steps` "
            "(`on_failure` is close)\n"
            "6:24 wrong-format: `within` must be a duration such as 30s or 2m, not `soon`\n"
            "7:12 out-of-range: `outcome` must have at least 2 items, not 1\n");
}

TEST(Builtin, TemplateManifest) {
  EXPECT_EQ(findings("template", R"(apiVersion: tizza/v1
name: django-rest
kind: service
questions:
  - {id: team, from: teams}
  - {id: database, type: choice, choices: [postgres]}
  - {id: port, type: number}
  - {id: colour, type: choice}
)"),
            "7:22 wrong-value: `type` must be `str`, `int`, `float`, `bool`, `choice`, "
            "`multichoice`, `path`, `secret` or `json`, not `number`\n"
            "8:5 missing-field: item 4 of `questions` needs one of the fields `choices` or "
            "`from`\n");
}

TEST(Builtin, AnEmptyConfigurationIsOne) {
  EXPECT_EQ(findings("config", ""), "");
  EXPECT_EQ(findings("config", "validate: {fail-on: warning}\nrelease: {tag-template: v@1}\n"),
            "1:21 wrong-value: `fail-on` must be `error`, `warn`, `info`, `hint` or `none`, not "
            "`warning` (`warn` is close)\n"
            "2:25 wrong-format: `tag-template` must be a text with `{version}` and without `@`, "
            "which breaks pip's pins, not `v@1`\n");
}

TEST(Builtin, AnUnknownSchemaIsSaidAloud) {
  Findings found;
  const auto document = read_yaml(std::make_shared<Source>("", "a: 1"));
  EXPECT_FALSE(check(**document, "pizza", found));
  EXPECT_EQ(found.list().at(0).message, "there is no schema `pizza.schema.json`");
}

}  // namespace
}  // namespace tizza::schema
