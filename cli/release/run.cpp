#include "release/run.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "release/left_overs.hpp"

namespace tizza::release {
namespace {

/// One release: what the journal wants against what is there.
class Run {
 public:
  Run(const Repository& repository, ReleasePorts ports, const Journal& journal)
      : repository_(repository),
        files_(ports.files),
        journal_(journal),
        publication_(repository, ports, journal) {}

  Status go_forward() {
    if (auto prepared = prepare(); !prepared.ok()) {
      return undone(std::move(prepared).error());
    }
    TIZZA_CHECK(push());
    return go_on_behind_push();
  }

  /// What is left when the remote has the release.
  Status go_on_behind_push() {
    if (journal_.is_out) return finish();
    TIZZA_TRY(const std::string commit, released_commit());
    if (auto published = publication_.publish(commit); !published.ok()) {
      return unfinished(std::move(published).error());
    }
    return finish();
  }

  /// Whether the remote has all of it.
  Result<bool> is_pushed() const {
    const auto refs = repository_.ask_remote(journal_.remote, wanted_refs());
    if (!refs.ok()) return refs.error();
    TIZZA_TRY(const std::string commit, released_commit());
    if (!journal_.makes_tags()) {
      const auto branch = refs->find("refs/heads/" + journal_.branch);
      return branch != refs->end() && branch->second == commit && commit != journal_.start;
    }
    // The push was atomic: where the tags are, the branch had the commit, whatever came since.
    return std::all_of(journal_.tags.begin(), journal_.tags.end(), [&](const JournalTag& tag) {
      return tagged_commit(*refs, tag.tag) == commit;
    });
  }

  Status undo() {
    TIZZA_CHECK(publication_.clear());
    TIZZA_CHECK(sweep());
    TIZZA_CHECK(remove_tags());
    TIZZA_TRY(const std::string commit, released_commit());
    const bool is_committed = commit != journal_.start;
    if (journal_.makes_commit()) {
      if (is_committed || is_at_start()) {
        TIZZA_CHECK(repository_.uncommit(journal_.start, paths()));
      }
      TIZZA_CHECK(restore_files());
    }
    return leave_branch(journal_.start);
  }

  Status finish() {
    TIZZA_TRY(const std::string commit, released_commit());
    TIZZA_CHECK(sweep());
    TIZZA_CHECK(leave_branch(commit));
    if (!journal_.is_out && !journal_.index.empty()) {
      // What was put aside goes before the journal, and must not be missed by whoever resumes.
      Journal journal = journal_;
      journal.is_out = true;
      TIZZA_CHECK(write_journal(files_, journal_path(repository_), journal));
    }
    TIZZA_CHECK(publication_.clear());
    return files_.remove_all(journal_path(repository_));
  }

  bool has_local_changes() const {
    const auto commit = released_commit();
    if (commit.ok() && *commit != journal_.start) return true;
    if (journal_.mode == RunMode::kBranch && repository_.local().head_branch() == journal_.branch) {
      return true;
    }
    for (const JournalTag& tag : journal_.tags) {
      const auto there = repository_.ref("refs/tags/" + tag.tag + "^{commit}");
      if (journal_.makes_tags() && there.ok() && *there) return true;
    }
    return std::any_of(journal_.files.begin(), journal_.files.end(), [&](const FileChange& file) {
      return !is_there(file, file.before, file.is_new);
    });
  }

 private:
  std::string place(const FileChange& file) const {
    return join_path(repository_.local().work_tree(), file.path);
  }

  std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const FileChange& file : journal_.files) paths.push_back(file.path);
    return paths;
  }

  /// A release that was killed while it wrote a file left half of it beside that.
  Status sweep() {
    for (const FileChange& file : journal_.files) {
      const std::string path = place(file);
      TIZZA_CHECK(remove_left_overs(files_, parent_path(path), file_name(path)));
    }
    return {};
  }

  bool is_at_start() const { return repository_.local().head_commit() == journal_.start; }

  /// The commit that is released: the one made for it, or where there is none (yet) the start.
  Result<std::string> released_commit() const {
    if (!journal_.makes_commit()) return journal_.start;
    if (journal_.mode == RunMode::kBranch) {
      TIZZA_TRY(const auto tip, repository_.ref("refs/heads/" + journal_.branch));
      if (!tip || *tip == journal_.start) return journal_.start;
      return *tip;
    }
    const std::string head = repository_.local().head_commit().value_or("");
    if (head == journal_.start) return head;
    TIZZA_TRY(const auto parents, repository_.parents(head));
    if (parents == std::vector<std::string>{journal_.start}) {
      TIZZA_TRY(const bool is_ours, holds_the_files(head));
      if (is_ours) return head;
    }
    return failure("release-moved",
                   fmt::format("HEAD is at `{}`, where the release neither began nor ended",
                               short_commit(head)),
                   fmt::format("check out what it began with: `git switch {}`",
                               journal_.start_branch.empty() ? "--detach " + journal_.start
                                                             : journal_.start_branch));
  }

  /// Whether a commit on the start changes what the release changes. Hooks may add to that, and to
  /// the message.
  Result<bool> holds_the_files(const std::string& commit) const {
    TIZZA_TRY(const auto changed, repository_.changed_paths(journal_.start, commit));
    return std::all_of(journal_.files.begin(), journal_.files.end(), [&](const FileChange& file) {
      return std::find(changed.begin(), changed.end(), file.path) != changed.end();
    });
  }

  /// Everything up to the push.
  Status prepare() {
    if (journal_.mode == RunMode::kBranch) {
      TIZZA_CHECK(repository_.start_branch(journal_.branch));
    }
    TIZZA_TRY(std::string commit, released_commit());
    if (journal_.makes_commit() && commit == journal_.start) {
      TIZZA_CHECK(write_files());
      TIZZA_CHECK(repository_.commit_files(paths(), journal_.message, journal_.sign));
      TIZZA_TRY(commit, released_commit());
      if (commit == journal_.start) {
        return failure("git", "the commit is not what was asked for",
                       "see what the hooks of this repository make of it");
      }
    }
    if (!journal_.makes_tags()) return {};
    for (const JournalTag& tag : journal_.tags) TIZZA_CHECK(make_tag(tag, commit));
    return publication_.prepare(commit);
  }

  bool is_there(const FileChange& file, const std::string& content, bool is_absent) const {
    const std::string path = place(file);
    if (is_absent) return !files_.exists(path);
    const auto text = files_.read_file(path);
    return text.ok() && *text == content;
  }

  Error changed_since(const FileChange& file) const {
    return file_failure("release-moved", file.path,
                        fmt::format("`{}` was changed since the release began", file.path),
                        "put its old content back, or see `tizza release status`");
  }

  Status write_files() {
    std::vector<FileChange> missing;
    for (const FileChange& file : journal_.files) {
      if (is_there(file, file.after, file.is_removed)) continue;
      if (!is_there(file, file.before, file.is_new)) return changed_since(file);
      missing.push_back(file);
      missing.back().path = place(file);
    }
    return write_together(files_, missing);
  }

  Status restore_files() const {
    std::vector<FileChange> written;
    for (const FileChange& file : journal_.files) {
      if (is_there(file, file.before, file.is_new)) continue;
      if (!is_there(file, file.after, file.is_removed)) return changed_since(file);
      written.push_back(file);
      written.back().path = place(file);
    }
    return take_back(files_, written);
  }

  Status make_tag(const JournalTag& tag, const std::string& commit) const {
    TIZZA_TRY(const auto there, repository_.ref("refs/tags/" + tag.tag + "^{commit}"));
    if (there == commit) return {};
    if (there) {
      return failure("release-tag",
                     fmt::format("tag `{}` is on commit `{}`, which is not released", tag.tag,
                                 short_commit(*there)),
                     {}, Verdict::kNegative);
    }
    auto made = repository_.create_tag(tag.tag, commit, tag.message, journal_.sign);
    if (!made.ok()) return std::move(made).error();
    return {};
  }

  Status remove_tags() const {
    if (!journal_.makes_tags()) return {};
    TIZZA_TRY(const std::string commit, released_commit());
    for (const JournalTag& tag : journal_.tags) {
      TIZZA_TRY(const auto object, repository_.ref("refs/tags/" + tag.tag));
      TIZZA_TRY(const auto there, repository_.ref("refs/tags/" + tag.tag + "^{commit}"));
      if (object && there == commit) TIZZA_CHECK(repository_.remove_tag(tag.tag, *object));
    }
    return {};
  }

  /// Goes back to what was checked out, and after an undoing drops the branch.
  Status leave_branch(const std::string& commit) const {
    if (journal_.mode != RunMode::kBranch) return {};
    if (repository_.local().head_branch() == journal_.branch) {
      TIZZA_CHECK(repository_.check_out(journal_.start_branch.empty() ? journal_.start
                                                                      : journal_.start_branch));
    }
    TIZZA_TRY(const auto tip, repository_.ref("refs/heads/" + journal_.branch));
    if (commit != journal_.start || !tip) return {};
    return repository_.remove_branch(journal_.branch, *tip);
  }

  std::vector<std::string> wanted_refs() const {
    if (!journal_.makes_tags()) return {"refs/heads/" + journal_.branch};
    std::vector<std::string> refs;
    for (const JournalTag& tag : journal_.tags) {
      refs.push_back("refs/tags/" + tag.tag);
      refs.push_back("refs/tags/" + tag.tag + "^{}");
    }
    return refs;
  }

  Result<std::vector<std::string>> pushed_refs() const {
    TIZZA_TRY(const std::string commit, released_commit());
    std::vector<std::string> refs;
    if (journal_.mode != RunMode::kTagOnly) {
      refs.push_back(commit + ":refs/heads/" + journal_.branch);
    }
    for (const JournalTag& tag : journal_.tags) {
      const std::string ref = "refs/tags/" + tag.tag;
      if (journal_.makes_tags()) refs.push_back(ref + ":" + ref);
    }
    return refs;
  }

  Status push() {
    TIZZA_TRY(auto refs, pushed_refs());
    auto pushed = repository_.push(journal_.remote, std::move(refs));
    if (pushed.ok() && pushed->accepted) return {};
    const PushOutcome outcome =
        pushed.ok() ? *pushed : PushOutcome{false, false, pushed.error().diagnostic.message};
    // A connection can break behind the moment at which the server took it.
    const auto arrived = is_pushed();
    if (arrived.ok() && *arrived) return {};
    Error error =
        failure("release-push",
                fmt::format("`{}` did not take the release: {}", journal_.remote, outcome.reason),
                "run the command again when the reason is gone",
                outcome.was_rejected ? Verdict::kNegative : Verdict::kCouldNotRun);
    if (arrived.ok()) return undone(std::move(error));
    error.verdict = Verdict::kUnknownState;
    error.diagnostic.help = "run `tizza release resume` when the remote answers again";
    error.diagnostic.notes.push_back({"whether it arrived could not be found out", {}, {}});
    return error;
  }

  /// An error behind the push: from there it only goes forward.
  Error unfinished(Error error) const {
    error.diagnostic.notes.push_back(
        {fmt::format("`{}` has the release; what is left is in its journal: `tizza release resume` "
                     "goes on",
                     journal_.remote),
         {},
         {}});
    return error;
  }

  /// Takes everything back and says in the error what is left.
  Error undone(Error error) {
    auto taken_back = undo();
    if (taken_back.ok()) taken_back = files_.remove_all(journal_path(repository_));
    const std::string note = taken_back.ok() ? "everything that was done here is undone"
                                             : fmt::format("not everything could be undone: {}",
                                                           taken_back.error().diagnostic.message);
    error.diagnostic.notes.push_back({note, {}, {}});
    if (!taken_back.ok()) {
      error.verdict = Verdict::kUnknownState;
      error.diagnostic.help = "run `tizza release abort` when the reason is gone";
    }
    return error;
  }

  const Repository& repository_;
  FileSystem& files_;
  const Journal& journal_;
  Publication publication_;
};

}  // namespace

Result<RunProgress> progress_of(const Repository& repository, ReleasePorts ports,
                                const Journal& journal) {
  const Run run(repository, ports, journal);
  TIZZA_TRY(const bool is_pushed, run.is_pushed());
  if (is_pushed) return RunProgress::kPushed;
  return run.has_local_changes() ? RunProgress::kLocal : RunProgress::kNothing;
}

Status begin_run(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  Run run(repository, ports, journal);
  TIZZA_CHECK(write_journal(ports.files, journal_path(repository), journal));
  return run.go_forward();
}

Status resume_run(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  Run run(repository, ports, journal);
  TIZZA_TRY(const bool is_pushed, run.is_pushed());
  return is_pushed ? run.go_on_behind_push() : run.go_forward();
}

Status abort_run(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  Run run(repository, ports, journal);
  TIZZA_TRY(const bool is_pushed, run.is_pushed());
  if (is_pushed) {
    return failure(
        "release-pushed",
        fmt::format("`{}` has the release already, so that it only goes forward", journal.remote),
        "run `tizza release resume`", Verdict::kNegative);
  }
  TIZZA_CHECK(run.undo());
  return ports.files.remove_all(journal_path(repository));
}

}  // namespace tizza::release
