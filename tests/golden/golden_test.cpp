// Runs every tests/golden/**/*.case (the format: golden_case.hpp) in this process, plain and in
// colour. TIZZA_UPDATE_GOLDEN=1 rewrites stdout, stderr and the out/ sections; exit codes are
// always written by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.hpp"
#include "golden/golden_world.hpp"
#include "support/line_diff.hpp"
#include "support/source_dir.hpp"

namespace tizza::testing {
namespace {

std::string root() {
  return source_dir() + "/tests/golden";
}

/// The case files, relative to root().
std::vector<std::string> case_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root())) {
    if (entry.path().extension() == ".case") {
      files.push_back(std::filesystem::relative(entry.path(), root()));
    }
  }
  std::ranges::sort(files);
  return files;
}

bool is_failure(const std::string& file) {
  return std::filesystem::path(file).filename().string().starts_with("fail_");
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

/// What all commands of the case printed, as the case shows it.
struct Streams {
  std::string out;
  std::string err;
};

Streams run_all(const GoldenCase& golden, GoldenWorld& world) {
  Streams streams;
  for (const GoldenCommand& command : golden.commands) {
    const GoldenOutcome outcome = world.run(command.line);
    EXPECT_EQ(outcome.exit_code, command.exit_code) << "$ " << command.line << "\n"
                                                    << outcome.out << outcome.err;
    streams.out += world.normalised(outcome.out);
    streams.err += world.normalised(outcome.err);
  }
  return streams;
}

class Golden : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    std::string problem;
    text_ = read_text(path_);
    golden_ = parse_golden(text_, problem);
    ASSERT_EQ(problem, "") << path_;
  }

  static void expect_text(const std::string& what, const std::string& expected,
                          const std::string& actual) {
    const std::string diff = line_diff(expected, actual);
    if (!diff.empty()) ADD_FAILURE() << what << " (- expected, + actual):\n" << diff;
  }

  void check_files(GoldenWorld& world) {
    for (const GoldenSection& section : golden_.sections) {
      const std::string name = section.name.substr(section.name.find('/') + 1);
      if (section.name.starts_with("out/")) {
        expect_text(name, section.text, world.normalised(world.text(name)));
      } else if (section.name.starts_with("absent/")) {
        EXPECT_FALSE(world.exists(name)) << name << " should not be there";
      }
    }
  }

  void update(GoldenWorld& world, const Streams& streams) {
    golden_.set_section("stdout", streams.out);
    golden_.set_section("stderr", streams.err);
    for (GoldenSection& section : golden_.sections) {
      if (!section.name.starts_with("out/")) continue;
      section.text = world.normalised(world.text(section.name.substr(4)));
    }
    std::erase_if(golden_.sections, [](const GoldenSection& section) {
      return section.text.empty() && section.name.starts_with("std") && section.name != "stdin";
    });
    std::ofstream(path_, std::ios::binary) << print_golden(golden_);
  }

  std::string path_ = root() + "/" + GetParam();
  std::string text_;
  GoldenCase golden_;
};

TEST_P(Golden, Holds) {
  // Asked before a world on the real disk takes the environment away.
  const bool is_update = std::getenv("TIZZA_UPDATE_GOLDEN") != nullptr;
  const auto world = make_world(golden_, false);
  const Streams streams = run_all(golden_, *world);
  if (is_update) update(*world, streams);
  expect_text("stdout", golden_.section("stdout"), streams.out);
  expect_text("stderr", golden_.section("stderr"), streams.err);
  check_files(*world);
  EXPECT_EQ(world->leftovers(), "");
}

TEST_P(Golden, MeansTheSameInColour) {
  const bool chooses_colour = golden_.environment.contains("NO_COLOR") ||
                              golden_.environment.contains("CLICOLOR_FORCE") ||
                              golden_.header.find("--color") != std::string::npos;
  if (chooses_colour) return;
  const auto world = make_world(golden_, true);
  const Streams streams = run_all(golden_, *world);
  expect_text("stdout", golden_.section("stdout"), strip_escapes(streams.out));
  expect_text("stderr", golden_.section("stderr"), strip_escapes(streams.err));
  check_files(*world);
}

TEST_P(Golden, IsWrittenAsItsNameSays) {
  const bool fails = std::ranges::any_of(golden_.commands, &GoldenCommand::exit_code);
  EXPECT_EQ(fails, is_failure(GetParam())) << "fail_ is for cases with an exit code other than 0";
  EXPECT_LE(std::ranges::count(text_, '\n'), 60) << "a case fits one screen";
  EXPECT_EQ(print_golden(golden_), text_);
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, ::testing::ValuesIn(case_files()), [](const auto& file) {
  std::string name = file.param.substr(0, file.param.rfind('.'));
  std::ranges::replace_if(
      name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

TEST(GoldenCases, AreManyAndFortyPercentFailures) {
  const auto files = case_files();
  EXPECT_GE(files.size(), 120u);
  const auto failures = std::ranges::count_if(files, is_failure);
  EXPECT_GE(failures * 100, static_cast<std::ptrdiff_t>(files.size()) * 40)
      << failures << " of " << files.size();
}

}  // namespace
}  // namespace tizza::testing
