#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tizza::testing {

struct RandomFile {
  std::string bytes;
  bool is_executable = false;

  bool operator==(const RandomFile&) const = default;
};

using RandomTree = std::map<std::string, RandomFile>;

/// A line that one side wrote, known by a word that stands nowhere else.
struct WrittenLine {
  std::string word;
  std::string block;  ///< The header of the look-alike block that it stands in; may be empty.
};

/// A template's tree and what two sides made of it.
struct MergeCase {
  RandomTree base;
  RandomTree ours;
  RandomTree theirs;
  std::vector<WrittenLine> our_lines;
  std::vector<WrittenLine> their_lines;
};

/// One case: edits, renames of files and folders, deletions, new and empty files, look-alike
/// blocks, CR LF, binaries and modes. The same for the same seed on every machine.
MergeCase random_merge_case(uint64_t seed);

/// The header of the block that `word` stands in (the last line above it that starts with `[`);
/// empty where there is none.
std::string block_of(const std::string& text, const std::string& word);

}  // namespace tizza::testing
