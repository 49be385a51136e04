#include "release/run_plan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/changelog.hpp"
#include "release/local_guards.hpp"
#include "release/run_guards.hpp"

namespace tizza::release {
namespace {

/// Tags alone name the version that the files state already.
Result<VersionRequest> request_for(const RunRequest& request, const PackageState& state) {
  VersionRequest version = request.version;
  if (request.mode != RunMode::kTagOnly || version.asks_for_version()) return version;
  if (!state.stated) {
    return failure("version",
                   fmt::format("`{}` states `{}`, which is no version of this package",
                               state.file.path, state.file.found.text),
                   "write the next version there, or run with `--mode push`", Verdict::kNegative);
  }
  version.exact = state.stated->text;
  version.label.clear();
  return version;
}

ReleaseNotes notes_for(const PackageState& state, const NextVersion& next, const std::string& tag,
                       const Day& today) {
  ReleaseNotes notes;
  notes.package = state.package->name;
  notes.version = next.version.text;
  notes.tag = tag;
  if (state.history.stable) notes.previous_tag = state.history.stable->tag.name;
  notes.date = today;
  notes.changes = state.history.changes;
  return notes;
}

class RunPlanner {
 public:
  RunPlanner(const Repository& repository, const FileReader& files, const Settings& settings,
             const RunRequest& request, const Day& today)
      : repository_(repository), files_(files), settings_(settings), today_(today) {
    plan_.request = request;
  }

  Result<RunPlan> make(const std::vector<const Package*>& wanted) {
    TIZZA_TRY(const auto states, read_package_states(repository_, files_, settings_, wanted));
    for (const PackageState& state : states) TIZZA_CHECK(add(state, states.size() == 1));
    if (plan_.packages.empty()) {
      return failure("release-nothing", "nothing asks for a release of any package",
                     "run `tizza release next` to see them", Verdict::kNegative);
    }
    TIZZA_CHECK(fill_journal());
    check();
    return std::move(plan_);
  }

 private:
  /// Of several, those whose version is a tag already have nothing left to be tagged.
  bool is_tagged_already(const PackageState& state) const {
    return plan_.request.mode == RunMode::kTagOnly && state.stated && state.history.latest &&
           state.history.latest->version.text == state.stated->text;
  }

  Status add(const PackageState& state, bool is_only) {
    if (!is_only && is_tagged_already(state)) {
      plan_.left_out.push_back(
          fmt::format("{}: `{}` is a tag already", state.package->name, state.stated->text));
      return {};
    }
    TIZZA_TRY(const auto request, request_for(plan_.request, state));
    const auto next = next_version(state.numbering, state.history, state.stated, request, today_);
    if (!next.ok()) {
      const Diagnostic& why = next.error().diagnostic;
      if (is_only || why.rule != "release-nothing") return next.error();
      plan_.left_out.push_back(fmt::format("{}: {}", state.package->name, why.message));
      return {};
    }
    PlannedPackage planned;
    planned.name = state.package->name;
    planned.directory = state.package->directory;
    if (state.history.latest) planned.last = state.history.latest->version.text;
    planned.next = next->version.text;
    planned.tag = state.package->tags.tag(planned.next);
    planned.level = next->level;
    const auto notes = notes_for(state, *next, planned.tag, today_);
    TIZZA_CHECK(add_changes(state, *next, notes, planned));
    const std::string about = notes_text(notes);
    plan_.journal.tags.push_back(
        {state.package->name, planned.next, planned.tag,
         fmt::format("Release {}{}", planned.tag, about.empty() ? "" : "\n\n" + about)});
    plan_.packages.push_back(std::move(planned));
    return {};
  }

  Status add_changes(const PackageState& state, const NextVersion& next, const ReleaseNotes& notes,
                     PlannedPackage& planned) const {
    TIZZA_TRY(const auto places, read_version_places(files_, *state.package));
    TIZZA_TRY(planned.changes, change_version(places, state.numbering, next.version));
    // A pre-release is told of with the final version that it announces.
    if (next.version.is_prerelease() || plan_.request.mode == RunMode::kTagOnly) return {};
    TIZZA_TRY(auto log, change_changelog(files_, settings_, *state.package, notes));
    planned.changes.insert(planned.changes.end(), log.begin(), log.end());
    return {};
  }

  /// The path from the top of the work tree; that of the target where it is a symlink.
  Result<std::string> path_from_top(const FileChange& change) const {
    if (!change.is_new) return path_in_repository(repository_, files_, change.path);
    const std::string folder = parent_path(change.path);
    TIZZA_TRY(const std::string inner,
              path_in_repository(repository_, files_, folder.empty() ? "." : folder));
    return join_path(inner, file_name(change.path));
  }

  Status fill_journal() {
    const RunRequest& request = plan_.request;
    const GitRepository& local = repository_.local();
    Journal& journal = plan_.journal;
    journal.mode = request.mode;
    journal.remote = request.remote;
    journal.start = local.head_commit().value_or("");
    journal.start_branch = local.head_branch().value_or("");
    plan_.branch = request.branch.empty() ? journal.start_branch : request.branch;
    journal.branch = plan_.branch;
    journal.sign = request.sign;
    std::vector<std::string> names;
    for (const JournalTag& tag : journal.tags) names.push_back(tag.tag);
    journal.message = "Release " + join(names, ", ");
    if (request.mode == RunMode::kBranch) journal.branch = "release/" + join(names, "_");
    for (size_t i = 0; i < journal.tags.size(); ++i) {
      TIZZA_TRY(journal.tags[i].folder,
                path_in_repository(repository_, files_, plan_.packages[i].directory));
    }
    std::set<std::string> seen;
    for (const PlannedPackage& package : plan_.packages) {
      for (FileChange change : package.changes) {
        const std::string shown = change.path;
        TIZZA_TRY(change.path, path_from_top(change));
        if (!seen.insert(change.path).second) {
          return file_failure("release-shared", shown,
                              fmt::format("two packages would change `{}`", shown),
                              "release them one after the other");
        }
        journal.files.push_back(std::move(change));
      }
    }
    return {};
  }

  void check() {
    auto& guards = plan_.guards;
    guards.push_back(check_files(plan_));
    guards.push_back(check_clean(repository_));
    guards.push_back(check_history(repository_));
    guards.push_back(check_branch(repository_, plan_.request.branch, settings_.branches));
    guards.push_back(check_identity(repository_));
    RemoteView view{plan_.request.remote, plan_.branch, {}};
    for (const JournalTag& tag : plan_.journal.tags) view.tags.push_back(tag.tag);
    if (plan_.journal.branch != plan_.branch) view.target = plan_.journal.branch;
    guards.push_back(check_remote(repository_, view));
    guards.push_back(check_current(repository_, plan_, view));
    for (Guard& guard : check_tags_free(repository_, plan_, view)) {
      guards.push_back(std::move(guard));
    }
  }

  const Repository& repository_;
  const FileReader& files_;
  const Settings& settings_;
  Day today_;
  RunPlan plan_;
};

}  // namespace

std::vector<std::string> RunPlan::refs() const {
  std::vector<std::string> refs;
  if (journal.mode != RunMode::kTagOnly) refs.push_back("refs/heads/" + journal.branch);
  if (!journal.makes_tags()) return refs;
  for (const JournalTag& tag : journal.tags) refs.push_back("refs/tags/" + tag.tag);
  return refs;
}

Result<RunPlan> plan_run(const Repository& repository, const FileReader& files,
                         const Settings& settings, const std::vector<const Package*>& wanted,
                         const RunRequest& request, const Day& today) {
  return RunPlanner(repository, files, settings, request, today).make(wanted);
}

}  // namespace tizza::release
