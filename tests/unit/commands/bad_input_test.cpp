// What every command of the table does with input that is wrong in the usual ways. Each call is one
// of the command's own examples, in a workspace that holds the sample company.
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include "app/command_table.hpp"
#include "app/run.hpp"
#include "base/strings.hpp"
#include "support/command_line.hpp"
#include "support/fake_context.hpp"
#include "support/sample_registry.hpp"

namespace tizza::testing {
namespace {

using commands::CommandSpec;

/// One example of a command, without the program's name.
struct Call {
  const CommandSpec* command;
  std::vector<std::string> words;
};

std::vector<Call> all_calls() {
  std::vector<Call> calls;
  for (const CommandSpec* command : app::command_table()) {
    for (const auto& example : command->examples) {
      if (!example.command.starts_with("tizza ")) continue;  // Shell round it.
      auto words = split_words(std::string(example.command));
      // A redirection is the shell's, not ours.
      const auto shell = std::ranges::find_if(
          words, [](const std::string& word) { return word == ">" || word == "|"; });
      calls.push_back({command, {words.begin() + 1, shell}});
    }
  }
  return calls;
}

using Tree = std::map<std::string, std::string>;

/// The names of what differs between two trees.
std::string changes(const Tree& before, const Tree& after) {
  std::vector<std::string> names;
  for (const auto& [name, content] : after) {
    const auto old = before.find(name);
    if (old == before.end() || old->second != content) names.push_back(name);
  }
  for (const auto& [name, content] : before) {
    if (!after.contains(name)) names.push_back(name + " is gone");
  }
  return join(names, ", ");
}

/// A workspace and what one call does in it.
class World {
 public:
  World() { add_sample_registry(fake_.files); }

  FakeContext& fake() { return fake_; }
  Tree tree() const { return fake_.files.tree("/"); }

  int run(const std::vector<std::string>& words) {
    before_ = tree();
    const int code = app::run(words, fake_.context);
    const std::string line = "tizza " + join(words, " ");
    const std::string& errors = fake_.terminal.err_text();
    EXPECT_NE(code, 70) << line << "\n" << errors;
    EXPECT_GE(code, 0) << line;
    EXPECT_EQ(fake_.interrupts.depth(), 0) << line;
    for (const auto& [name, content] : tree()) {
      EXPECT_EQ(name.find(".tizza-"), std::string::npos) << line << " left " << name;
    }
    return code;
  }

  /// What went wrong is said, and nothing was changed.
  void expect_refusal(const std::vector<std::string>& words) {
    const int code = run(words);
    const std::string line = "tizza " + join(words, " ");
    EXPECT_TRUE(code == 1 || code == 2 || code == 4) << line << ": " << code;
    EXPECT_FALSE((fake_.terminal.err_text() + fake_.terminal.out_text()).empty()) << line;
    EXPECT_EQ(changes(before_, tree()), "") << line;
  }

 private:
  FakeContext fake_;
  Tree before_;
};

std::vector<size_t> positional_places(const Call& call) {
  const size_t path = split(call.command->path, ' ').size();
  std::vector<size_t> places;
  for (size_t i = path; i < call.words.size(); ++i) {
    if (call.words[i].starts_with('-')) break;  // What follows may be a flag's value.
    places.push_back(i);
  }
  return places;
}

struct BrokenRegistry {
  const char* name;
  void (*lay)(FakeFileSystem&);
};

constexpr const char* kRegistry = "tizza-registry.yaml";

const BrokenRegistry kBrokenRegistries[] = {
    {"a folder", [](FakeFileSystem& files) { files.add_directory(kRegistry); }},
    {"a device", [](FakeFileSystem& files) { files.add_device(kRegistry); }},
    {"forbidden", [](FakeFileSystem& files) { files.add(kRegistry, "teams: {}\n", 0000); }},
    {"empty", [](FakeFileSystem& files) { files.add(kRegistry, ""); }},
    {"malformed", [](FakeFileSystem& files) { files.add(kRegistry, "teams: [\n"); }},
    {"a list", [](FakeFileSystem& files) { files.add(kRegistry, "- 1\n"); }},
    {"of wrong types",
     [](FakeFileSystem& files) {
       files.add(kRegistry, "apiVersion: tizza/v1\nteams: 5\nservices: [a, {b: 1}]\n");
     }},
    {"of another version",
     [](FakeFileSystem& files) { files.add(kRegistry, "apiVersion: tizza/v9\n"); }},
    {"not UTF-8",
     [](FakeFileSystem& files) { files.add(kRegistry, "apiVersion: tizza/v1\nx: \xff\xfe\n"); }},
    {"with tabs",
     [](FakeFileSystem& files) {
       files.add(kRegistry, "apiVersion: tizza/v1\nteams:\n\ta: {}\n");
     }},
    {"with a key twice",
     [](FakeFileSystem& files) {
       files.add(kRegistry, "apiVersion: tizza/v1\nteams: {}\nteams: {}\n");
     }},
    {"including itself",
     [](FakeFileSystem& files) {
       files.add(kRegistry, "apiVersion: tizza/v1\ninclude: [tizza-registry.yaml]\n");
     }},
    {"including an absent file",
     [](FakeFileSystem& files) {
       files.add(kRegistry, "apiVersion: tizza/v1\ninclude: [teams/no-such-file.yaml]\n");
     }},
};

TEST(BadInput, FindsExamplesForEveryCommand) {
  for (const CommandSpec* command : app::command_table()) {
    EXPECT_TRUE(command->is_hidden || !command->examples.empty()) << command->path;
  }
  for (const Call& call : all_calls()) {
    EXPECT_TRUE(("tizza " + join(call.words, " ") + " ")
                    .starts_with("tizza " + std::string(call.command->path) + " "))
        << join(call.words, " ");
  }
}

TEST(BadInput, ARegistryThatIsBrokenOrAbsent) {
  for (const Call& call : all_calls()) {
    for (const BrokenRegistry& broken : kBrokenRegistries) {
      SCOPED_TRACE(std::string("the registry is ") + broken.name);
      World world;
      ASSERT_TRUE(world.fake().files.remove_all(kRegistry));
      broken.lay(world.fake().files);
      world.run(call.words);
    }
    SCOPED_TRACE("the registry is absent");
    World world;
    ASSERT_TRUE(world.fake().files.remove_all(kRegistry));
    if (call.command->needs == commands::Needs::kRegistry) {
      world.expect_refusal(call.words);
    } else {
      world.run(call.words);
    }
  }
}

TEST(BadInput, PositionalsThatAreNothing) {
  for (const Call& call : all_calls()) {
    for (const size_t place : positional_places(call)) {
      for (const char* word : {"no-such-name", "no/such/file.yaml", "teams", "secret.yaml",
                               "broken.yaml", "device", "..", "/", "-", "name with blanks",
                               "na\"me", "\xff\xfe", "\x1b[31m", "a\nb", "{{ 1 / 0 }}"}) {
        World world;
        world.fake().files.add("secret.yaml", "swagger: '2.0'\n", 0000);
        world.fake().files.add("broken.yaml", "swagger: '2.0'\ninfo: [\n");
        world.fake().files.add_device("device");
        Call bad = call;
        bad.words[place] = word;
        const int code = world.run(bad.words);
        // Text from outside must not steer the terminal.
        EXPECT_TRUE(code == 0 || world.fake().terminal.err_text().find('\x1b') == std::string::npos)
            << join(bad.words, " ");
      }
    }
  }
}

TEST(BadInput, FlagsThatDoNotExist) {
  for (const Call& call : all_calls()) {
    World world;
    auto words = call.words;
    words.push_back("--no-such-flag");
    EXPECT_EQ(world.run(words), 2) << join(words, " ");
    const auto& terminal = world.fake().terminal;
    EXPECT_NE((terminal.out_text() + terminal.err_text()).find("no-such-flag"), std::string::npos);
  }
}

TEST(BadInput, ValuesThatAreNoChoice) {
  for (const CommandSpec* command : app::command_table()) {
    for (const auto& flag : command->flags) {
      if (flag.choices.empty()) continue;
      World world;
      std::vector<std::string> words;
      for (const auto word : split(command->path, ' ')) words.emplace_back(word);
      words.push_back("--" + std::string(flag.name) + "=nonsense");
      EXPECT_EQ(world.run(words), 2) << join(words, " ");
    }
  }
}

TEST(BadInput, MorePositionalsThanThereAre) {
  for (const Call& call : all_calls()) {
    const auto& positionals = call.command->positionals;
    const bool takes_many = std::ranges::any_of(positionals, [](const auto& positional) {
      return positional.arity == commands::PositionalArity::kMany ||
             positional.arity == commands::PositionalArity::kAtLeastOne;
    });
    if (takes_many) continue;
    World world;
    auto words = call.words;
    for (size_t i = 0; i <= positionals.size(); ++i) words.push_back("surplus");
    EXPECT_EQ(world.run(words), 2) << join(words, " ");
  }
}

TEST(BadInput, AFolderThatCannotBeWritten) {
  for (const Call& call : all_calls()) {
    World world;
    world.fake().files.set_mode(".", 0555);
    const Tree before = world.fake().files.tree();
    world.run(call.words);
    EXPECT_EQ(changes(before, world.fake().files.tree()), "") << join(call.words, " ");
  }
}

/// Where the disk is full from the n-th write on, the call is done, or undone, or the next one
/// finishes it.
TEST(BadInput, ADiskThatIsFullAtAnyMoment) {
  for (const Call& call : all_calls()) {
    World healthy;
    healthy.run(call.words);
    const Tree done = healthy.tree();
    for (int n = 1; n <= healthy.fake().files.writes(); ++n) {
      World world;
      const Tree before = world.tree();
      world.fake().files.fail_nth_write(n, ENOSPC);
      const int code = world.run(call.words);
      if (world.tree() == before || world.tree() == done) continue;
      EXPECT_NE(code, 0) << join(call.words, " ") << " with a full disk at write " << n;
      world.fake().files.fail_nth_write(0, 0);
      world.run(call.words);
      EXPECT_EQ(changes(done, world.tree()), "")
          << join(call.words, " ") << " after a full disk at write " << n;
    }
  }
}

TEST(BadInput, NobodyToAsk) {
  for (const Call& call : all_calls()) {
    World world;
    auto words = call.words;
    words.push_back("--no-input");
    world.fake().terminal.all_terminals(true);
    world.fake().terminal.answers = {"yes", "yes", "yes"};
    world.run(words);
    EXPECT_EQ(world.fake().terminal.answers.size(), 3u) << join(words, " ") << " asked";
  }
}

TEST(BadInput, CtrlCAndCtrlDAtAPrompt) {
  for (const Call& call : all_calls()) {
    for (const char* key : {"^C", "^D"}) {
      World world;
      world.fake().terminal.all_terminals(true);
      world.fake().terminal.answers = {key};
      const Tree before = world.tree();
      const int code = world.run(call.words);
      if (!world.fake().terminal.answers.empty()) continue;  // It did not ask.
      EXPECT_EQ(code, key == std::string("^C") ? 130 : 4) << join(call.words, " ");
      EXPECT_EQ(changes(before, world.tree()), "") << join(call.words, " ");
    }
  }
}

}  // namespace
}  // namespace tizza::testing
