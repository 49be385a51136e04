#include <gtest/gtest.h>

#include "spec/lint.hpp"
#include "spec/rules/rule_table.hpp"
#include "support/fake_file_system.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

const Registration kCulinary = {"culinary-service",
                                {{"culinary", "team-culinary@tizza.com", "#team-culinary"},
                                 {"platform", "team-platform@tizza.com", ""}}};

/// The messages of one rule for a description with this `info`.
std::vector<std::string> found(std::string_view rule, std::string_view info,
                               const Registration* registration) {
  const std::string text = "swagger: '2.0'\ninfo: " + std::string(info) + "\npaths: {}\n";
  auto document = read_yaml(std::make_shared<Source>("swagger.yaml", text));
  testing::FakeFileSystem files;
  DocumentStore store(files);
  const Ruleset only = {{find_rule(rule), Severity::kWarn}};
  std::vector<std::string> messages;
  for (const Finding& finding :
       lint(*document, Version::kSwagger20, store, only, 100, registration).findings) {
    messages.push_back(finding.message);
  }
  return messages;
}

using Messages = std::vector<std::string>;

constexpr std::string_view kGood =
    "{title: culinary-service, version: 1, contact: {name: culinary, "
    "email: team-culinary@tizza.com, x-slack-channel: '#team-culinary'}}";
constexpr std::string_view kBad =
    "{title: Fridge, version: 1, contact: {name: jane, email: jane@tizza.com}}";

TEST(Ownership, IsSilentWithoutARegistry) {
  for (const Rule* rule : all_rules()) {
    if (rule->set != RuleSet::kTizzaOwnership) continue;
    EXPECT_TRUE(found(rule->id, kBad, nullptr).empty()) << rule->id;
    EXPECT_TRUE(found(rule->id, kGood, &kCulinary).empty()) << rule->id;
  }
}

TEST(Ownership, ComparesTheContactWithTheTeams) {
  EXPECT_EQ(found("ownership-contact-email", kBad, &kCulinary),
            Messages{"`jane@tizza.com` is not the `email` of the team that owns "
                     "`culinary-service`"});
  EXPECT_EQ(found("ownership-contact-name", kBad, &kCulinary),
            Messages{"`jane` is not the `name` of the team that owns `culinary-service`"});
  EXPECT_EQ(found("ownership-contact-channel", kBad, &kCulinary),
            Messages{"the contact has no `x-slack-channel`"});
  EXPECT_EQ(found("ownership-contact-email", "{title: x, version: 1}", &kCulinary),
            Messages{"the contact has no `email`"});
  EXPECT_EQ(found("ownership-title", kBad, &kCulinary),
            Messages{"the title is `Fridge`, and the service `culinary-service`"});
}

TEST(Ownership, AsksForAServiceAndItsTeam) {
  const Registration nobody;
  const Registration orphan = {"culinary-service", {}};
  EXPECT_EQ(found("ownership-registered", kGood, &nobody),
            Messages{"no service of the registry names this description"});
  EXPECT_TRUE(found("ownership-registered", kGood, &orphan).empty());
  EXPECT_TRUE(found("ownership-has-team", kGood, &nobody).empty());
  EXPECT_EQ(found("ownership-has-team", kGood, &orphan),
            Messages{"service `culinary-service` has no owner in the registry"});
}

}  // namespace
}  // namespace tizza::spec
