#include "spec/changes.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/paths.hpp"

namespace tizza::spec {
namespace {

constexpr uint32_t kLastLine = std::numeric_limits<uint32_t>::max();

/// A path of git's diff: in quotes with C's escapes where it holds odd characters.
std::string unquoted(std::string_view text) {
  if (!text.starts_with('"') || !text.ends_with('"') || text.size() < 2) return std::string(text);
  text = text.substr(1, text.size() - 2);
  constexpr std::string_view kEscapes = "abtnvfr";
  constexpr std::string_view kMeanings = "\a\b\t\n\v\f\r";
  std::string path;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      path += text[i];
      continue;
    }
    const char next = text[++i];
    if (next >= '0' && next <= '3' && i + 2 < text.size()) {
      path += static_cast<char>((next - '0') * 64 + (text[i + 1] - '0') * 8 + (text[i + 2] - '0'));
      i += 2;
    } else if (const size_t at = kEscapes.find(next); at != std::string_view::npos) {
      path += kMeanings[at];
    } else {
      path += next;
    }
  }
  return path;
}

uint32_t number(std::string_view text) {
  uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Paths that each end with a NUL.
std::vector<std::string> paths_of(std::string_view list) {
  std::vector<std::string> paths;
  for (const std::string_view path : split(list, '\0')) {
    if (!path.empty()) paths.emplace_back(path);
  }
  return paths;
}

Result<std::string> merge_base(Git& git, const std::string& directory, const std::string& commit,
                               const std::string& name) {
  GitRequest request;
  request.directory = directory;
  request.arguments = {"merge-base", commit, "HEAD"};
  TIZZA_TRY(const GitOutcome outcome, git.run(request));
  if (outcome.exit_code == 0) return std::string(trim(outcome.output));
  return failure("git", "`" + name + "` and HEAD have no common commit",
                 "in a shallow clone `git fetch --unshallow` brings the rest");
}

}  // namespace

Result<std::string> git_output(Git& git, const std::string& directory,
                               std::vector<std::string> arguments) {
  GitRequest request;
  request.directory = directory;
  request.arguments = std::move(arguments);
  TIZZA_TRY(GitOutcome outcome, git.run(request));
  if (outcome.exit_code != 0) {
    return failure("git", "git cannot compare: " + std::string(trim(outcome.errors)));
  }
  return std::move(outcome.output);
}

/// Reads `git diff --unified=0`.
class DiffReader {
 public:
  explicit DiffReader(Changes& changes) : changes_(changes) {}

  void read(std::string_view diff) {
    while (!diff.empty()) {
      const size_t end = std::min(diff.find('\n'), diff.size());
      line(diff.substr(0, end));
      diff.remove_prefix(std::min(end + 1, diff.size()));
    }
  }

 private:
  /// Lines of the two texts come right behind the head of a hunk, as many as it says: what they
  /// hold is not looked at.
  void line(std::string_view text) {
    if (rest_ > 0 && !text.starts_with('\\')) {
      --rest_;
      return;
    }
    if (text.starts_with("+++ ")) {
      // A name with a space has a tab behind it.
      std::string path = unquoted(text.substr(4, text.find('\t') - 4));
      lines_ = path.starts_with("b/") ? &changes_.changed_[path.substr(2)] : nullptr;
    } else if (text.starts_with("@@ ")) {
      hunk(text);
    }
  }

  /// `@@ -1,2 +3,4 @@`
  void hunk(std::string_view text) {
    const auto words = split(text, ' ');
    if (words.size() < 3) return;
    const auto [old_first, old_count] = range(words[1]);
    const auto [first, count] = range(words[2]);
    rest_ = old_count + count;
    if (!lines_) return;
    if (count > 0) {
      lines_->push_back({first, first + count - 1});
    } else {
      lines_->push_back({first, first + 1});
    }
  }

  static std::pair<uint32_t, uint32_t> range(std::string_view word) {
    word.remove_prefix(std::min<size_t>(word.size(), 1));
    const size_t comma = word.find(',');
    const uint32_t count = comma == std::string_view::npos ? 1 : number(word.substr(comma + 1));
    return {number(word.substr(0, comma)), count};
  }

  Changes& changes_;
  std::vector<Changes::Lines>* lines_ = nullptr;
  uint64_t rest_ = 0;
};

Result<Changes> Changes::since(const std::string& revision, Git& git, const FileReader& files,
                               const Environment& environment) {
  Changes changes;
  TIZZA_TRY(changes.working_directory_, files.real_path(environment.working_directory()));
  TIZZA_TRY(const auto repository, git.open(changes.working_directory_));
  TIZZA_TRY(changes.work_tree_, files.real_path(repository->work_tree()));

  const bool from_merge_base = revision.ends_with("...");
  const std::string name = revision.substr(0, revision.size() - (from_merge_base ? 3 : 0));
  auto commit = repository->resolve(name);
  if (!commit.ok()) {
    Error error = commit.error();
    error.diagnostic.help = repository->is_shallow()
                                ? "the clone is shallow: `git fetch --unshallow` brings the rest"
                                : "`git fetch` brings what the remote has";
    return error;
  }
  TIZZA_TRY(changes.revision_, from_merge_base ? merge_base(git, changes.work_tree_, *commit, name)
                                               : std::move(commit));
  std::vector<std::string> diff = {"diff",          "--unified=0",        "--find-renames",
                                   "--no-color",    "--no-ext-diff",      "--no-textconv",
                                   "--text",        "--src-prefix=a/",    "--dst-prefix=b/",
                                   "--no-relative", "--ignore-submodules"};
  diff.push_back(changes.revision_);
  diff.emplace_back("--");
  TIZZA_TRY(const std::string text, git_output(git, changes.work_tree_, std::move(diff)));
  DiffReader(changes).read(text);
  TIZZA_TRY(
      const std::string untracked,
      git_output(git, changes.work_tree_, {"ls-files", "--others", "--exclude-standard", "-z"}));
  // A folder of which git knows no file comes as one, with a slash behind it.
  TIZZA_TRY(const std::string ignored,
            git_output(git, changes.work_tree_,
                       {"ls-files", "--others", "--ignored", "--exclude-standard", "--directory",
                        "--no-empty-directory", "-z"}));
  changes.untracked_ = paths_of(untracked);
  for (const auto& paths : {changes.untracked_, paths_of(ignored)}) {
    for (const std::string& path : paths) changes.changed_[path] = {{0, kLastLine}};
  }
  return changes;
}

const std::vector<Changes::Lines>* Changes::lines_of(const std::string& path) const {
  static const std::vector<Lines> kAll = {{0, kLastLine}};
  const auto within = within_work_tree(path);
  if (!within) return &kAll;
  const auto found = changed_.find(*within);
  if (found != changed_.end()) return &found->second;
  for (size_t end = within->find('/'); end != std::string::npos; end = within->find('/', end + 1)) {
    const auto folder = changed_.find(std::string_view(*within).substr(0, end + 1));
    if (folder != changed_.end()) return &folder->second;
  }
  return nullptr;
}

std::optional<std::string> Changes::within_work_tree(const std::string& path) const {
  std::string absolute = normal_path(join_path(working_directory_, path));
  if (!absolute.starts_with(work_tree_ + "/")) return std::nullopt;
  return absolute.substr(work_tree_.size() + 1);
}

bool Changes::touch(const std::string& path, const std::optional<report::Region>& lines) const {
  const auto* changed = lines_of(path);
  if (!changed || !lines) return changed != nullptr;
  const auto first = std::ranges::lower_bound(*changed, lines->begin.line, {}, &Lines::last);
  return first != changed->end() && first->first <= lines->end.line;
}

namespace {

bool is_touched(const Diagnostic& finding, const Changes& changes, report::Regions& regions) {
  std::optional<report::Region> region;
  if (finding.at) region = regions.find(finding.at);
  return changes.touch(path_of(finding), region);
}

}  // namespace

bool has_unchanged(const report::Report& report, const Changes& changes) {
  report::Regions regions;
  return std::ranges::any_of(report.findings, [&](const Diagnostic& finding) {
    return !is_touched(finding, changes, regions);
  });
}

void keep_changed(report::Report& report, const Changes& changes,
                  const std::set<std::string>& known) {
  report::Regions regions;
  std::erase_if(report.findings, [&](const Diagnostic& finding) {
    if (!changes.is_empty() && !known.contains(finding.fingerprint)) return false;
    return !is_touched(finding, changes, regions);
  });
}

}  // namespace tizza::spec
