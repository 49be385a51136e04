#include "golden/real_world.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "app/run.hpp"
#include "base/strings.hpp"
#include "platform/git_adapter.hpp"
#include "platform/posix_file_system.hpp"
#include "platform/posix_processes.hpp"
#include "support/command_line.hpp"
#include "support/fake_context.hpp"
#include "support/sample_registry.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

/// The environment of this process, put back at the end.
class IsolatedEnvironment {
 public:
  explicit IsolatedEnvironment(const std::map<std::string, std::string>& variables) {
    for (char** entry = environ; *entry != nullptr; ++entry) before_.emplace_back(*entry);
    const std::string path = std::getenv("PATH");
    clearenv();
    setenv("PATH", path.c_str(), 1);
    for (const auto& [name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
  }
  ~IsolatedEnvironment() {
    clearenv();
    for (const std::string& entry : before_) {
      const size_t equals = entry.find('=');
      setenv(entry.substr(0, equals).c_str(), entry.substr(equals + 1).c_str(), 1);
    }
  }
  IsolatedEnvironment(const IsolatedEnvironment&) = delete;
  IsolatedEnvironment& operator=(const IsolatedEnvironment&) = delete;

 private:
  std::vector<std::string> before_;
};

std::map<std::string, std::string> variables_for(const GoldenCase& golden, bool colour,
                                                 const std::string& home) {
  std::map<std::string, std::string> variables = {
      {"HOME", home},
      {"XDG_CONFIG_HOME", home + "/.config"},
      {"XDG_STATE_HOME", home + "/.local/state"},
      {"XDG_CACHE_HOME", home + "/.cache"},
      {"GIT_CONFIG_GLOBAL", home + "/.gitconfig"},
      {"GIT_CONFIG_NOSYSTEM", "1"},
      {"GIT_AUTHOR_DATE", "2026-03-02T09:00:00Z"},
      {"GIT_COMMITTER_DATE", "2026-03-02T09:00:00Z"},
      {"LC_ALL", "C.UTF-8"},
      {"TZ", "UTC"},
  };
  for (const auto& [name, value] : golden.environment) variables[name] = value;
  if (colour) variables["CLICOLOR_FORCE"] = "1";
  return variables;
}

class RealWorld final : public GoldenWorld {
 public:
  RealWorld(const GoldenCase& golden, bool colour)
      : variables_(variables_for(golden, colour, home_.path())), isolated_(variables_) {
    set_up_terminal(golden, fake_.terminal);
    fake_.environment.directory = folder_.path();
    fake_.environment.home_directory = home_.path();
    for (const auto& [name, value] : variables_) fake_.environment.variables[name] = value;
    home_.add(".gitconfig",
              "[user]\n\tname = Ana\n\temail = ana@tizza.com\n[init]\n\tdefaultBranch = main\n");
    std::filesystem::copy_file(source_dir() + "/tests/support/make_wheel.py",
                               home_ / "make_wheel.py");
    std::filesystem::current_path(folder_.path());
    if (golden.sample) {
      for (const auto& [name, text] : sample_registry()) folder_.add(name, text);
    }
    for (const GoldenSection& section : golden.sections) {
      if (section.name.starts_with("in/")) folder_.add(section.name.substr(3), section.text);
    }
    if (const std::string& script = golden.section("setup"); !script.empty()) {
      const GoldenOutcome outcome = shell("set -e\n" + script);
      EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
    }
  }
  ~RealWorld() override { std::filesystem::current_path(before_); }

  GoldenOutcome run(const std::string& line) override {
    const auto words = split_words(line);
    if (words.empty() || words[0] != "tizza") return shell(line);
    const size_t out = fake_.terminal.out_text().size();
    const size_t err = fake_.terminal.err_text().size();
    commands::Context context{files_,         processes_,  git_,
                              fake_.http,     fake_.clock, fake_.environment,
                              fake_.terminal, interrupts_, fake_.archives};
    const int code = app::run({words.begin() + 1, words.end()}, context);
    return {code, fake_.terminal.out_text().substr(out), fake_.terminal.err_text().substr(err)};
  }
  std::string text(const std::string& path) override { return folder_.text(path); }
  bool exists(const std::string& path) override {
    return std::filesystem::exists(std::filesystem::symlink_status(folder_ / path));
  }
  std::string leftovers() override {
    for (const TemporaryFolder* root : {&folder_, &home_}) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(root->path())) {
        const std::string name = entry.path().filename();
        if (is_left_over(name)) return name;
      }
    }
    return {};
  }
  std::string normalised(const std::string& text) override {
    return replace_all(replace_all(text, folder_.path(), "$DIR"), home_.path(), "$HOME");
  }

 private:
  GoldenOutcome shell(const std::string& script) {
    ProcessRequest request;
    request.argv = {"sh", "-c", script};
    const auto result = processes_.run(request);
    return {result->exit_code, result->output, result->errors};
  }

  std::filesystem::path before_ = std::filesystem::current_path();
  TemporaryFolder folder_;
  TemporaryFolder home_;
  std::map<std::string, std::string> variables_;
  IsolatedEnvironment isolated_;
  FakeContext fake_;
  platform::PosixInterrupts interrupts_;
  platform::PosixFileSystem files_{interrupts_};
  platform::PosixProcesses processes_{interrupts_, fake_.terminal};
  platform::GitAdapter git_{processes_, fake_.environment};
};

}  // namespace

std::unique_ptr<GoldenWorld> make_real_world(const GoldenCase& golden, bool colour) {
  return std::make_unique<RealWorld>(golden, colour);
}

}  // namespace tizza::testing
