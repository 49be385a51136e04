#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "playbook/engine.hpp"
#include "playbook/run_state.hpp"
#include "support/fake_clock.hpp"
#include "support/fake_file_system.hpp"
#include "support/fake_git.hpp"
#include "support/fake_http.hpp"
#include "support/fake_interrupts.hpp"
#include "support/fake_processes.hpp"

namespace tizza::playbook {

/// Answers from a script and keeps what it was shown.
class ScriptedOperator final : public Operator {
 public:
  /// `run`, or `skip: no time` with what the option asks for.
  std::deque<std::string> script;
  std::vector<std::string> log;

  void show(const StepView& step) override { log.push_back("step " + step.id); }
  void output(std::string_view bytes) override { log.push_back("| " + std::string(bytes)); }
  void tell(const std::string& line) override { log.push_back(line); }
  Result<Decision> decide(const StepView& step, const Question& question) override;
};

/// A playbook, the machine it runs on, and its journal on a disk in memory.
struct EngineWorld {
  explicit EngineWorld(const std::string& steps, const std::string& head = "");

  /// Runs, or goes on, with a new process: only the disk is left of the one before.
  Result<Verdict> run();

  /// The journal's events, `intent a`, `done a`, in order.
  std::vector<std::string> events() const;
  std::vector<Record> records() const;
  std::string error_of(const Result<Verdict>& result) const;

  std::string text;
  std::optional<Playbook> playbook;
  Value names;
  std::map<std::string, std::string> secrets;
  testing::FakeFileSystem files;
  testing::FakeProcesses processes;
  testing::FakeHttp http;
  testing::FakeGit git;
  testing::FakeClock clock;
  testing::FakeInterrupts interrupts;
  ScriptedOperator person;
  RunSettings settings;
  Chat chat;
  bool is_practice = false;
  FileSystem* disk = &files;        ///< What the journal is written to.
  Processes* machine = &processes;  ///< What commands run on.
};

inline constexpr const char* kJournal = "runs/1/journal";

}  // namespace tizza::playbook
