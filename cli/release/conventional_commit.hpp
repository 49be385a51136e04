#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/git.hpp"

namespace tizza::release {

/// What a commit asks of the next version, least first.
enum class Level : uint8_t { kNone, kPatch, kMinor, kMajor };

/// `none`, `patch`, `minor` or `major`.
std::string_view to_string(Level level);

/// The level of that name; none for another word.
std::optional<Level> level_named(std::string_view name);

/// What each type of commit asks for; types are in lower case.
using CommitTypes = std::map<std::string, Level, std::less<>>;

/// `feat` asks for a minor release, `fix`, `perf` and `revert` for a patch, the rest for none.
CommitTypes usual_commit_types();

/// A message as Conventional Commits 1.0.0 has it: `type(scope)!: description`.
struct ConventionalCommit {
  std::string type;  ///< Lower case.
  std::string scope;
  std::string description;
  std::string breaking;  ///< What breaks, in the words of the message; empty for nothing.

  bool is_breaking() const { return !breaking.empty(); }
};

/// None where the message does not follow the convention.
std::optional<ConventionalCommit> read_conventional_commit(std::string_view message);

/// The commits that a message takes back: `This reverts commit <id>.`, as git writes it, and the
/// footer `Refs:` of `revert: …`. Ids of 7 and more digits.
std::vector<std::string> reverted_commits(std::string_view message);

/// One commit since the last release.
struct Change {
  std::string commit;
  int64_t time = 0;
  std::string subject;  ///< The first line of the message.
  std::optional<ConventionalCommit> conventional;
  Level level = Level::kNone;
  bool is_new = true;  ///< Behind the last tag, be it a pre-release.
};

/// Commits, newest first, as changes. A commit that another one of them takes back counts for
/// nothing, and so does the one that takes it back.
std::vector<Change> changes_of(const std::vector<GitCommit>& commits, const CommitTypes& types);

/// The change that asks for most, the newest of equals; nullptr where none asks for anything.
const Change* weightiest(const std::vector<Change>& changes);

}  // namespace tizza::release
