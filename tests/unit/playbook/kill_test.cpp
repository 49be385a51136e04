// The process dies at every write, every sync and on both sides of every command; what is left on
// the disk must never make a step that is recorded as done run again, nor one whose end is unknown.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "engine_world.hpp"

namespace tizza::playbook {
namespace {

struct Killed {};

/// Counts down to the moment of death.
class Fuse {
 public:
  void set(int points) { left_ = points; }
  void burn() {
    if (left_ > 0 && --left_ == 0) throw Killed();
  }
  bool is_out() const { return left_ > 0; }

 private:
  int left_ = 0;
};

class MortalFile final : public AppendFile {
 public:
  MortalFile(std::unique_ptr<AppendFile> file, Fuse& fuse) : file_(std::move(file)), fuse_(fuse) {}

  Status append(std::string_view bytes) override {
    // Death in the midst of a write leaves a part of it.
    fuse_.burn();
    TIZZA_CHECK(file_->append(bytes.substr(0, bytes.size() / 2)));
    fuse_.burn();
    return file_->append(bytes.substr(bytes.size() / 2));
  }
  Status sync() override {
    fuse_.burn();
    TIZZA_CHECK(file_->sync());
    fuse_.burn();
    return {};
  }
  uint64_t size() const override { return file_->size(); }
  Status truncate(uint64_t size) override {
    fuse_.burn();
    return file_->truncate(size);
  }

 private:
  std::unique_ptr<AppendFile> file_;
  Fuse& fuse_;
};

/// A disk that a dying process writes to. Only what journals use is passed on.
class MortalDisk final : public FileSystem {
 public:
  MortalDisk(FileSystem& disk, Fuse& fuse) : disk_(disk), fuse_(fuse) {}

  Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) override {
    TIZZA_TRY(auto file, disk_.open_append(path));
    return std::unique_ptr<AppendFile>(std::make_unique<MortalFile>(std::move(file), fuse_));
  }
  Result<std::string> read_file(const std::string& path) const override {
    return disk_.read_file(path);
  }
  std::optional<FileInfo> info(const std::string& path, bool follow) const override {
    return disk_.info(path, follow);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return disk_.list(path);
  }
  Result<std::string> real_path(const std::string& path) const override {
    return disk_.real_path(path);
  }
  Result<std::string> read_link(const std::string& path) const override {
    return disk_.read_link(path);
  }
  Status write_file(const std::string&, std::string_view, uint32_t) override { return unused(); }
  Status write_new_file(const std::string&, std::string_view, uint32_t) override {
    return unused();
  }
  Status make_symlink(const std::string&, const std::string&) override { return unused(); }
  Status make_directories(const std::string&) override { return unused(); }
  Result<std::string> make_temporary_sibling(const std::string&) override {
    return failure("test", "not used");
  }
  Status rename_new(const std::string&, const std::string&) override { return unused(); }
  Status sync_tree(const std::string&) override { return unused(); }
  Status remove_all(const std::string&) override { return unused(); }
  Result<std::unique_ptr<FileLock>> lock(const std::string&, bool) override {
    return failure("test", "not used");
  }

 private:
  static Status unused() { return failure("test", "not used"); }

  FileSystem& disk_;
  Fuse& fuse_;
};

/// Commands that are begun, have their effect, and end; the process may die in between.
class MortalMachine final : public Processes {
 public:
  explicit MortalMachine(Fuse& fuse) : fuse_(fuse) {}

  std::vector<std::string> effects;  ///< The command lines that took effect.

  Result<ProcessResult> run(const ProcessRequest& request,
                            const std::function<void(ProcessStream, std::string_view)>&) override {
    fuse_.burn();
    effects.push_back(request.argv.back());
    fuse_.burn();
    return ProcessResult{};
  }
  bool open_url(const std::string&) override { return false; }

 private:
  Fuse& fuse_;
};

constexpr const char* kSteps = R"(  - {id: a, run: a, repeat: safe}
  - {id: b, run: [b1, b2], repeat: never}
  - {id: c, run: c}
  - {id: d, run: d, repeat: never}
)";

/// One playbook on one disk, through any number of deaths.
class MortalRun {
 public:
  MortalRun() : world_(kSteps), disk_(world_.files, fuse_), machine_(fuse_) {
    world_.disk = &disk_;
    world_.machine = &machine_;
    world_.settings = {.yes_to = YesTo::kAll};
  }

  /// Runs until the process dies after so many points; 0: it lives. Whether it died.
  bool run(int points) {
    fuse_.set(points);
    try {
      go_on();
    } catch (const Killed&) {
      fuse_.set(0);
      check();
      return true;
    }
    fuse_.set(0);
    check();
    return false;
  }

  /// The run is over, and everything had its one effect.
  void check_end() {
    EXPECT_EQ(world_.records().back().event, Event::kEnd);
    EXPECT_GE(count("a"), 1);
    for (const char* line : {"b2", "c", "d"}) EXPECT_LE(count(line), 1) << line;
  }

 private:
  int64_t count(const std::string& line) const {
    return std::count(machine_.effects.begin(), machine_.effects.end(), line);
  }

  /// Of `b` that is `b1` and `b2`.
  static int64_t effects_of(const std::string& step, const std::vector<std::string>& effects) {
    return std::count_if(effects.begin(), effects.end(),
                         [&](const std::string& line) { return line.starts_with(step); });
  }

  void go_on() {
    world_.settings.answers.clear();  // they were given to the process before
    const auto effects_before = machine_.effects;
    auto result = world_.run();
    if (result.ok() && *result == Verdict::kUnknownState) {
      // Exactly where a step was cut off whose policy wants a person: nothing ran by itself, and
      // the person says what is true.
      const RunState state = fold(world_.records());
      const std::string step = state.has_position ? state.position : "a";
      ASSERT_EQ(step_state(world_.records(), step), StepState::kUnknown);
      ASSERT_EQ(effects_of(step, machine_.effects), effects_of(step, effects_before));
      world_.settings.answers[step] = step == "c" && count("c") == 0 ? "again" : "done";
      result = world_.run();
    }
    ASSERT_TRUE(result.ok()) << world_.error_of(result);
    ASSERT_EQ(*result, Verdict::kDone);
  }

  /// What the disk says holds against what took effect.
  void check() {
    const auto contents = parse_journal(kJournal, world_.files.text(kJournal));
    ASSERT_TRUE(contents.ok());
    for (const char* id : {"a", "c", "d"}) {
      if (done_.contains(id)) {
        EXPECT_EQ(count(id), done_[id]) << id << " ran again after it was recorded as done";
      } else if (step_state(contents->records, id) == StepState::kDone) {
        done_[id] = count(id);
      }
    }
    for (const char* line : {"b1", "b2", "c", "d"}) EXPECT_LE(count(line), 1) << line;
  }

  Fuse fuse_;
  EngineWorld world_;
  MortalDisk disk_;
  MortalMachine machine_;
  std::map<std::string, int64_t> done_;
};

TEST(Kill, AtEveryPointTheRunGoesOnWithoutDoingAnythingTwice) {
  int points = 0;
  for (int first = 1;; ++first) {
    MortalRun run;
    if (!run.run(first)) break;
    ++points;
    run.run(0);
    run.check_end();
  }
  EXPECT_GE(points, 60);
  std::printf("%d points of death\n", points);
}

TEST(Kill, TwiceInARow) {
  // Every other combination keeps the everyday run short.
  const int stride = std::getenv("TIZZA_TEST_FULL") != nullptr ? 1 : 2;
  int points = 0;
  for (int first = 1;; ++first) {
    bool died = false;
    for (int second = 1 + first % stride;; second += stride) {
      MortalRun run;
      died = run.run(first);
      if (!died) break;
      if (!run.run(second)) break;
      ++points;
      run.run(0);
      run.check_end();
      if (::testing::Test::HasFailure()) FAIL() << "deaths at " << first << " and " << second;
    }
    if (!died) break;
  }
  std::printf("%d pairs of deaths\n", points);
}

}  // namespace
}  // namespace tizza::playbook
