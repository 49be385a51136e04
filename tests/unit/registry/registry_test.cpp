#include <gtest/gtest.h>

#include <algorithm>

#include "registry/checks.hpp"
#include "registry/edit.hpp"
#include "registry/load.hpp"
#include "support/fake_environment.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::registry {
namespace {

constexpr const char* kRoot =
    "apiVersion: tizza/v1\n"
    "include: [teams/*.yaml]\n"
    "people:\n"
    "  akos: {name: Akos H., team: culinary, phone: +36123456789}\n"
    "services:\n"
    "  culinary-service:   # pizzas\n"
    "    owners: [culinary]\n"
    "    tier: 1\n"
    "    environments: {production: {version: 1.10}}\n";
constexpr const char* kTeams = "teams:\n  culinary: {email: team@tizza.com, lead: akos}\n";

class RegistryTest : public ::testing::Test {
 protected:
  RegistryTest() {
    files_.add("tizza-registry.yaml", kRoot);
    files_.add("teams/culinary.yaml", kTeams);
  }

  Registry loaded() {
    auto registry = load(files_, "tizza-registry.yaml", findings_);
    EXPECT_TRUE(registry.ok());
    return *std::move(registry);
  }

  /// The rules found, in order.
  std::vector<std::string> rules() const {
    std::vector<std::string> rules;
    for (const auto& finding : findings_.list()) rules.push_back(finding.rule);
    return rules;
  }

  testing::FakeFileSystem files_;
  Findings findings_;
};

using Rules = std::vector<std::string>;

TEST_F(RegistryTest, ReadsIncludedFilesAsOneRegistry) {
  const Registry registry = loaded();
  EXPECT_EQ(rules(), Rules{});
  ASSERT_NE(registry.find(Kind::kTeam, "culinary"), nullptr);
  EXPECT_EQ(registry.find(Kind::kTeam, "culinary")->value.document().path(), "teams/culinary.yaml");
  EXPECT_EQ(registry.names(Kind::kService), (std::vector<std::string>{"culinary-service"}));
  EXPECT_EQ(registry.find(Kind::kService, "likes-service"), nullptr);
}

TEST_F(RegistryTest, KeepsVersionsAndPhonesAsWritten) {
  const Registry registry = loaded();
  const Value service = service_value(registry, *registry.find(Kind::kService, "culinary-service"));
  EXPECT_EQ(service["name"], Value("culinary-service"));
  EXPECT_EQ(service["tier"], Value(1));
  EXPECT_EQ(service["environments"]["production"]["version"], Value("1.10"));
  EXPECT_EQ(service["environments"]["production"]["name"], Value("production"));
  EXPECT_EQ(service["team"]["lead"]["phone"], Value("+36123456789"));
}

TEST_F(RegistryTest, ShowsBothPlacesOfAnEntryInTwoFiles) {
  files_.add("teams/identity.yaml", "teams:\n  culinary: {email: x@tizza.com}\n");
  loaded();
  ASSERT_EQ(rules(), (Rules{"duplicate-name"}));
  const Diagnostic& twice = findings_.list().front();
  EXPECT_EQ(twice.at.source->path(), "teams/identity.yaml");
  EXPECT_EQ(twice.at.begin(), (Position{2, 3}));
  ASSERT_EQ(twice.notes.size(), 1u);
  EXPECT_EQ(twice.notes[0].at.source->path(), "teams/culinary.yaml");
}

TEST_F(RegistryTest, PointsAtAnIncludeThatIsNotThere) {
  files_.add("tizza-registry.yaml",
             "apiVersion: tizza/v1\ninclude:\n  - missing.yaml\n  - no/*.yaml\n");
  loaded();
  ASSERT_EQ(rules(), (Rules{"file", "include-matches-nothing"}));
  EXPECT_EQ(findings_.list()[0].at.begin(), (Position{3, 5}));
  EXPECT_EQ(findings_.list()[1].severity, Severity::kWarn);
}

TEST_F(RegistryTest, RefusesIncludesOfIncludedFiles) {
  files_.add("teams/culinary.yaml", "include: [more.yaml]\n");
  loaded();
  EXPECT_EQ(rules(), (Rules{"include-nested"}));
}

TEST_F(RegistryTest, GoesOnBehindAFileWithBrokenSyntax) {
  files_.add("teams/broken.yaml", "teams: [\n");
  const Registry registry = loaded();
  EXPECT_EQ(rules(), (Rules{"syntax"}));
  EXPECT_NE(registry.find(Kind::kTeam, "culinary"), nullptr);
}

TEST_F(RegistryTest, RefusesAnUnknownVersion) {
  files_.add("tizza-registry.yaml", "apiVersion: tizza/v9\n");
  const auto registry = load(files_, "tizza-registry.yaml", findings_);
  ASSERT_FALSE(registry.ok());
  EXPECT_EQ(registry.error().diagnostic.rule, "registry-version");
  EXPECT_EQ(registry.error().verdict, Verdict::kCouldNotRun);
}

TEST_F(RegistryTest, IsFoundInAFolderAbove) {
  testing::FakeEnvironment environment;
  files_.add("/workspace/tizza-registry.yaml", kRoot);
  const auto here = find_registry(files_, environment, "");
  ASSERT_TRUE(here.ok());
  EXPECT_EQ(*here, "tizza-registry.yaml");
  EXPECT_EQ(*find_registry(files_, environment, "other.yaml"), "other.yaml");
  EXPECT_FALSE(find_registry(files_, environment, "https://tizza.com/registry.yaml").ok());
}

TEST_F(RegistryTest, NamesUnknownReferencesWithNearNames) {
  files_.add("tizza-registry.yaml",
             "apiVersion: tizza/v1\ninclude: [teams/*.yaml]\npeople: {akos: {team: culinari}}\n"
             "services:\n  a: {owners: [culinary, likes], consumes: {b: {}}}\n");
  check_references(loaded(), findings_);
  EXPECT_EQ(rules(), (Rules{"unknown-team", "unknown-team", "unknown-service"}));
  EXPECT_EQ(findings_.list()[0].help, "`culinary` is close");
  EXPECT_EQ(findings_.list()[1].at.begin(), (Position{5, 26}));
  EXPECT_EQ(findings_.list()[1].pointer, "/services/a/owners/1");
}

TEST_F(RegistryTest, GivesATableOneWriterAndARouteOneOwner) {
  files_.add(
      "tizza-registry.yaml",
      "apiVersion: tizza/v1\nservices:\n"
      "  a: {routes: [/v1/x], data: [{store: db, tables: [t, t]}]}\n"
      "  b: {routes: [/v1/x], data: [{store: db, tables: [t]}, {store: own, tables: [t]}]}\n");
  check_single_owners(loaded(), findings_);
  ASSERT_EQ(rules(), (Rules{"table-writer", "route-owner"}));
  EXPECT_EQ(findings_.list()[0].message, "table `t` of `db` belongs to service `a` already");
  EXPECT_EQ(findings_.list()[0].notes[0].at.begin().line, 3u);
}

TEST_F(RegistryTest, WarnsWhereADeletionIsNotHeard) {
  files_.add("tizza-registry.yaml",
             "apiVersion: tizza/v1\nservices:\n"
             "  auth: {}\n"
             "  a: {references: [{entity: user, owner: auth, erased_by: user.deleted@1}]}\n"
             "  b: {references: [{entity: user, owner: auth, erased_by: user.deleted@1}],\n"
             "      consumes: {auth: {messages: [user.deleted@1]}}}\n");
  check_erasures(loaded(), findings_);
  ASSERT_EQ(rules(), (Rules{"erasure-not-consumed"}));
  EXPECT_EQ(findings_.list()[0].at.begin().line, 4u);
}

TEST_F(RegistryTest, HoldsNamesToTheirAlphabet) {
  files_.add("tizza-registry.yaml", "services: {Fridge: {}, -a: {}, 9-lives: {}}\n");
  check(loaded(), findings_);
  const auto found = rules();
  EXPECT_EQ(std::count(found.begin(), found.end(), "wrong-format"), 2);
}

TEST_F(RegistryTest, AddsAnEntryAndKeepsEveryOtherByte) {
  Value fields;
  fields.set("owners", Value::List{Value("culinary")});
  fields.set("tier", 2);
  const auto change = add_item(loaded(), Kind::kService, "likes-service", fields);
  ASSERT_TRUE(change.ok()) << change.error().diagnostic.message;
  EXPECT_TRUE(change->after.starts_with(kRoot)) << change->after;
  files_.add("tizza-registry.yaml", change->after);
  const Registry registry = loaded();
  EXPECT_EQ(rules(), Rules{});
  EXPECT_EQ(registry.find(Kind::kService, "likes-service")->text("tier"), "2");
}

TEST_F(RegistryTest, RefusesToAddWhatIsThereOrHasNoName) {
  const Registry registry = loaded();
  const auto taken = add_item(registry, Kind::kService, "culinary-service", Value());
  ASSERT_FALSE(taken.ok());
  EXPECT_EQ(taken.error().diagnostic.rule, "duplicate-name");
  EXPECT_EQ(taken.error().diagnostic.at.begin().line, 6u);
  EXPECT_EQ(add_item(registry, Kind::kService, "Bad Name", Value()).error().diagnostic.rule,
            "name");
  EXPECT_FALSE(add_item(registry, Kind::kService, "x", Value(), "other.yaml").ok());
}

TEST_F(RegistryTest, NamesOnlyTheErrorsThatAChangeBrings) {
  files_.add("tizza-registry.yaml", std::string(kRoot) + "  old-service: {owners: [nobody]}\n");
  Value fields;
  fields.set("owners", Value::List{Value("culinari")});
  const Registry registry = loaded();
  const auto change = add_item(registry, Kind::kService, "likes-service", fields);
  ASSERT_TRUE(change.ok());
  const auto errors = new_errors(files_, registry, *change);
  ASSERT_TRUE(errors.ok());
  ASSERT_EQ(errors->size(), 1u);
  EXPECT_EQ(errors->front().rule, "unknown-team");
  EXPECT_EQ(errors->front().pointer, "/services/likes-service/owners/0");
}

TEST(ParseAssignment, ReadsValuesAsYamlAndKeepsTextThatIsNone) {
  const auto value = [](std::string_view text) {
    return parse_assignment(Kind::kService, text)->value;
  };
  EXPECT_EQ(value("tier=2"), Value(2));
  EXPECT_EQ(value("x-version=1.10"), Value("1.10"));
  EXPECT_EQ(value("x-channel=#alerts"), Value("#alerts"));
  EXPECT_EQ(value("description=a: b"), Value("a: b"));
  EXPECT_EQ(value("owners=[a, b]"), Value(Value::List{Value("a"), Value("b")}));
  EXPECT_EQ(value("description="), Value(""));
  EXPECT_EQ(value("x-url=https://x.test/?a=b"), Value("https://x.test/?a=b"));
  EXPECT_EQ(value("description=line 1\nline 2"), Value("line 1\nline 2"));
  EXPECT_EQ(value("description=[a"), Value("[a"));
  EXPECT_EQ(value("description=[a, b]"), Value("[a, b]"));
  EXPECT_EQ(value("description=|"), Value("|"));
  EXPECT_EQ(value("description=1.5"), Value("1.5"));
  EXPECT_EQ(value("description='a: b'"), Value("a: b"));
  EXPECT_EQ(value("x-note=|"), Value("|"));
  EXPECT_EQ(parse_assignment(Kind::kService, "links.graphs=x")->field,
            (std::vector<std::string>{"links", "graphs"}));
  EXPECT_FALSE(parse_assignment(Kind::kService, "tier").ok());
  EXPECT_FALSE(parse_assignment(Kind::kService, "links.=x").ok());
  EXPECT_FALSE(parse_assignment(Kind::kService, "owners=[a").ok());
  EXPECT_EQ(parse_assignment(Kind::kService, "teir=1").error().diagnostic.rule, "unknown-field");
}

TEST_F(RegistryTest, SetsNestedFieldsOneAfterTheOther) {
  const Registry registry = loaded();
  const Item* service = registry.find(Kind::kService, "culinary-service");
  const auto change = set_fields(*service, {{{"tier"}, Value(2)},
                                            {{"links", "graphs"}, Value("https://g")},
                                            {{"links", "logs"}, Value("https://l")}});
  ASSERT_TRUE(change.ok()) << change.error().diagnostic.message;
  files_.add("tizza-registry.yaml", change->after);
  const Registry after = loaded();
  const Node fields = after.find(Kind::kService, "culinary-service")->value;
  EXPECT_EQ(fields["tier"].text(), "2");
  EXPECT_EQ(fields["links"]["logs"].text(), "https://l");
  EXPECT_NE(change->after.find("culinary-service:   # pizzas\n"), std::string::npos);
}

TEST_F(RegistryTest, RefusesToSetBelowAScalar) {
  const Registry registry = loaded();
  const Item* service = registry.find(Kind::kService, "culinary-service");
  EXPECT_FALSE(set_fields(*service, {{{"tier", "x"}, Value(2)}}).ok());
}

TEST_F(RegistryTest, DoesNotWriteOverAChangeMadeMeanwhile) {
  const Registry registry = loaded();
  const auto change = add_item(registry, Kind::kService, "likes-service", Value(Value::Mapping{}));
  ASSERT_TRUE(change.ok());
  files_.add("tizza-registry.yaml", std::string(kRoot) + "# edited\n");
  const auto written = write_change(files_, "/state", registry, *change);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().diagnostic.rule, "file-changed");
  files_.add("tizza-registry.yaml", kRoot);
  EXPECT_TRUE(write_change(files_, "/state", registry, *change).ok());
  EXPECT_EQ(files_.text("tizza-registry.yaml"), change->after);
}

}  // namespace
}  // namespace tizza::registry
