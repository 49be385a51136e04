#include "app/bind.hpp"

#include <gtest/gtest.h>

#include "app/route.hpp"

namespace tizza::app {
namespace {

using commands::Arguments;
using commands::CommandSpec;
using commands::FlagArity;
using Words = std::vector<std::string>;

const CommandSpec& sample_command() {
  static const CommandSpec spec = {
      .path = "sample",
      .summary = "for tests",
      .positionals = {{.name = "PATH", .summary = "paths"}},
      .flags =
          {{.name = "data",
            .letter = 'd',
            .arity = FlagArity::kMany,
            .value_name = "<key=value>",
            .summary = "values"},
           {.name = "to", .arity = FlagArity::kOne, .value_name = "<version>", .summary = "to"},
           {.name = "dry-run", .letter = 'n', .summary = "only show"},
           {.name = "all", .letter = 'a', .summary = "all"}},
  };
  return spec;
}

Result<Arguments> read(const Words& words) {
  return bind_arguments(words, FlagSet::of(sample_command()), "sample");
}

std::string message(const Words& words) {
  const auto arguments = read(words);
  if (arguments) return "read";
  return arguments.error().diagnostic.message + " | " + arguments.error().diagnostic.help;
}

TEST(Bind, ReadsFlagsBeforeAndBehindPositionals) {
  const auto arguments = read({"-n", "one", "--to", "1.2", "two", "-d", "a=1"});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->positionals(), (Words{"one", "two"}));
  EXPECT_TRUE(arguments->has("dry-run"));
  EXPECT_FALSE(arguments->has("all"));
  EXPECT_EQ(arguments->get("to"), "1.2");
  EXPECT_EQ(arguments->all("data"), Words{"a=1"});
}

TEST(Bind, GivesAListFlagOneValueEachTime) {
  const auto arguments = read({"-d", "a=1", "one", "-db=2", "--data=c=3", "two"});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->all("data"), (Words{"a=1", "b=2", "c=3"}));
  EXPECT_EQ(arguments->positionals(), (Words{"one", "two"}));
}

TEST(Bind, KeepsBracketsCommasAndQuotes) {
  const auto arguments = read({"[a,b]", "-d", "[x,y]", "--to", "\"1,2\"", "{}", "%%", "[]"});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->positionals(), (Words{"[a,b]", "{}", "%%", "[]"}));
  EXPECT_EQ(arguments->all("data"), Words{"[x,y]"});
  EXPECT_EQ(arguments->get("to"), "\"1,2\"");
}

TEST(Bind, TakesADashForAValueAndAPositional) {
  const auto arguments = read({"-", "--to", "-", "-d", "-5", "-1"});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->positionals(), (Words{"-", "-1"}));
  EXPECT_EQ(arguments->get("to"), "-");
  EXPECT_EQ(arguments->all("data"), Words{"-5"});
}

TEST(Bind, TakesEmptyTexts) {
  const auto arguments = read({"", "one", "--data", "name="});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->positionals(), (Words{"", "one"}));
  EXPECT_EQ(arguments->all("data"), Words{"name="});
}

TEST(Bind, RefusesEmptyValues) {
  for (const auto& words : {Words{"--to=", "one"}, Words{"--to", "", "one"}, Words{"--data", ""}}) {
    const auto arguments = read(words);
    ASSERT_FALSE(arguments);
    EXPECT_TRUE(arguments.error().diagnostic.message.ends_with("is empty"));
  }
}

TEST(Bind, ReadsNoFlagsBehindTwoDashes) {
  const auto arguments = read({"one", "--", "--to", "--", "-n", "--bogus="});
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->positionals(), (Words{"one", "--to", "--", "-n", "--bogus="}));
  EXPECT_FALSE(arguments->has("to"));
}

TEST(Bind, LetsTheLastOfSeveralValuesCount) {
  EXPECT_EQ(read({"--to", "1", "--to", "2"})->get("to"), "2");
}

TEST(Bind, ReadsLettersInACluster) {
  const auto arguments = read({"-nad", "a=1"});
  ASSERT_TRUE(arguments);
  EXPECT_TRUE(arguments->has("dry-run"));
  EXPECT_TRUE(arguments->has("all"));
  EXPECT_EQ(arguments->all("data"), Words{"a=1"});
}

TEST(Bind, SaysWhatCannotBeRead) {
  EXPECT_EQ(message({"--too", "1"}), "unknown flag `--too` | `--to` is close");
  EXPECT_EQ(message({"--dryrun"}), "unknown flag `--dryrun` | `--dry-run` is close");
  EXPECT_EQ(message({"--zzz=1"}), "unknown flag `--zzz` | run `tizza sample --help`");
  EXPECT_EQ(message({"-z"}), "unknown flag `-z` | run `tizza sample --help`");
  EXPECT_EQ(message({"---to"}), "unknown flag `---to` | `--to` is close");
  EXPECT_EQ(message({"one", "--to"}), "`--to` needs a value | write `--to <version>`");
  EXPECT_EQ(message({"-nd"}), "`--data` needs a value | write `--data <key=value>`");
  EXPECT_EQ(message({"--all=yes"}), "`--all` takes no value | write `--all` alone");
}

std::string route_of(const Words& words) {
  const auto route = find_route(words);
  if (!route) return route.error().diagnostic.message;
  std::string text = route->path + ":";
  for (const std::string& argument : route->arguments) text += " " + argument;
  if (route->wants_help) text += " (help)";
  return text;
}

TEST(Route, FindsACommandAmongItsFlags) {
  EXPECT_EQ(route_of({"config", "list"}), "config list:");
  EXPECT_EQ(route_of({"--color", "never", "config", "--json", "list", "--show-origin"}),
            "config list: --color never --json --show-origin");
  EXPECT_EQ(route_of({"--format", "json", "config", "list"}), "config list: --format json");
  EXPECT_EQ(route_of({"--format=json", "config", "list"}), "config list: --format=json");
}

TEST(Route, DoesNotTakeAValueForHelp) {
  EXPECT_EQ(route_of({"config", "list", "--registry", "-h"}), "config list: --registry -h");
  EXPECT_EQ(route_of({"config", "list", "-h"}), "config list: -h (help)");
  EXPECT_EQ(route_of({"help", "--", "-h"}), "help: -- -h");
}

TEST(Route, TurnsAHelpWordIntoTheHelpCommand) {
  EXPECT_EQ(route_of({"config", "help"}), "help: config");
  EXPECT_EQ(route_of({"help", "config", "list"}), "help: config list");
}

TEST(Route, NamesWhatLeadsNowhere) {
  EXPECT_EQ(route_of({"confg", "list"}), "unknown command `confg`");
  EXPECT_EQ(route_of({"config", "lst"}), "unknown command `config lst`");
  EXPECT_EQ(route_of({"-"}), "unknown command `-`");
  EXPECT_EQ(route_of({""}), "unknown command ``");
}

}  // namespace
}  // namespace tizza::app
