#include "spec/rules/rule_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/strings.hpp"
#include "spec/detect.hpp"
#include "spec/lint.hpp"
#include "support/fake_file_system.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// An abbreviation such as `GET` may stand first.
bool starts_lower(std::string_view text) {
  return text.size() > 1 && (!is_upper(text[0]) || is_upper(text[1]));
}

TEST(RuleTable, EveryRuleExplainsItself) {
  std::set<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id << " stands twice";
    EXPECT_EQ(find_rule(rule->id), rule);
    EXPECT_TRUE(starts_lower(rule->summary)) << rule->id;
    EXPECT_FALSE(rule->summary.ends_with('.')) << rule->id;
    EXPECT_TRUE(rule->rationale.ends_with('.')) << rule->id;
    EXPECT_FALSE(rule->bad.empty()) << rule->id;
    EXPECT_FALSE(rule->good.empty()) << rule->id;
    EXPECT_EQ(rule->check != nullptr, !rule->on.empty()) << rule->id;
  }
  EXPECT_EQ(find_rule("no-such-rule"), nullptr);
}

/// Surroundings into which the parts of descriptions in the examples may fit; `@` is the part.
const std::vector<std::string> kFrames = {
    "@\n",
    "paths:\n  /x:\n    get:\n      operationId: x\n      @\n",
    "paths:\n  /x:\n    @\n",
    "paths:\n  /x:\n    get:\n      operationId: x\n      responses:\n        200:\n"
    "          description: x\n          @\n",
    "paths:\n  /x:\n    get:\n      operationId: x\n      responses:\n        200:\n          @\n",
    "paths:\n  /x:\n    get:\n      operationId: x\n      responses:\n        '200':\n"
    "          description: x\n          content:\n            application/json:\n"
    "              @\n",
    "definitions:\n  X:\n    @\n",
    "definitions:\n  @\n",
    "definitions:\n  X:\n    type: object\n    properties:\n      @\n",
    "channels:\n  x:\n    publish:\n      @\n",
    "channels:\n  x:\n    publish:\n      message:\n        @\n",
    "channels: {}\ncomponents:\n  schemas:\n    @\n",
    "channels: {}\ncomponents:\n  schemas:\n    X:\n      @\n",
    "info:\n  @\n",
    "channels:\n  x:\n    address: x\n    @\n",
    "channels:\n  x:\n    messages:\n      x:\n        @\n",
    "channels: {x: {address: x}}\noperations:\n  x:\n    action: send\n"
    "    channel: {$ref: '#/channels/x'}\n    @\n",
    "components:\n  schemas:\n    X:\n      @\n",
};

/// The version that the examples of a rule are written in.
Version shown_version(const Rule& rule) {
  for (const Version version : {Version::kSwagger20, Version::kOpenApi30, Version::kAsyncApi26}) {
    if (rule.versions.has(version)) return version;
  }
  for (const VersionInfo& known : all_versions()) {
    if (rule.versions.has(known.version)) return known.version;
  }
  return Version::kSwagger20;
}

/// What most descriptions need; the frames of a part add to it.
std::string base_of(const Rule& rule, const std::string& body) {
  const Version version = shown_version(rule);
  const bool is_swagger = version == Version::kSwagger20;
  const bool is_asyncapi = family(version) == Family::kAsyncApi;
  std::string text(info(family(version)).key);
  text += ": '" + std::string(info(version).number) + (is_swagger || is_asyncapi ? "'\n" : ".0'\n");
  if (("\n" + body).find("\nasyncapi:") != std::string::npos) return body;
  const auto needs = [&](const std::string& key) {
    return ("\n" + body).find("\n" + key + ":") == std::string::npos;
  };
  if (needs("info")) text += "info: {title: x, version: x}\n";
  if (!is_asyncapi && needs("paths")) text += "paths: {}\n";
  if (is_swagger && needs("definitions")) text += "definitions: {Pizza: {type: object}}\n";
  if (is_asyncapi && needs("channels")) text += "channels: {}\n";
  return text + body;
}

std::string framed(const std::string& frame, std::string_view part) {
  const size_t at = frame.find('@');
  const size_t line = frame.rfind('\n', at) == std::string::npos ? 0 : frame.rfind('\n', at) + 1;
  const std::string indent(at - line, ' ');
  const std::string indented = replace_all(trim(part), "\n", "\n" + indent);
  return frame.substr(0, at) + indented + frame.substr(at + 1);
}

/// How often the rule is broken; -1 where the text is no description at all.
int breaches(const Rule& rule, const std::string& text) {
  auto document = read_yaml(std::make_shared<Source>("test.yaml", text));
  if (!document.ok()) return -1;
  testing::FakeFileSystem files;
  files.add("schemas/pizza.yaml", "type: object\n");
  files.add("info.yaml", "title: x\nversion: x\n");
  DocumentStore store(files);
  const auto version = version_of(*version_entry(**document));
  // All are on: whether an ignore is of use depends on the others.
  Ruleset rules = {{&rule, Severity::kError}};
  for (const Rule* other : all_rules()) {
    if (other != &rule) rules.push_back({other, other->severity});
  }
  const LintResult result = lint(*document, *version, store, rules, 100);
  return static_cast<int>(std::ranges::count(result.findings, &rule, &Finding::rule));
}

TEST(RuleTable, TheExamplesShowTheRule) {
  for (const Rule* rule : all_rules()) {
    if (rule->set == RuleSet::kTizzaOwnership) continue;  // see ownership_test.cpp
    bool is_shown = false;
    for (const std::string& frame : kFrames) {
      const int bad = breaches(*rule, base_of(*rule, framed(frame, rule->bad)));
      const int good = breaches(*rule, base_of(*rule, framed(frame, rule->good)));
      is_shown = is_shown || (bad > 0 && good == 0);
    }
    EXPECT_TRUE(is_shown) << rule->id << ": the bad example must break it and the good one not";
  }
}

}  // namespace
}  // namespace tizza::spec
