#include "playbook/inputs.hpp"

#include <gtest/gtest.h>

#include "registry/load.hpp"
#include "support/fake_file_system.hpp"
#include "text/reader.hpp"

namespace tizza::playbook {
namespace {

constexpr const char* kRegistry = R"(apiVersion: tizza/v1
teams:
  culinary: {email: team-culinary@tizza.com}
services:
  oven:
    owners: [culinary]
    language: python
    environments:
      production: {version: 1.10.0, last_stable: 1.9.0}
      staging: {}
  fridge: {owners: [culinary], language: go}
)";

class Inputs : public ::testing::Test {
 protected:
  Inputs() {
    files_.add("tizza-registry.yaml", kRegistry);
    auto loaded = registry::load(files_, "tizza-registry.yaml");
    EXPECT_TRUE(loaded.ok());
    registry_.emplace(*std::move(loaded));
    sources_.registry = &*registry_;
    sources_.tags = [](const Value&) {
      return std::vector<std::string>{"1.10.0", "1.9.0", "v1.8.0", "not-a-version"};
    };
  }

  /// The names that are found, in JSON-like words: `service=oven`; else `error: message (help)`.
  std::string resolve(const std::string& inputs, const std::map<std::string, std::string>& given) {
    const auto document = read_yaml(std::make_shared<Source>(
        "p.yaml", "apiVersion: tizza/v1\nplaybook: p\ntitle: T\ninputs:\n" + inputs +
                      "steps:\n  - {do: nothing}\n"));
    Findings found;
    const auto playbook = parse_playbook(*document, found);
    if (!playbook) return "not parsed: " + found.list().front().message;
    const auto ask = [this](const InputQuestion& question) -> Result<std::optional<std::string>> {
      asked_ = question;
      return answer_;
    };
    const auto scope = resolve_inputs(*playbook, given, sources_, Value(Value::Mapping{}), ask);
    if (!scope.ok()) {
      const Diagnostic& finding = scope.error().diagnostic;
      return finding.message + (finding.help.empty() ? "" : " (" + finding.help + ")");
    }
    std::string words;
    for (const Input& input : playbook->inputs) {
      const Value& value = scope->names()[input.name];
      words += input.name + "=" + plain_text(value["name"].is_null() ? value : value["name"]) + " ";
    }
    return words;
  }

  testing::FakeFileSystem files_;
  std::optional<registry::Registry> registry_;
  InputSources sources_;
  std::optional<std::string> answer_;
  InputQuestion asked_;
};

constexpr const char* kAll =
    "  service: {from: services}\n"
    "  environment: {from: service.environments}\n"
    "  version: {from: tags, older_than: deployed}\n";

TEST_F(Inputs, TakesWhatIsGiven) {
  EXPECT_EQ(
      resolve(kAll, {{"service", "oven"}, {"environment", "production"}, {"version", "1.9.0"}}),
      "service=oven environment=production version=1.9.0 ");
}

TEST_F(Inputs, NamesAllThatIsMissingTogether) {
  EXPECT_EQ(resolve(kAll, {}),
            "3 inputs are missing: SERVICE, --env <environment>, -d version=<value>");
  EXPECT_EQ(resolve(kAll, {{"service", "oven"}, {"environment", "staging"}}),
            "1 input is missing: -d version=<value>");
}

TEST_F(Inputs, ChecksAValueAgainstTheRegistry) {
  EXPECT_EQ(resolve(kAll, {{"service", "ovn"}}),
            "`ovn` is no value for input `service` (`oven` is close)");
  EXPECT_EQ(resolve(kAll, {{"service", "oven"}, {"environment", "mars"}}),
            "`mars` is no value for input `environment` (give `production` or `staging`)");
  EXPECT_EQ(resolve(kAll, {{"service", "fridge"}, {"environment", "staging"}}),
            "service `fridge` has no environments for input `environment` (add them to the "
            "registry)");
}

TEST_F(Inputs, GoesBackOnlyToOlderVersions) {
  EXPECT_EQ(
      resolve(kAll, {{"service", "oven"}, {"environment", "production"}, {"version", "1.10.0"}}),
      "`1.10.0` is not older than `1.10.0`, which is deployed");
  EXPECT_EQ(
      resolve(kAll, {{"service", "oven"}, {"environment", "production"}, {"version", "0.12.25"}}),
      "`0.12.25` is no value for input `version` (give `1.9.0` or `v1.8.0`)");
}

TEST_F(Inputs, OffersTheLastStableVersion) {
  answer_ = "v1.8.0";
  EXPECT_EQ(resolve(kAll, {{"service", "oven"}, {"environment", "production"}}),
            "service=oven environment=production version=v1.8.0 ");
  EXPECT_EQ(asked_.default_value, "1.9.0");
  EXPECT_EQ(asked_.choices, (std::vector<std::string>{"1.9.0", "v1.8.0"}));
  EXPECT_EQ(asked_.flag, "-d version=<value>");
}

TEST_F(Inputs, OffersADefaultAndTakesItWhereNobodyIsAsked) {
  EXPECT_EQ(resolve("  count: {default: '3'}\n", {}), "count=3 ");
  EXPECT_EQ(asked_.default_value, "3");
  answer_ = "4";
  EXPECT_EQ(resolve("  count: {default: '3', pattern: '^[0-9]$'}\n", {}), "count=4 ");
}

TEST_F(Inputs, AsksOnlyForWhatTheConditionLetsThrough) {
  const std::string where = "  service: {from: services, where: language == 'go'}\n";
  EXPECT_EQ(resolve(where, {{"service", "fridge"}}), "service=fridge ");
  EXPECT_EQ(resolve(where, {{"service", "oven"}}),
            "`oven` is no value for input `service` (give `fridge`)");
}

TEST_F(Inputs, ChecksChoicesAndPatterns) {
  EXPECT_EQ(resolve("  size: {choices: [small, large]}\n", {{"size", "small"}}), "size=small ");
  EXPECT_EQ(resolve("  size: {choices: [small, large]}\n", {{"size", "smal"}}),
            "`smal` is no value for input `size` (`small` is close)");
  EXPECT_EQ(resolve("  count: {pattern: '^[0-9]+$'}\n", {{"count", "12"}}), "count=12 ");
  EXPECT_EQ(resolve("  count: {pattern: '^[0-9]+$'}\n", {{"count", "many"}}),
            "`many` does not match `^[0-9]+$`, which input `count` must");
  EXPECT_EQ(resolve("  count: {prompt: How many?}\n", {{"count", ""}}), "input `count` is empty");
}

TEST_F(Inputs, RefusesAnInputThatThereIsNot) {
  EXPECT_EQ(resolve(kAll, {{"servce", "oven"}}),
            "playbook `p` has no input `servce` (`service` is close)");
}

TEST_F(Inputs, NeedsARegistryForWhatComesFromIt) {
  sources_.registry = nullptr;
  EXPECT_EQ(
      resolve(kAll, {{"service", "oven"}}),
      "input `service` needs a registry (name it with --registry, or make one: tizza registry "
      "init)");
}

}  // namespace
}  // namespace tizza::playbook
