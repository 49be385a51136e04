#include "app/run.hpp"

#include <gtest/gtest.h>

#include "support/fake_context.hpp"

namespace tizza::app {
namespace {

using testing::FakeContext;

TEST(Run, ShowsTheSameHelpInEveryWay) {
  FakeContext bare;
  EXPECT_EQ(run({}, bare.context), 0);
  EXPECT_TRUE(bare.terminal.out_text().starts_with("tizza"));
  for (const std::vector<std::string>& way :
       std::vector<std::vector<std::string>>{{"-h"}, {"--help"}, {"help"}}) {
    FakeContext fake;
    EXPECT_EQ(run(way, fake.context), 0);
    EXPECT_EQ(fake.terminal.out_text(), bare.terminal.out_text());
    EXPECT_EQ(fake.terminal.err_text(), "");
  }
}

TEST(Run, ShowsTheVersion) {
  FakeContext fake;
  EXPECT_EQ(run({"--version"}, fake.context), 0);
  EXPECT_TRUE(fake.terminal.out_text().starts_with("tizza "));
}

TEST(Run, NamesWhatIsNearAnUnknownCommand) {
  FakeContext fake;
  EXPECT_EQ(run({"hlep"}, fake.context), 2);
  EXPECT_EQ(fake.terminal.out_text(), "");
  EXPECT_EQ(fake.terminal.err_text(),
            "error[usage]: unknown command `hlep`\n"
            "help: `help` is close\n");
}

TEST(Run, TellsErrorsAsJsonWhereJsonIsAskedFor) {
  FakeContext fake;
  EXPECT_EQ(run({"hlep", "--json"}, fake.context), 2);
  EXPECT_TRUE(fake.terminal.out_text().starts_with("{\"schema_version\":1,"));
  EXPECT_NE(fake.terminal.out_text().find("unknown command `hlep`"), std::string::npos);
  EXPECT_EQ(fake.terminal.err_text(), "");
}

TEST(Run, FailsWhereTheDataCouldNotBeWritten) {
  FakeContext fake;
  fake.terminal.out_is_full = true;
  EXPECT_EQ(run({"--version"}, fake.context), 2);
  EXPECT_EQ(fake.terminal.err_text(),
            "error[file]: cannot write standard output: no space left on the device\n");
}

/// An environment that breaks whoever asks it.
template <typename Exception>
class BrokenEnvironment final : public Environment {
 public:
  std::optional<std::string> get(std::string_view) const override { throw Exception(); }
  std::vector<std::string> names() const override { return {}; }
  std::string working_directory() const override { throw Exception(); }
  std::string home() const override { throw Exception(); }
  std::string user_name() const override { return {}; }
  std::string host_name() const override { return {}; }
  long process_id() const override { return 1; }
  std::string random_bytes(size_t) const override { return {}; }
};

struct Surprise : std::logic_error {
  Surprise() : std::logic_error("index 7 of 3") {}
};

template <typename Exception>
std::string errors_with() {
  FakeContext fake;
  BrokenEnvironment<Exception> environment;
  commands::Context context{fake.files,  fake.processes, fake.git,        fake.http,    fake.clock,
                            environment, fake.terminal,  fake.interrupts, fake.archives};
  EXPECT_EQ(run({"config", "list"}, context), 70);
  EXPECT_EQ(fake.terminal.out_text(), "");
  return fake.terminal.err_text();
}

TEST(Run, AsksForAReportOfABug) {
  EXPECT_EQ(errors_with<Surprise>(),
            "error: a bug in tizza: index 7 of 3\n"
            "help: report it with the command and what `tizza --version` prints\n");
  EXPECT_EQ(errors_with<std::bad_alloc>(),
            "error: a bug in tizza: out of memory\n"
            "help: report it with the command and what `tizza --version` prints\n");
}

}  // namespace
}  // namespace tizza::app
