#include "playbook/journal.hpp"

#include <gtest/gtest.h>

#include <cerrno>

#include "support/fake_clock.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::playbook {
namespace {

constexpr const char* kPath = "runs/1/journal";

class JournalTest : public ::testing::Test {
 protected:
  JournalTest() { files_.add_directory("runs/1"); }

  /// A run with every kind of record.
  void write_run() {
    auto journal = Journal::create(files_, clock_, kPath);
    ASSERT_TRUE(journal.ok()) << journal.error().diagnostic.message;
    const auto append = [&](Event event, const char* step, Value data) {
      ASSERT_TRUE(journal->append(event, step, std::move(data)).ok());
    };
    append(Event::kStart, "", inputs());
    append(Event::kIntent, "press", {});
    append(Event::kResult, "press", outcome("done"));
    append(Event::kNote, "", note("two\nlines and a \"quote\" \xF0\x9F\x8D\x95"));
    append(Event::kIntent, "by-hand", {});
    append(Event::kPause, "", {});
    append(Event::kResume, "", {});
    append(Event::kResult, "by-hand", outcome("failed"));
    append(Event::kResult, "verify", outcome("skipped"));
    append(Event::kEnd, "", outcome("escalated"));
    written_ = journal->records();
  }

  static Value inputs() {
    Value data;
    data.set("playbook", "revert-version");
    data.set("version", "1.10");
    return data;
  }
  static Value outcome(const char* how) {
    Value data;
    data.set("outcome", how);
    return data;
  }
  static Value note(const char* text) {
    Value data;
    data.set("text", text);
    return data;
  }

  testing::FakeFileSystem files_;
  testing::FakeClock clock_;
  std::vector<Record> written_;
};

TEST_F(JournalTest, ReadsBackWhatWasWritten) {
  write_run();
  const auto contents = parse_journal(kPath, files_.text(kPath));
  ASSERT_TRUE(contents.ok());
  EXPECT_EQ(contents->records, written_);
  EXPECT_EQ(contents->intact_bytes, files_.text(kPath).size());
  EXPECT_EQ(contents->records[0].data["version"], Value("1.10"));
}

TEST_F(JournalTest, CutAtEveryByteNeverInventsAResult) {
  write_run();
  const std::string whole = files_.text(kPath);
  for (size_t cut = 0; cut <= whole.size(); ++cut) {
    const auto contents = parse_journal(kPath, whole.substr(0, cut));
    ASSERT_TRUE(contents.ok()) << "cut at " << cut;
    ASSERT_LE(contents->records.size(), written_.size());
    for (size_t i = 0; i < contents->records.size(); ++i) {
      ASSERT_EQ(contents->records[i], written_[i]) << "cut at " << cut;
    }
    const bool lost_a_whole_line =
        contents->intact_bytes <= cut &&
        whole.substr(contents->intact_bytes, cut - contents->intact_bytes).find('\n') !=
            std::string::npos;
    ASSERT_FALSE(lost_a_whole_line) << "cut at " << cut;
  }
}

TEST_F(JournalTest, GoesOnBehindACutLine) {
  write_run();
  const std::string whole = files_.text(kPath);
  for (size_t cut = 1; cut < whole.size(); cut += 7) {
    files_.add(kPath, whole.substr(0, cut));
    auto journal = Journal::reopen(files_, clock_, kPath);
    ASSERT_TRUE(journal.ok()) << journal.error().diagnostic.message;
    ASSERT_TRUE(journal->append(Event::kResume, "", {}).ok());
    const auto contents = parse_journal(kPath, files_.text(kPath));
    ASSERT_TRUE(contents.ok()) << "cut at " << cut;
    EXPECT_EQ(contents->records.back().event, Event::kResume);
    EXPECT_EQ(contents->intact_bytes, files_.text(kPath).size());
  }
}

TEST_F(JournalTest, TakesBlocksThatNeverArrivedForACut) {
  write_run();
  const auto contents = parse_journal(kPath, files_.text(kPath) + std::string(512, '\0'));
  ASSERT_TRUE(contents.ok());
  EXPECT_EQ(contents->records, written_);
}

TEST_F(JournalTest, RefusesEveryChangedByte) {
  write_run();
  const std::string whole = files_.text(kPath);
  const size_t last_line = whole.rfind('\n', whole.size() - 2) + 1;
  for (size_t at = 0; at < last_line; ++at) {
    std::string changed = whole;
    changed[at] = changed[at] == 'x' ? 'y' : 'x';
    EXPECT_FALSE(parse_journal(kPath, changed).ok()) << "changed at " << at;
  }
}

TEST_F(JournalTest, RefusesALostOrMovedLine) {
  write_run();
  const std::string whole = files_.text(kPath);
  const size_t first = whole.find('\n') + 1;
  const size_t second = whole.find('\n', first) + 1;
  EXPECT_FALSE(parse_journal(kPath, whole.substr(0, first) + whole.substr(second)).ok());
  EXPECT_FALSE(parse_journal(kPath, whole.substr(first)).ok());
}

TEST_F(JournalTest, KnowsHowFarEachStepGot) {
  write_run();
  EXPECT_EQ(step_state(written_, "press"), StepState::kDone);
  EXPECT_EQ(step_state(written_, "by-hand"), StepState::kFailed);
  EXPECT_EQ(step_state(written_, "verify"), StepState::kSkipped);
  EXPECT_EQ(step_state(written_, "other"), StepState::kNotStarted);
  written_.resize(5);
  EXPECT_EQ(step_state(written_, "by-hand"), StepState::kUnknown);
}

TEST_F(JournalTest, SyncsEveryRecord) {
  write_run();
  EXPECT_GE(files_.syncs(), static_cast<int>(written_.size()));
}

TEST_F(JournalTest, StaysAsItWasOnAFullDisk) {
  write_run();
  const std::string before = files_.text(kPath);
  auto journal = Journal::reopen(files_, clock_, kPath);
  ASSERT_TRUE(journal.ok()) << journal.error().diagnostic.message;
  files_.limit_space(3);
  EXPECT_FALSE(journal->append(Event::kIntent, "more", {}).ok());
  EXPECT_EQ(journal->state("more"), StepState::kNotStarted);
  EXPECT_EQ(files_.text(kPath), before);
}

TEST_F(JournalTest, IsNotStartedTwice) {
  write_run();
  EXPECT_FALSE(Journal::create(files_, clock_, kPath).ok());
}

TEST(UtcTime, PrintsMilliseconds) {
  using std::chrono::milliseconds;
  EXPECT_EQ(utc_time(std::chrono::system_clock::time_point(milliseconds(1'777'897'800'042))),
            "2026-05-04T12:30:00.042Z");
}

}  // namespace
}  // namespace tizza::playbook
