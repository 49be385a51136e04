#include "scaffold/file_classes.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tizza::scaffold {
namespace {

TreeEntries tree(const std::map<std::string, std::string>& files) {
  TreeEntries entries;
  for (const auto& [path, id] : files) entries.push_back({path, 0100644, id});
  return entries;
}

/// The class of each file, and where it came from.
std::map<std::string, std::string> classes(const UpdateTrees& trees) {
  std::map<std::string, std::string> found;
  for (const ClassedFile& file : classify(trees)) {
    found[file.path] =
        std::string(to_string(file.file_class)) + (file.from.empty() ? "" : " from " + file.from);
  }
  return found;
}

using Expected = std::map<std::string, std::string>;

TEST(FileClasses, TellWhoChangedWhat) {
  UpdateTrees trees;
  trees.base = tree({{"both", "1"}, {"gone", "1"}, {"ours", "1"}, {"same", "1"}, {"theirs", "1"}});
  trees.ours = tree(
      {{"both", "2"}, {"gone", "1"}, {"mine", "9"}, {"ours", "2"}, {"same", "1"}, {"theirs", "1"}});
  trees.theirs = tree({{"both", "3"}, {"new", "5"}, {"ours", "1"}, {"same", "1"}, {"theirs", "3"}});
  trees.result = tree(
      {{"both", "4"}, {"mine", "9"}, {"new", "5"}, {"ours", "2"}, {"same", "1"}, {"theirs", "3"}});
  EXPECT_EQ(classes(trees), (Expected{{"both", "merge"},
                                      {"gone", "removed"},
                                      {"mine", "unmanaged"},
                                      {"new", "new"},
                                      {"ours", "ours"},
                                      {"same", "unchanged"},
                                      {"theirs", "update"}}));
}

TEST(FileClasses, FollowRenamesOfBothSides) {
  UpdateTrees trees;
  trees.base = tree({{"a", "1"}, {"b", "1b"}, {"dir/c", "1c"}});
  trees.ours = tree({{"a", "2"}, {"dir/c", "1c"}, {"dir/own", "9"}, {"mine", "1b"}});
  trees.theirs = tree({{"b", "3b"}, {"moved/c", "1c"}, {"z", "1"}});
  trees.result = tree({{"mine", "3b"}, {"moved/c", "1c"}, {"moved/own", "9"}, {"z", "2"}});
  trees.their_renames = {{"a", "z"}, {"dir/c", "moved/c"}};
  trees.our_renames = {{"b", "mine"}};
  EXPECT_EQ(classes(trees), (Expected{{"mine", "update from b"},
                                      {"moved/c", "update from dir/c"},
                                      {"moved/own", "moved from dir/own"},
                                      {"z", "merge from a"}}));
}

TEST(FileClasses, NameWhatTheProjectDeletedAndWhatConflicts) {
  UpdateTrees trees;
  trees.base = tree({{"conflict", "1"}, {"deleted", "1"}});
  trees.ours = tree({{"conflict", "2"}});
  trees.theirs = tree({{"conflict", "3"}, {"deleted", "3"}});
  trees.result = tree({{"conflict", "4"}});
  trees.conflicts = {{{"conflict"}, "content", "Merge conflict in conflict"}};
  EXPECT_EQ(classes(trees), (Expected{{"conflict", "conflict"}, {"deleted", "deleted by user"}}));
}

}  // namespace
}  // namespace tizza::scaffold
