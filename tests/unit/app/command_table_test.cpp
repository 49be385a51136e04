#include "app/command_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <set>

#include "app/bind.hpp"
#include "app/config_keys.hpp"
#include "app/flags.hpp"
#include "app/help.hpp"
#include "app/route.hpp"
#include "app/run.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "support/fake_context.hpp"
#include "text/reader.hpp"

/// What holds for every command, whoever wrote it: a new one is tested by standing in the table.
namespace tizza::app {
namespace {

using commands::Changes;
using commands::CommandSpec;
using commands::FlagArity;
using commands::FlagSpec;
using testing::FakeContext;

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (const auto word : split(text, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

struct Outcome {
  int code;
  std::string out;
  std::string err;
};

Outcome run_with(Words words, const Words& more,
                 const std::map<std::string, std::string>& variables = {}) {
  FakeContext fake;
  for (const auto& [name, value] : variables) fake.environment.variables[name] = value;
  words.insert(words.end(), more.begin(), more.end());
  const int code = run(words, fake.context);
  return {code, fake.terminal.out_text(), fake.terminal.err_text()};
}

void expect_summary(std::string_view summary) {
  EXPECT_FALSE(summary.empty());
  EXPECT_LE(summary.size(), 72u) << summary;
  EXPECT_FALSE(summary.front() >= 'A' && summary.front() <= 'Z' && summary.size() > 1 &&
               summary[1] >= 'a' && summary[1] <= 'z')
      << "starts in upper case: " << summary;
  EXPECT_FALSE(summary.ends_with('.')) << summary;
}

class EveryCommand : public ::testing::TestWithParam<const CommandSpec*> {
 protected:
  const CommandSpec& command = *GetParam();
  Words path = words_of(command.path);
};

std::string test_name(const ::testing::TestParamInfo<const CommandSpec*>& info) {
  std::string name(info.param->path);
  for (char& letter : name) {
    if (letter == ' ' || letter == '-') letter = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Table, EveryCommand, ::testing::ValuesIn(command_table()), test_name);

TEST_P(EveryCommand, HasASummaryAnExampleAndAFunction) {
  expect_summary(command.summary);
  EXPECT_FALSE(command.examples.empty());
  EXPECT_NE(command.run, nullptr);
  for (size_t end = command.path.find(' '); end != std::string_view::npos;
       end = command.path.find(' ', end + 1)) {
    const std::string_view above = command.path.substr(0, end);
    EXPECT_TRUE(find_group(above) || find_command(above)) << above;
  }
}

TEST_P(EveryCommand, HasExamplesThatCanBeRead) {
  for (const auto& example : command.examples) {
    EXPECT_FALSE(example.purpose.empty()) << example.command;
    const std::string_view line = example.command;
    if (line.find_first_of("|<>$'\"(") != std::string_view::npos) continue;
    Words words = words_of(line);
    ASSERT_EQ(words.front(), "tizza") << line;
    words.erase(words.begin());
    const auto route = find_route(words);
    ASSERT_TRUE(route) << line;
    EXPECT_EQ(route->command, &command) << line;
    EXPECT_TRUE(bind_arguments(route->arguments, FlagSet::of(command), "")) << line;
  }
}

TEST_P(EveryCommand, DocumentsEachFlagOnce) {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const FlagSpec* flag : FlagSet::of(command)) {
    SCOPED_TRACE(std::string(flag->name));
    expect_summary(flag->summary);
    EXPECT_TRUE(names.insert(flag->name).second) << "twice";
    if (flag->letter != 0) {
      EXPECT_TRUE(letters.insert(flag->letter).second) << "letter twice";
    }
    const bool has_value = flag->arity != FlagArity::kSwitch;
    EXPECT_EQ(has_value, flag->value_name.starts_with('<') && flag->value_name.ends_with('>'));
    EXPECT_EQ(flag, FlagSet::of(command).by_name(flag->name));
    EXPECT_TRUE(flag->env.empty() || flag->env.starts_with("TIZZA_"));
    EXPECT_TRUE(flag->config_key.empty() || find_config_key(flag->config_key) != nullptr)
        << "no row in app/config_keys.cpp: " << flag->config_key;
  }
  for (const FlagSpec& flag : command.flags) {
    EXPECT_EQ(FlagSet::global().by_name(flag.name), nullptr) << "global flag: " << flag.name;
  }
}

TEST_P(EveryCommand, ShowsTheSameHelpInEveryWay) {
  Words help = {"help"};
  help.insert(help.end(), path.begin(), path.end());
  const Outcome first = run_with(help, {});
  EXPECT_EQ(first.code, 0);
  for (const Outcome& other : {run_with(path, {"--help"}), run_with(path, {"-h"}),
                               run_with({"--help"}, path), run_with(path, {"--bogus", "-h"})}) {
    EXPECT_EQ(other.code, 0);
    EXPECT_EQ(other.out, first.out);
    EXPECT_EQ(other.err, "");
  }
}

TEST_P(EveryCommand, HasHelpThatFitsEightyColumns) {
  const std::string text = run_with(path, {"--help"}).out;
  for (const auto line : split_lines(text)) {
    EXPECT_LE(utf8::display_width(line), 80u) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
    // groff reads manual pages as ASCII.
    EXPECT_EQ(std::count_if(line.begin(), line.end(), [](char c) { return c < 0; }), 0) << line;
  }
  const size_t example = text.find(std::string(command.examples.front().command));
  EXPECT_LT(example, text.find("Usage:"));
  for (const FlagSpec& flag : command.flags) {
    const std::string title = "  " + flag_title(flag);
    const size_t found = text.find(title);
    EXPECT_NE(found, std::string::npos) << title;
  }
}

TEST_P(EveryCommand, ColoursHelpOnlyWhereItMay) {
  const std::string plain = run_with(path, {"--help"}).out;
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  const std::string coloured = run_with(path, {"--help", "--color", "always"}).out;
  EXPECT_NE(coloured.find('\x1b'), std::string::npos);
  EXPECT_EQ(run_with(path, {"--help"}, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}).out, plain);
}

TEST_P(EveryCommand, NamesWhatIsNearAnUnknownFlag) {
  const Outcome outcome = run_with(path, {"--hepl"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "error[usage]: unknown flag `--hepl`\nhelp: `--help` is close\n");
  for (const FlagSpec& flag : command.flags) {
    const std::string wrong = "--" + std::string(flag.name) + "x";
    EXPECT_NE(run_with(path, {wrong}).err.find("`--" + std::string(flag.name) + "`"),
              std::string::npos)
        << wrong;
  }
}

TEST_P(EveryCommand, NamesTheFlagThatLacksItsValue) {
  for (const FlagSpec& flag : command.flags) {
    if (flag.arity == FlagArity::kSwitch) continue;
    const std::string name = "--" + std::string(flag.name);
    const Outcome outcome = run_with(path, {name});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.err, "error[usage]: `" + name + "` needs a value\nhelp: write `" + name +
                               " " + std::string(flag.value_name) + "`\n");
  }
}

TEST_P(EveryCommand, RefusesAnUnknownChoice) {
  for (const FlagSpec& flag : command.flags) {
    if (flag.choices.empty()) continue;
    const std::string name = "--" + std::string(flag.name);
    const Outcome outcome = run_with(path, {name, "[odd]"});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(outcome.err.starts_with("error[usage]: unknown value `[odd]` of `" + name + "`\n"))
        << outcome.err;
  }
}

TEST_P(EveryCommand, CanBeRehearsedWhereItChangesSomething) {
  if (command.changes == Changes::kNothing) return;
  EXPECT_NE(FlagSet::of(command).by_name("dry-run"), nullptr)
      << "a command that changes something takes --dry-run";
}

TEST_P(EveryCommand, TellsErrorsAsJsonWhereJsonIsAskedFor) {
  if (!takes_json(command)) return;
  const Outcome outcome = run_with(path, {"--json", "--bogus"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err, "");
  const auto document = read_json(std::make_shared<Source>("out", outcome.out));
  ASSERT_TRUE(document) << outcome.out;
  EXPECT_EQ((*document)->root()["errors"].at(0)["message"].text(), "unknown flag `--bogus`");
}

TEST(CommandTable, HasEachPathOnce) {
  std::set<std::string_view> paths;
  for (const auto* command : command_table()) {
    EXPECT_TRUE(paths.insert(command->path).second) << command->path;
    EXPECT_EQ(find_group(command->path), nullptr) << command->path << " is a group, too";
  }
}

TEST(CommandTable, ShowsTheSameHelpOfAGroupInEveryWay) {
  for (const auto& group : group_table()) {
    expect_summary(group.summary);
    if (members_of(group.path).empty()) continue;
    const Words path = words_of(group.path);
    const Outcome bare = run_with(path, {});
    EXPECT_EQ(bare.code, 0);
    EXPECT_EQ(bare.err, "");
    for (const Outcome& other : {run_with({"help"}, path), run_with(path, {"--help"}),
                                 run_with(path, {"-h"}), run_with(path, {"help"})}) {
      EXPECT_EQ(other.out, bare.out);
    }
    for (const auto line : split_lines(bare.out)) EXPECT_LE(utf8::display_width(line), 80u) << line;
    EXPECT_EQ(run_with(path, {"nonsense-word"}).code, 2);
  }
}

TEST(CommandTable, GivesAFlagOneMeaningEverywhere) {
  // `tizza --format json validate` can only be read where it is known that `json` is a value.
  for (const auto* command : command_table()) {
    for (const FlagSpec* flag : FlagSet::of(*command)) {
      const FlagSpec* first = FlagSet::everywhere().by_name(flag->name);
      const bool takes_value = flag->arity != FlagArity::kSwitch;
      EXPECT_EQ(takes_value, first->arity != FlagArity::kSwitch)
          << command->path << " --" << flag->name;
      EXPECT_EQ(flag->letter, first->letter) << command->path << " --" << flag->name;
      if (flag->letter != 0) {
        EXPECT_EQ(FlagSet::everywhere().by_letter(flag->letter), first)
            << command->path << " -" << flag->letter;
      }
    }
  }
}

}  // namespace
}  // namespace tizza::app
