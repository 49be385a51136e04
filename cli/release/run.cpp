#include "release/run.hpp"

#include <fmt/core.h>

#include "base/signal_verdict.hpp"
#include "base/strings.hpp"
#include "release/journal_refs.hpp"
#include "release/release_lock.hpp"
#include "release/released_commit.hpp"
#include "release/released_files.hpp"
#include "release/way_back.hpp"

namespace tizza::release {
namespace {

/// One release: what the journal wants against what is there.
class Run {
 public:
  Run(const Repository& repository, ReleasePorts ports, const Journal& journal)
      : repository_(repository),
        files_(ports.files),
        interrupts_(ports.interrupts),
        journal_(journal),
        work_tree_(repository, ports.files, journal),
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
    auto published = publish();
    if (!published.ok()) return unfinished(std::move(published).error());
    return finish();
  }

  /// Whether the remote has all of it, whatever came there since.
  Result<bool> is_pushed() {
    if (journal_.is_out) return true;
    TIZZA_TRY(const auto refs, repository_.ask_remote(journal_.remote, asked_refs(journal_)));
    const auto there = remote_commit(journal_, refs);
    if (!there) return false;
    if (!journal_.makes_commit()) return journal_.makes_tags() && *there == journal_.start;
    if (*there == journal_.start) return false;
    TIZZA_TRY(const auto commit, found_commit());
    if (commit == there) return true;
    if (is_made_for(repository_, journal_, *there)) {
      pushed_ = *there;
      return true;
    }
    const bool may_have_gone_on =
        !journal_.makes_tags() && commit && *commit != journal_.start;  // a merge request
    if (!may_have_gone_on) return false;
    TIZZA_CHECK(repository_.fetch_objects(journal_.remote, journal_.branch));
    return repository_.local().is_ancestor(*commit, *there);
  }

  Standing standing() {
    Standing standing;
    const auto pushed = is_pushed();
    const auto commit = found_commit();
    if (commit.ok() && *commit) standing.commit = **commit;
    if (!pushed.ok()) {
      standing.progress = RunProgress::kUnknown;
      standing.reason = pushed.error().diagnostic.message;
    } else if (*pushed) {
      standing.progress = RunProgress::kPushed;
    } else if (has_local_changes(standing.commit)) {
      standing.progress = RunProgress::kLocal;
    }
    const std::string head = repository_.local().head_commit().value_or("");
    if (head != journal_.start && head != standing.commit) standing.head = head;
    return standing;
  }

  /// Why a release that is out is not undone, and what is left of it.
  Error already_out() const {
    Error error = failure(
        "release-pushed",
        fmt::format("`{}` has the release already, so that it only goes forward", journal_.remote),
        "run `tizza release resume`", Verdict::kNegative);
    const auto note = [&](std::string text) {
      error.diagnostic.notes.push_back({std::move(text), {}, {}});
    };
    note("public already: " + quoted_list(public_refs(journal_)));
    if (journal_.is_out) return error;
    if (!journal_.index.empty()) note(fmt::format("not finished: publish to `{}`", journal_.index));
    if (!journal_.registry.empty()) {
      note(fmt::format("not finished: note it in `{}`", journal_.registry));
    }
    return error;
  }

  Status undo() {
    TIZZA_TRY(const auto commit, found_commit());
    TIZZA_CHECK(check_way_back(repository_, journal_, commit));
    TIZZA_CHECK(publication_.clear());
    TIZZA_CHECK(work_tree_.sweep());
    if (commit) TIZZA_CHECK(remove_tags(*commit));
    if (journal_.makes_commit()) {
      if (is_at_home(repository_, journal_, commit)) {
        TIZZA_CHECK(repository_.uncommit(journal_.start, work_tree_.paths()));
      }
      TIZZA_CHECK(work_tree_.restore());
    }
    return leave_branch(true);
  }

  Status finish() {
    TIZZA_CHECK(work_tree_.sweep());
    TIZZA_CHECK(leave_branch(false));
    if (!journal_.is_out && !journal_.index.empty()) {
      // What was put aside goes before the journal, and must not be missed by whoever resumes.
      Journal journal = journal_;
      journal.is_out = true;
      TIZZA_CHECK(write_journal(files_, journal_path(repository_), journal));
    }
    TIZZA_CHECK(publication_.clear());
    return files_.remove_all(journal_path(repository_));
  }

 private:
  bool is_at_start() const { return repository_.local().head_commit() == journal_.start; }

  /// None where nothing was committed and HEAD went away.
  Result<std::optional<std::string>> found_commit() const {
    if (pushed_) return pushed_;
    return find_released_commit(repository_, journal_);
  }

  Result<std::string> released_commit() const {
    TIZZA_TRY(const auto commit, found_commit());
    if (commit) return *commit;
    return began_elsewhere();
  }

  Error began_elsewhere() const {
    return failure("release-moved",
                   fmt::format("HEAD is at `{}`, where the release did not begin, and nothing was "
                               "committed for it",
                               short_commit(repository_.local().head_commit().value_or(""))),
                   "run `tizza release run` again");
  }

  bool has_local_changes(const std::string& commit) const {
    if (!commit.empty() && commit != journal_.start) return true;
    if (journal_.mode == RunMode::kBranch && repository_.local().head_branch() == journal_.branch) {
      return true;
    }
    for (const JournalTag& tag : journal_.tags) {
      if (journal_.makes_tags() && repository_.local().resolve("refs/tags/" + tag.tag).ok()) {
        return true;
      }
    }
    return work_tree_.are_changed();
  }

  /// The error of a signal that asks to stop; it is left for the caller to take.
  Status go_on() const {
    const int signal = interrupts_.pending();
    if (signal == 0) return {};
    return failure("release-interrupted", "the release was interrupted", {},
                   verdict_of_signal(signal));
  }

  /// A signal ends the git that is at work too: then that is why it failed.
  Error by_signal(Error error) const {
    auto interrupted = go_on();
    if (interrupted.ok() || error.diagnostic.rule == "release-interrupted") return error;
    Error stopped = std::move(interrupted).error();
    stopped.diagnostic.notes.push_back({error.diagnostic.message, {}, {}});
    return stopped;
  }

  /// Everything up to the push.
  Status prepare() {
    TIZZA_TRY(std::string commit, released_commit());
    if (commit == journal_.start && journal_.mode == RunMode::kBranch) {
      if (!is_at_start()) return began_elsewhere();
      TIZZA_CHECK(repository_.start_branch(journal_.branch));
    }
    if (journal_.makes_commit() && commit == journal_.start) {
      TIZZA_CHECK(go_on());
      TIZZA_CHECK(work_tree_.write());
      TIZZA_CHECK(repository_.commit_files(work_tree_.paths(), journal_.message, journal_.sign));
      TIZZA_TRY(commit, released_commit());
      if (commit == journal_.start) {
        return failure("git", "the commit is not what was asked for",
                       "see what the hooks of this repository make of it");
      }
    }
    TIZZA_CHECK(go_on());
    if (!journal_.makes_tags()) return {};
    for (const JournalTag& tag : journal_.tags) TIZZA_CHECK(make_tag(tag, commit));
    TIZZA_CHECK(publication_.prepare(commit));
    return go_on();
  }

  Status publish() {
    TIZZA_CHECK(go_on());
    TIZZA_TRY(const std::string commit, released_commit());
    return publication_.publish(commit);
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

  Status remove_tags(const std::string& commit) const {
    if (!journal_.makes_tags()) return {};
    for (const JournalTag& tag : journal_.tags) {
      TIZZA_TRY(const auto object, repository_.ref("refs/tags/" + tag.tag));
      TIZZA_TRY(const auto there, repository_.ref("refs/tags/" + tag.tag + "^{commit}"));
      if (object && there == commit) TIZZA_CHECK(repository_.remove_tag(tag.tag, *object));
    }
    return {};
  }

  /// Goes back to what was checked out, and after an undoing drops the branch.
  Status leave_branch(bool drops_it) const {
    if (journal_.mode != RunMode::kBranch) return {};
    if (repository_.local().head_branch() == journal_.branch) {
      TIZZA_CHECK(repository_.check_out(journal_.start_branch.empty() ? journal_.start
                                                                      : journal_.start_branch));
    }
    const auto tip = drops_it ? tip_of(repository_, journal_.branch) : std::nullopt;
    if (!tip) return {};
    return repository_.remove_branch(journal_.branch, *tip);
  }

  Status push() {
    TIZZA_TRY(const std::string commit, released_commit());
    auto pushed = repository_.push(journal_.remote, pushed_refs(journal_, commit));
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
    if (auto interrupted = go_on(); !interrupted.ok()) return cut_off(by_signal(std::move(error)));
    if (arrived.ok()) return undone(std::move(error));
    error.verdict = Verdict::kUnknownState;
    error.diagnostic.help = "run `tizza release resume` when the remote answers again";
    error.diagnostic.notes.push_back({"whether it arrived could not be found out", {}, {}});
    return error;
  }

  /// The server may go on with a push whose client was ended: nothing is undone that could arrive.
  Error cut_off(Error error) const {
    error.diagnostic.notes.push_back(
        {fmt::format("the push to `{}` was cut off, and could still arrive", journal_.remote),
         {},
         {}});
    error.diagnostic.help =
        "`tizza release status` says whether it arrived; then `tizza release resume` goes on, "
        "`tizza release abort` undoes it";
    return error;
  }

  /// An error behind the push: from there it only goes forward.
  Error unfinished(Error error) const {
    error = by_signal(std::move(error));
    error.diagnostic.notes.push_back(
        {fmt::format("`{}` has the release; what is left is in its journal: `tizza release resume` "
                     "goes on{}",
                     journal_.remote,
                     journal_.index.empty() ? "" : ", with `--index DIR` into another index"),
         {},
         {}});
    return error;
  }

  /// Takes everything back and says in the error what is left.
  Error undone(Error error) {
    error = by_signal(std::move(error));
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
  const Interrupts& interrupts_;
  const Journal& journal_;
  ReleasedFiles work_tree_;
  Publication publication_;
  std::optional<std::string> pushed_;  ///< The commit at the remote where this clone lost its ref.
};

}  // namespace

Standing standing_of(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  return Run(repository, ports, journal).standing();
}

Status begin_run(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  Run run(repository, ports, journal);
  TIZZA_CHECK(write_journal(ports.files, journal_path(repository), journal));
  return run.go_forward();
}

Status resume_run(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  TIZZA_CHECK(check_no_git_at_work(ports.files, repository));
  Run run(repository, ports, journal);
  TIZZA_TRY(const bool is_pushed, run.is_pushed());
  return is_pushed ? run.go_on_behind_push() : run.go_forward();
}

Status abort_run(const Repository& repository, ReleasePorts ports, const Journal& journal) {
  TIZZA_CHECK(check_no_git_at_work(ports.files, repository));
  Run run(repository, ports, journal);
  const auto is_pushed = run.is_pushed();
  if (!is_pushed.ok()) {
    Error error = is_pushed.error();
    error.diagnostic.notes.push_back(
        {"nothing was undone: the release could be there already", {}, {}});
    if (error.diagnostic.help.empty()) error.diagnostic.help = "run it when the remote answers";
    return error;
  }
  if (*is_pushed) return run.already_out();
  TIZZA_CHECK(run.undo());
  return ports.files.remove_all(journal_path(repository));
}

}  // namespace tizza::release
