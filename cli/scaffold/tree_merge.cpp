#include "scaffold/tree_merge.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/strings.hpp"
#include "scaffold/git_commands.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::string_view kConflict = "CONFLICT (";

/// git merges commits: these are seen by nobody else, so that they are the same for the same trees.
Result<std::string> commit_tree(Git& git, const std::string& directory, const std::string& tree,
                                const std::string& parent) {
  GitRequest request;
  request.directory = directory;
  request.arguments = {"commit-tree", tree, "-m", "a side of an update"};
  if (!parent.empty()) request.arguments.insert(request.arguments.end(), {"-p", parent});
  for (const char* role : {"AUTHOR", "COMMITTER"}) {
    const std::string prefix = std::string("GIT_") + role;
    request.environment[prefix + "_NAME"] = "tizza";
    request.environment[prefix + "_EMAIL"] = "tizza@localhost";
    request.environment[prefix + "_DATE"] = "@1 +0000";
  }
  return git_word(git, request);
}

/// Reads what `git merge-tree -z --messages` prints.
class MergeOutput {
 public:
  explicit MergeOutput(std::string_view text) : fields_(split(text, '\0')) {}

  TreeMerge read() {
    TreeMerge merge;
    merge.tree = next();
    while (!at_end() && !fields_[at_].empty()) read_stage(next(), merge);
    if (!at_end()) ++at_;
    while (!at_end() && !fields_[at_].empty()) read_message(merge);
    return merge;
  }

 private:
  bool at_end() const { return at_ >= fields_.size(); }
  std::string next() { return at_end() ? std::string() : std::string(fields_[at_++]); }

  static void read_stage(const std::string& line, TreeMerge& merge) {
    const size_t tab = line.find('\t');
    const auto fields = split(std::string_view(line).substr(0, tab), ' ');
    if (tab == std::string::npos || fields.size() != 3) return;
    const std::string mode(fields[0]);
    merge.stages.push_back(
        {{line.substr(tab + 1), static_cast<uint32_t>(std::strtoul(mode.c_str(), nullptr, 8)),
          std::string(fields[1])},
         fields[2] == "1"   ? 1
         : fields[2] == "2" ? 2
                            : 3});
  }

  void read_message(TreeMerge& merge) {
    MergeConflict conflict;
    const std::string count = next();
    for (long left = std::strtol(count.c_str(), nullptr, 10); left > 0 && !at_end(); --left) {
      conflict.paths.push_back(next());
    }
    const std::string type = next();
    conflict.message = trim(next());
    if (!type.starts_with(kConflict)) return;
    conflict.kind = type.substr(kConflict.size(), type.size() - kConflict.size() - 1);
    if (conflict.kind == "contents") conflict.kind = "content";
    merge.conflicts.push_back(std::move(conflict));
  }

  std::vector<std::string_view> fields_;
  size_t at_ = 0;
};

}  // namespace

Result<TreeMerge> merge_trees(Git& git, const std::string& directory, const std::string& base,
                              const std::string& ours, const std::string& theirs) {
  TIZZA_TRY(const std::string root, commit_tree(git, directory, base, {}));
  TIZZA_TRY(const std::string our_side, commit_tree(git, directory, ours, root));
  TIZZA_TRY(const std::string their_side, commit_tree(git, directory, theirs, root));
  GitRequest request;
  request.directory = directory;
  // The user's own settings must not decide what is lost.
  request.arguments = {"-c",           "merge.conflictStyle=diff3",
                       "-c",           "merge.renames=true",
                       "-c",           "merge.directoryRenames=true",
                       "-c",           "merge.renormalize=false",
                       "merge-tree",   "-z",
                       "--write-tree", "--messages",
                       our_side,       their_side};
  TIZZA_TRY(const GitOutcome outcome, git.run(request));
  if (outcome.exit_code > 1) return git_failure(outcome, "git merge-tree", "use git 2.38 or newer");
  TreeMerge merge = MergeOutput(outcome.output).read();
  merge.our_name = our_side;
  merge.their_name = their_side;
  return merge;
}

Result<std::vector<Rename>> find_renames(Git& git, const std::string& directory,
                                         const std::string& before, const std::string& after) {
  GitRequest request;
  request.directory = directory;
  request.arguments = {
      "diff-tree",     "-r",   "-z", "--find-renames", "--no-rename-empty", "--diff-filter=R",
      "--name-status", before, after};
  TIZZA_TRY(const std::string output, git_output(git, request));
  const auto fields = split(output, '\0');
  std::vector<Rename> renames;
  for (size_t i = 0; i + 2 < fields.size(); i += 3) {
    renames.push_back({std::string(fields[i + 1]), std::string(fields[i + 2])});
  }
  return renames;
}

}  // namespace tizza::scaffold
