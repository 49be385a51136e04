// What an update must never do: lose a line that somebody wrote, or put it into another block,
// without saying so. Thousands of random template and project trees are merged by the real git.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "base/thread_pool.hpp"
#include "platform/system.hpp"
#include "scaffold/project_merge.hpp"
#include "support/bulk_objects.hpp"
#include "support/temporary_folder.hpp"

namespace tizza::testing {
namespace {

using scaffold::FileClass;

constexpr size_t kCases = 2000;
constexpr uint64_t kFirstSeed = 20260302;

/// One merged case, with every content at hand.
struct Merged {
  scaffold::ProjectMerge merge;
  std::map<std::string, std::string> contents;  ///< By path.
  std::set<std::string> staged;                 ///< Contents of the stages of reported conflicts.
  std::set<std::string> conflicting;            ///< Paths.
};

Result<Merged> merge_one(Git& git, const scaffold::TreeWriter& writer, const std::string& folder,
                         const StoredCase& stored) {
  TIZZA_TRY(const auto repository, git.open(folder));
  Merged merged;
  TIZZA_TRY(merged.merge, scaffold::merge_project(git, *repository, writer,
                                                  {stored.base, stored.ours, stored.theirs}));
  for (const GitTreeEntry& entry : merged.merge.result) {
    TIZZA_TRY(merged.contents[entry.path], repository->read_object(entry.id));
  }
  for (const auto& staged : merged.merge.stages) {
    TIZZA_TRY(std::string content, repository->read_object(staged.entry.id));
    merged.staged.insert(std::move(content));
  }
  for (const auto& conflict : merged.merge.conflicts) {
    merged.conflicting.insert(conflict.paths.begin(), conflict.paths.end());
  }
  return merged;
}

/// What is wrong with one line of one side; empty for nothing.
std::string complaint(const Merged& merged, const WrittenLine& line, const RandomTree& base,
                      const RandomTree& other) {
  for (const auto& [path, content] : merged.contents) {
    if (content.find(line.word) == std::string::npos) continue;
    const std::string block = block_of(content, line.word);
    if (block == line.block || merged.conflicting.contains(path)) return {};
    // The other side may have taken the header of its block away.
    const auto has_header = [&](const RandomTree& tree) {
      for (const auto& [name, file] : tree) {
        if (file.bytes.find(line.block) != std::string::npos) return true;
      }
      return false;
    };
    if (line.block.empty() || !has_header(base) || !has_header(other)) return {};
    return line.word + " moved from " + line.block + " to " + block + " in " + path;
  }
  for (const std::string& content : merged.staged) {
    if (content.find(line.word) != std::string::npos) return {};
  }
  return line.word + " is lost";
}

/// Whether every file of the result has markers only where a conflict was reported.
std::string unreported_markers(const Merged& merged) {
  for (const auto& [path, content] : merged.contents) {
    const bool has_markers = content.find("<<<<<<< yours") != std::string::npos;
    if (has_markers && !merged.conflicting.contains(path)) return path + " has markers";
  }
  return {};
}

std::string check(const Merged& merged, const MergeCase& one) {
  for (const WrittenLine& line : one.our_lines) {
    if (auto text = complaint(merged, line, one.base, one.theirs); !text.empty()) return text;
  }
  for (const WrittenLine& line : one.their_lines) {
    const std::string text = complaint(merged, line, one.base, one.ours);
    // What the template changes in a file that the project deleted is nobody's loss.
    const bool was_deleted =
        std::any_of(merged.merge.files.begin(), merged.merge.files.end(),
                    [](const auto& file) { return file.file_class == FileClass::kDeletedByUser; });
    if (!text.empty() && !was_deleted) return text;
  }
  return unreported_markers(merged);
}

class UpdateProperty : public ::testing::Test {
 protected:
  UpdateProperty() { folder_.shell("git init -q ."); }

  TemporaryFolder folder_;
};

TEST_F(UpdateProperty, EveryLineIsInTheResultOrInAConflict) {
  std::vector<MergeCase> cases;
  for (size_t i = 0; i < kCases; ++i) cases.push_back(random_merge_case(kFirstSeed + i));
  const auto stored = store_cases(folder_.path(), cases);
  ASSERT_EQ(stored.size(), kCases);

  platform::System system;
  const auto writer = scaffold::TreeWriter::open(system.files, system.git, folder_ / ".git");
  ASSERT_TRUE(writer);
  std::mutex mutex;
  size_t conflicts = 0;
  std::set<FileClass> seen;
  std::vector<std::string> complaints;
  parallel_for(kCases, 0, [&](size_t i) {
    const auto merged = merge_one(system.git, *writer, folder_.path(), stored[i]);
    const std::string text = merged ? check(*merged, cases[i]) : merged.error().diagnostic.message;
    const std::lock_guard lock(mutex);
    if (!text.empty()) {
      complaints.push_back("seed " + std::to_string(kFirstSeed + i) + ": " + text);
    }
    if (!merged) return;
    conflicts += merged->merge.conflicts.empty() ? 0 : 1;
    for (const auto& file : merged->merge.files) seen.insert(file.file_class);
  });
  EXPECT_EQ(complaints, std::vector<std::string>());
  EXPECT_GT(conflicts, kCases / 10);                  // else the cases are too tame,
  EXPECT_LT(conflicts, kCases * 9 / 10);              // or too wild
  EXPECT_FALSE(seen.contains(FileClass::kDiverged));  // merges were tried
  EXPECT_EQ(seen.size(), scaffold::kFileClasses - 1);
}

}  // namespace
}  // namespace tizza::testing
