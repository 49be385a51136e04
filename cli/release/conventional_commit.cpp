#include "release/conventional_commit.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::release {
namespace {

constexpr std::string_view kLevels[] = {"none", "patch", "minor", "major"};

bool is_type_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// The text of a footer that says what breaks, with the lines that continue it.
std::string breaking_footer(const std::vector<std::string_view>& lines) {
  for (size_t i = 1; i < lines.size(); ++i) {
    for (const std::string_view token : {"BREAKING CHANGE: ", "BREAKING-CHANGE: "}) {
      if (!lines[i].starts_with(token)) continue;
      std::string text(trim(lines[i].substr(token.size())));
      while (++i < lines.size() && !trim(lines[i]).empty()) {
        text += " " + std::string(trim(lines[i]));
      }
      return text;
    }
  }
  return {};
}

/// Adds the ids in `text`, up to what is neither an id nor stands between two.
void add_ids(std::string_view text, std::vector<std::string>& ids) {
  constexpr size_t kShortest = 7;
  for (;;) {
    const size_t start = text.find_first_not_of(" ,");
    if (start == std::string_view::npos) return;
    text.remove_prefix(start);
    const auto end = std::find_if_not(text.begin(), text.end(), is_hexadecimal);
    const auto id = text.substr(0, static_cast<size_t>(end - text.begin()));
    if (id.size() < kShortest) return;
    ids.emplace_back(id);
    text.remove_prefix(id.size());
  }
}

Level level_of(const ConventionalCommit& commit, const CommitTypes& types) {
  if (commit.is_breaking()) return Level::kMajor;
  const auto found = types.find(commit.type);
  return found == types.end() ? Level::kNone : found->second;
}

/// Finds commits by the start of their id.
class CommitIndex {
 public:
  explicit CommitIndex(const std::vector<GitCommit>& commits) {
    for (size_t i = 0; i < commits.size(); ++i) ids_.emplace(commits[i].id, i);
  }

  std::optional<size_t> find(std::string_view start) const {
    const auto found = ids_.lower_bound(start);
    if (found == ids_.end() || !found->first.starts_with(start)) return std::nullopt;
    return found->second;
  }

 private:
  std::map<std::string_view, size_t> ids_;
};

/// Marks the commits that are taken back, and those that only take back.
std::vector<bool> cancelled(const std::vector<GitCommit>& commits) {
  const CommitIndex index(commits);
  std::vector<bool> gone(commits.size(), false);
  for (size_t i = 0; i < commits.size(); ++i) {
    if (gone[i]) continue;  // taken back itself: what it took away is there again
    for (const std::string& id : reverted_commits(commits[i].message)) {
      const auto other = index.find(id);
      if (other && *other > i) gone[i] = gone[*other] = true;
    }
  }
  return gone;
}

}  // namespace

std::string_view to_string(Level level) {
  return kLevels[static_cast<size_t>(level)];
}

std::optional<Level> level_named(std::string_view name) {
  const auto found = std::find(std::begin(kLevels), std::end(kLevels), name);
  if (found == std::end(kLevels)) return std::nullopt;
  return static_cast<Level>(found - std::begin(kLevels));
}

CommitTypes usual_commit_types() {
  return {{"feat", Level::kMinor},   {"fix", Level::kPatch},  {"perf", Level::kPatch},
          {"revert", Level::kPatch}, {"build", Level::kNone}, {"chore", Level::kNone},
          {"ci", Level::kNone},      {"docs", Level::kNone},  {"refactor", Level::kNone},
          {"style", Level::kNone},   {"test", Level::kNone}};
}

std::optional<ConventionalCommit> read_conventional_commit(std::string_view message) {
  const auto lines = split_lines(message);
  if (lines.empty()) return std::nullopt;
  std::string_view rest = trim(lines[0]);
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_type_character);
  const auto type = rest.substr(0, static_cast<size_t>(end - rest.begin()));
  rest.remove_prefix(type.size());
  ConventionalCommit commit;
  commit.type = to_lower(type);
  if (rest.starts_with('(')) {
    const size_t close = rest.find(')');
    if (close == std::string_view::npos) return std::nullopt;
    commit.scope = trim(rest.substr(1, close - 1));
    rest.remove_prefix(close + 1);
  }
  const bool is_marked = rest.starts_with('!');
  if (is_marked) rest.remove_prefix(1);
  if (type.empty() || !rest.starts_with(": ")) return std::nullopt;
  commit.description = trim(rest.substr(2));
  if (commit.description.empty()) return std::nullopt;
  commit.breaking = breaking_footer(lines);
  if (is_marked && commit.breaking.empty()) commit.breaking = commit.description;
  return commit;
}

std::vector<std::string> reverted_commits(std::string_view message) {
  constexpr std::string_view kGit = "This reverts commit ";
  std::vector<std::string> ids;
  const auto commit = read_conventional_commit(message);
  for (const auto line : split_lines(message)) {
    if (line.starts_with(kGit)) add_ids(line.substr(kGit.size()), ids);
    const bool is_footer = commit && commit->type == "revert" && line.starts_with("Refs: ");
    if (is_footer) add_ids(line.substr(6), ids);
  }
  return ids;
}

std::vector<Change> changes_of(const std::vector<GitCommit>& commits, const CommitTypes& types) {
  const auto gone = cancelled(commits);
  std::vector<Change> changes;
  for (size_t i = 0; i < commits.size(); ++i) {
    if (gone[i]) continue;
    Change change{commits[i].id, commits[i].time, {}, read_conventional_commit(commits[i].message)};
    const std::string_view text = commits[i].message;
    change.subject = trim(text.substr(0, text.find('\n')));
    if (change.conventional) {
      change.level = level_of(*change.conventional, types);
    } else if (!reverted_commits(text).empty()) {
      change.level = Level::kPatch;  // `git revert` of something that is released
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

const Change* weightiest(const std::vector<Change>& changes) {
  const auto found = std::max_element(
      changes.begin(), changes.end(),
      [](const Change& a, const Change& b) { return a.level < b.level; });  // the first of equals
  return found == changes.end() || found->level == Level::kNone ? nullptr : &*found;
}

}  // namespace tizza::release
