// Practice reaches no port that acts: each of them is a tripwire here.
#include <gtest/gtest.h>

#include "app/run.hpp"
#include "playbook/step_kind.hpp"
#include "support/command_line.hpp"
#include "support/fake_context.hpp"

namespace tizza::testing {
namespace {

/// Every kind of step, of which `run` is there three times.
constexpr const char* kEveryKind = R"(apiVersion: tizza/v1
playbook: every
title: Every kind
inputs: {token: {secret: true}}
prerequisites:
  - {name: all, tcp: "host:22", http: "https://t.com", ssh: host, run: "true", git: clean, fix: mend}
steps:
  - {id: look, do: Look.}
  - {id: page, open: "https://t.com"}
  - {id: colour, ask: {colour: [red, blue]}}
  - {id: sure, confirm: Sure?}
  - {id: two, approve: Agreed?}
  - {id: here, run: [a, b], secret: token, retry: {attempts: 3, delay: 1s}, on_failure: continue}
  - {id: there, run: c, ssh: [h1, h2], become: root, on_failure: continue}
  - {id: each, run: "d {{ item }}", for_each: [x, y], capture: said, on_failure: continue}
  - {id: door, ssh: host, on_failure: continue}
  - {id: source, git: push, on_failure: continue}
  - {id: self, tizza: release run, on_failure: continue}
  - {id: ping, http: {url: "https://t.com", method: POST, body: "{{ token }}"}, on_failure: continue}
  - {id: port, tcp: "host:22", within: 10s, on_failure: continue}
  - {id: pause, wait: 1h, on_failure: continue}
  - {id: say, announce: "#alerts", message: Hello, on_failure: continue}
  - {id: out, escalate: no way out}
)";
constexpr const char* kAnswers =
    " --answer look=done --answer page=done --answer colour=red --answer sure=yes "
    "--answer two=approved:maria";

class TripwireProcesses final : public Processes {
 public:
  Result<ProcessResult> run(const ProcessRequest& request,
                            const std::function<void(ProcessStream, std::string_view)>&) override {
    ADD_FAILURE() << "practice runs " << request.argv.front();
    return ProcessResult{};
  }
  bool open_url(const std::string& url) override {
    ADD_FAILURE() << "practice opens " << url;
    return true;
  }
};

class TripwireHttp final : public Http {
 public:
  Result<HttpResponse> send(const HttpRequest& request) override {
    ADD_FAILURE() << "practice sends to " << request.url;
    return HttpResponse{};
  }
  Status connect(const std::string& host, int, std::chrono::milliseconds) override {
    ADD_FAILURE() << "practice connects to " << host;
    return {};
  }
};

class TripwireGit final : public Git {
 public:
  Result<std::unique_ptr<GitRepository>> open(const std::string&) override {
    return failure("git", "no repository");
  }
  Result<GitOutcome> run(const GitRequest& request) override {
    ADD_FAILURE() << "practice calls git " << request.arguments.front();
    return GitOutcome{};
  }
};

class Tripwire : public ::testing::Test {
 protected:
  Tripwire() {
    fake_.files.add("every.yaml", kEveryKind);
    fake_.files.add("tizza-registry.yaml",
                    "apiVersion: tizza/v1\nsettings: {chat: {webhook_env: HOOK}}\nteams: {}\n");
    fake_.environment.variables["HOOK"] = "https://hooks.tizza.com/T0";
  }

  int tizza(const std::string& arguments) { return app::run(split_words(arguments), context_); }

  FakeContext fake_;
  TripwireProcesses processes_;
  TripwireHttp http_;
  TripwireGit git_;
  commands::Context context_{fake_.files,    processes_,       git_,
                             http_,          fake_.clock,      fake_.environment,
                             fake_.terminal, fake_.interrupts, fake_.archives};
};

TEST_F(Tripwire, EveryKindIsThere) {
  for (const playbook::StepKind* kind : playbook::step_kinds()) {
    EXPECT_NE(std::string(kEveryKind).find(std::string(kind->keyword) + ": "), std::string::npos)
        << "practise `" << kind->keyword << "` here too";
  }
}

TEST_F(Tripwire, WhereEverythingSucceeds) {
  EXPECT_EQ(tizza(std::string("playbook practice every.yaml --yes-to all") + kAnswers), 5)
      << fake_.terminal.take_screen();
  EXPECT_TRUE(fake_.clock.sleeps().empty());
}

TEST_F(Tripwire, WhereEverythingFails) {
  std::string arguments = std::string("playbook practice every.yaml") + kAnswers;
  for (const char* step :
       {"here", "there", "each", "door", "source", "self", "ping", "port", "pause", "say"}) {
    arguments += std::string(" --answer ") + step + "=fails";
  }
  EXPECT_EQ(tizza(arguments), 5) << fake_.terminal.take_screen();
  EXPECT_TRUE(fake_.clock.sleeps().empty());
}

TEST_F(Tripwire, WhenItGoesOn) {
  EXPECT_EQ(tizza(std::string("playbook practice every.yaml --yes-to all") + kAnswers), 5);
  EXPECT_EQ(tizza("playbook resume --answer out=continue"), 0) << fake_.terminal.take_screen();
}

}  // namespace
}  // namespace tizza::testing
