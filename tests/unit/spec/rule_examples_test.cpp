// Every rule shows in its record what it finds: the bad example breaks it at the marked places and
// nowhere else, the good one keeps to it and to its format.
#include "spec/rule_example.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/strings.hpp"
#include "spec/detect.hpp"
#include "spec/lint.hpp"
#include "spec/rules/rule_table.hpp"
#include "support/fake_file_system.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

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
    "definitions:\n  Pizza: {type: object}\n  X:\n    type: object\n    properties:\n      @\n",
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

/// What most descriptions need behind what an example says, and before it which version it is.
struct Base {
  std::string before;
  std::string behind;
};

Base base_of(const Rule& rule, const std::string& body) {
  const Version version = shown_version(rule);
  const bool is_swagger = version == Version::kSwagger20;
  const bool is_asyncapi = family(version) == Family::kAsyncApi;
  const auto needs = [&](const std::string& key) {
    return ("\n" + body).find("\n" + key + ":") == std::string::npos;
  };
  Base base;
  const std::string key(info(family(version)).key);
  if (needs(key)) {
    base.before = key + ": '" + std::string(info(version).number) +
                  (is_swagger || is_asyncapi ? "'\n" : ".0'\n");
  }
  if (needs("info")) base.behind += "info: {title: x, version: x}\n";
  if (!is_asyncapi && needs("paths")) base.behind += "paths: {}\n";
  if (is_swagger && needs("definitions")) {
    base.behind += "definitions: {Pizza: {type: object}}\n";
  }
  if (is_asyncapi && needs("channels")) base.behind += "channels: {}\n";
  return base;
}

/// A description around an example, and by how much the example is moved in it.
struct Framed {
  std::string text;
  size_t lines = 0;
  size_t columns = 0;
};

Framed put_in(const std::string& frame, const Rule& rule, const std::string& part) {
  const size_t at = frame.find('@');
  const size_t line = frame.rfind('\n', at) == std::string::npos ? 0 : frame.rfind('\n', at) + 1;
  const std::string indent(at - line, ' ');
  const std::string indented = replace_all(trim(part), "\n", "\n" + indent);
  const std::string body = frame.substr(0, at) + indented + frame.substr(at + 1);
  const Base base = base_of(rule, body);
  const auto before = base.before + frame.substr(0, at);
  return {base.before + body + base.behind,
          static_cast<size_t>(std::count(before.begin(), before.end(), '\n')), indent.size()};
}

/// The service that the examples of `tizza:ownership` describe.
const Registration kCulinary = {"culinary-service",
                                {{"culinary", "team-culinary@tizza.com", "#team-culinary"}}};

/// What an example that shows the registry says of `swagger.yaml`; nothing for any other.
std::optional<Registration> registration_in(const std::string& example) {
  if (!example.starts_with("# tizza-registry.yaml\n")) return std::nullopt;
  const auto registry = *read_yaml(std::make_shared<Source>("tizza-registry.yaml", example));
  Registration registration;
  for (const auto& [name, service] : registry->root()["services"].entries()) {
    if (service["swagger_file_location"].text() != "swagger.yaml") continue;
    registration.service = name.text();
    for (const Node owner : service["owners"].items()) {
      registration.owners.push_back({std::string(owner.text()), "", ""});
    }
  }
  return registration;
}

/// All that is found in a text; nothing where it is no description at all.
std::optional<std::vector<Finding>> findings_in(const Framed& framed, DocumentPtr& document,
                                                const Rule& rule,
                                                const Registration& registration) {
  auto read = read_yaml(std::make_shared<Source>("test.yaml", framed.text));
  if (!read.ok()) return std::nullopt;
  document = *read;
  testing::FakeFileSystem files;
  files.add("schemas/pizza.yaml", "type: object\n");
  files.add("info.yaml", "title: x\nversion: x\n");
  DocumentStore store(files);
  const auto version = version_of(*version_entry(*document));
  // All are on: whether an ignore is of use depends on the others.
  Ruleset rules = {{&rule, Severity::kError}};
  for (const Rule* other : all_rules()) {
    if (other != &rule) rules.push_back({other, other->severity});
  }
  return lint(document, *version, store, rules, 100, &registration).findings;
}

/// The rules that say whether something is a description of its format at all.
bool is_of_format(const Rule& rule) {
  static const std::set<std::string_view> kRules = {"oas2-schema",
                                                    "oas3-schema",
                                                    "asyncapi-schema",
                                                    "asyncapi-3-document-unresolved",
                                                    "asyncapi-3-document-resolved",
                                                    "invalid-ref",
                                                    "misplaced-ref",
                                                    "asyncapi-payload"};
  return kRules.contains(rule.id);
}

/// Where the findings of a rule begin and end in the example; a mark ends with its line and is a
/// caret at least.
std::vector<Mark> marks_of(const Rule& rule, const std::vector<Finding>& findings,
                           const Framed& framed) {
  const Source source("test.yaml", framed.text);
  const auto lines = split_lines(framed.text);
  std::vector<Mark> marks;
  for (const Finding& finding : findings) {
    if (finding.rule != &rule) continue;
    const Position begin = source.position(finding.at.span.begin);
    const Position end = source.position(finding.at.span.end);
    const size_t last = end.line == begin.line ? std::max(end.column - 1, begin.column)
                                               : lines[begin.line - 1].size();
    marks.push_back(
        {begin.line - 1 - framed.lines, begin.column - 1 - framed.columns, last - framed.columns});
  }
  std::ranges::sort(marks);
  return marks;
}

/// The example with these marks, to put into the record.
std::string written(const RuleExample& example, const std::vector<Mark>& marks) {
  std::string text;
  size_t number = 0;
  for (const std::string_view line : split_lines(example.text)) {
    text.append(line).append("\n");
    std::string carets;
    for (const Mark& mark : marks) {
      if (mark.line != number) continue;
      if (carets.size() < mark.begin) carets.resize(mark.begin, ' ');
      if (carets.size() < mark.end) carets.resize(mark.end, '^');
    }
    if (!carets.empty()) text.append(carets).append("\n");
    ++number;
  }
  return text;
}

class RuleExamples : public ::testing::TestWithParam<const Rule*> {};

size_t findings_of(const Rule& rule, const Registration& registration) {
  DocumentPtr document;
  const auto found = findings_in(put_in("@\n", rule, "paths: {}"), document, rule, registration);
  return static_cast<size_t>(std::ranges::count(*found, &rule, &Finding::rule));
}

TEST_P(RuleExamples, ShowTheRule) {
  const Rule& rule = *GetParam();
  const RuleExample bad = read_example(rule.bad);
  const RuleExample good = read_example(rule.good);
  if (const auto registration = registration_in(bad.text)) {
    EXPECT_EQ(findings_of(rule, *registration), 1u);
    EXPECT_EQ(findings_of(rule, *registration_in(good.text)), 0u);
    return;
  }
  EXPECT_TRUE(good.marks.empty());
  std::string seen;
  for (const std::string& frame : kFrames) {
    DocumentPtr document;
    const auto in_good = findings_in(put_in(frame, rule, good.text), document, rule, kCulinary);
    if (!in_good) continue;
    const auto is_broken = [&](const Finding& finding) {
      return finding.rule == &rule || is_of_format(*finding.rule);
    };
    const auto broken = std::ranges::find_if(*in_good, is_broken);
    if (broken != in_good->end()) {
      seen += "good: " + std::string(broken->rule->id) + ": " + broken->message + "\n";
      continue;
    }
    const Framed framed = put_in(frame, rule, bad.text);
    const auto in_bad = findings_in(framed, document, rule, kCulinary);
    if (!in_bad) continue;
    const auto marks = marks_of(rule, *in_bad, framed);
    if (marks.empty()) continue;
    EXPECT_EQ(marks, bad.marks) << "it finds\n<<<\n" << written(bad, marks) << ">>>";
    return;
  }
  FAIL() << "the bad example must break the rule and the good one nothing\n" << seen;
}

INSTANTIATE_TEST_SUITE_P(Every, RuleExamples,
                         ::testing::ValuesIn(all_rules().begin(), all_rules().end()),
                         [](const auto& rule) {
                           std::string name(rule.param->id);
                           std::ranges::replace_if(
                               name, [](char c) { return !std::isalnum(c); }, '_');
                           return name;
                         });

TEST(RuleExample, CaretsMarkTheLineAbove) {
  const RuleExample example = read_example("a: b\n^  ^\n\n^\nc: ^\n");
  EXPECT_EQ(example.text, "a: b\n\nc: ^\n");
  EXPECT_EQ(example.marks, (std::vector<Mark>{{0, 0, 1}, {0, 3, 4}, {1, 0, 1}}));
  EXPECT_TRUE(read_example("^\n").marks.empty());
}

}  // namespace
}  // namespace tizza::spec
