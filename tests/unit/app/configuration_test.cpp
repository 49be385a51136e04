#include "app/configuration.hpp"

#include <gtest/gtest.h>

#include <set>

#include "app/config_keys.hpp"
#include "app/run.hpp"
#include "base/embedded.hpp"
#include "support/fake_context.hpp"
#include "text/reader.hpp"

namespace tizza::app {
namespace {

using testing::FakeContext;

constexpr const char* kUserFile = "/home/ana/.config/tizza/config.yaml";

/// The line that `config list --show-origin` prints for a key, single-spaced.
std::string setting(FakeContext& fake, const std::string& key) {
  const size_t before = fake.terminal.out_text().size();
  run({"config", "list", "--show-origin"}, fake.context);
  const std::string text = fake.terminal.out_text().substr(before);
  const size_t padded = text.find("\n" + key + " ");
  const size_t at = (padded == std::string::npos ? text.find("\n" + key + "\n") : padded) + 1;
  std::string line = text.substr(at, text.find('\n', at) - at);
  for (size_t gap; (gap = line.find("  ")) != std::string::npos;) line.erase(gap, 1);
  return line;
}

TEST(Configuration, LaysVariableOverProjectOverUserOverDefault) {
  FakeContext fake;
  EXPECT_EQ(setting(fake, "color"), "color auto default");
  fake.files.add(kUserFile, "color: never\n");
  EXPECT_EQ(setting(fake, "color"), "color never /home/ana/.config/tizza/config.yaml:1:8");
  fake.files.add("/workspace/tizza.yaml", "# ours\ncolor: never\n");
  EXPECT_EQ(setting(fake, "color"), "color never tizza.yaml:2:8");
  fake.environment.variables["TIZZA_COLOR"] = "auto";
  EXPECT_EQ(setting(fake, "color"), "color auto TIZZA_COLOR");
}

TEST(Configuration, CountsWhereAFlagIsReadToo) {
  FakeContext fake;
  fake.files.add("tizza.yaml", "color: always\n");
  run({"config", "list"}, fake.context);
  EXPECT_NE(fake.terminal.out_text().find('\x1b'), std::string::npos);
  FakeContext quiet;
  quiet.files.add("tizza.yaml", "color: always\n");
  run({"config", "list", "--color", "never"}, quiet.context);
  EXPECT_EQ(quiet.terminal.out_text().find('\x1b'), std::string::npos);
}

TEST(Configuration, IsFoundUpwards) {
  FakeContext fake;
  fake.files.add("/tizza.yaml", "validate: {fail-on: warn}\n");
  EXPECT_EQ(setting(fake, "validate.fail-on"), "validate.fail-on warn ../tizza.yaml:1:21");
}

TEST(Configuration, ReadsPathsFromTheFolderOfTheFile) {
  FakeContext fake;
  fake.files.add(kUserFile, "registry: ../fleet.yaml\n");
  EXPECT_TRUE(setting(fake, "registry").starts_with("registry /home/ana/.config/fleet.yaml "));
  fake.files.add(kUserFile, "registry: ~/fleet.yaml\n");
  EXPECT_TRUE(setting(fake, "registry").starts_with("registry /home/ana/fleet.yaml "));
  fake.files.add(kUserFile, "registry: https://tizza.com/fleet.yaml\n");
  EXPECT_TRUE(setting(fake, "registry").starts_with("registry https://tizza.com/fleet.yaml "));
}

TEST(Configuration, LetsAProjectNameWhatLiesInsideIt) {
  FakeContext fake;
  fake.files.add("tizza.yaml", "registry: fleet/registry.yaml\n");
  EXPECT_EQ(setting(fake, "registry"), "registry /workspace/fleet/registry.yaml tizza.yaml:1:11");
  EXPECT_EQ(fake.terminal.err_text(), "");
}

TEST(Configuration, RefusesWhatAnUntrustedProjectRedirects) {
  FakeContext fake;
  fake.files.add("tizza.yaml", "registry: ../other.yaml\n");
  EXPECT_EQ(setting(fake, "registry"), "registry");
  EXPECT_EQ(fake.terminal.err_text(),
            "warn[untrusted-config]: `registry` does not count here\n"
            " --> tizza.yaml:1:11\n"
            "  |\n"
            "1 | registry: ../other.yaml\n"
            "  |           ^^^^^^^^^^^^^\n"
            "help: add this folder to `trusted-folders` in "
            "`/home/ana/.config/tizza/config.yaml` to trust it\n");
}

TEST(Configuration, BelievesAProjectInATrustedFolder) {
  FakeContext fake;
  fake.files.add(kUserFile, "trusted-folders: [/work]\n");
  fake.files.add("tizza.yaml", "registry: ../other.yaml\n");
  EXPECT_EQ(setting(fake, "registry"), "registry");  // /workspace is not below /work
  fake.files.add(kUserFile, "trusted-folders: [/workspace]\n");
  EXPECT_EQ(setting(fake, "registry"), "registry /other.yaml tizza.yaml:1:11");
}

TEST(Configuration, DoesNotLetAProjectTrustItself) {
  FakeContext fake;
  fake.files.add("tizza.yaml", "trusted-folders: [/workspace]\nregistry: ../other.yaml\n");
  EXPECT_EQ(setting(fake, "registry"), "registry");
  EXPECT_EQ(setting(fake, "trusted-folders"), "trusted-folders");
}

std::string error_of(const std::string& content) {
  FakeContext fake;
  fake.files.add("tizza.yaml", content);
  EXPECT_EQ(run({"config", "list"}, fake.context), 2);
  EXPECT_EQ(fake.terminal.out_text(), "");
  const std::string& text = fake.terminal.err_text();
  return text.substr(0, text.find('\n', text.find("-->")));
}

TEST(Configuration, PointsAtWhatIsWrong) {
  EXPECT_EQ(error_of("colour: never\n"),
            "error[config]: unknown key `colour`\n --> tizza.yaml:1:1");
  EXPECT_EQ(error_of("validate: {fail-no: warn}\n"),
            "error[config]: unknown key `validate.fail-no`\n --> tizza.yaml:1:12");
  EXPECT_EQ(error_of("no-input: maybe\n"),
            "error[config]: `no-input` is `true` or `false`, not `maybe`\n --> tizza.yaml:1:11");
  EXPECT_EQ(error_of("color: [a]\n"), "error[config]: `color` needs a value\n --> tizza.yaml:1:8");
  EXPECT_EQ(error_of("- a\n"), "error[config]: a configuration is a mapping\n --> tizza.yaml:1:1");
  EXPECT_EQ(error_of("color: pink\n"),
            "error[wrong-value]: `color` must be `auto`, `always` or `never`, not `pink`\n"
            " --> tizza.yaml:1:8");
  EXPECT_TRUE(error_of("color: [\n").starts_with("error[syntax]: "));
}

TEST(Configuration, DoesNotStandInTheWayOfHelp) {
  FakeContext fake;
  fake.files.add("tizza.yaml", "colour: never\n");
  EXPECT_EQ(run({"config", "list", "--help"}, fake.context), 0);
  EXPECT_EQ(run({"--version"}, fake.context), 0);
  EXPECT_EQ(fake.terminal.err_text(), "");
}

/// The dotted keys of a schema's properties.
void collect_keys(Node schema, const std::string& prefix, std::set<std::string>& keys) {
  for (const auto& [key, value] : schema["properties"].entries()) {
    const std::string name = prefix + std::string(key.text());
    const bool is_section = value["properties"].is_mapping();
    if (is_section) collect_keys(value, name + ".", keys);
    if (!is_section) keys.insert(name);
  }
}

TEST(ConfigKeys, AreThoseOfTheSchema) {
  const EmbeddedFile* file = find_embedded(embedded_schemas(), "config.schema.json");
  ASSERT_NE(file, nullptr);
  const auto schema = read_json(std::make_shared<Source>("schema", std::string(file->bytes)));
  ASSERT_TRUE(schema);
  std::set<std::string> in_schema;
  collect_keys((*schema)->root(), "", in_schema);
  std::set<std::string> in_table;
  for (const ConfigKey& row : config_keys()) in_table.emplace(row.key);
  EXPECT_EQ(in_table, in_schema);
}

}  // namespace
}  // namespace tizza::app
