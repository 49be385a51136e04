#include "release/run_guards.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"
#include "release/local_guards.hpp"

namespace tizza::release {
namespace {

/// Whether a ref is taken here or there, as a guard says it.
Guard check_free(std::string_view id, const std::string& what, const std::string& ref,
                 const Repository& repository, const RemoteView& view,
                 const std::optional<std::string>& there) {
  if (there) {
    return failed(
        id,
        fmt::format("{} is taken at `{}`, by commit `{}`", what, view.name, short_commit(*there)),
        "a published version stays: release the next one");
  }
  const auto here = repository.ref(ref + "^{commit}");
  if (!here.ok()) return failed(id, here.error());
  if (*here) {
    return failed(id, fmt::format("{} is taken here, by commit `{}`", what, short_commit(**here)),
                  "remove it where it was never published, or release the next version");
  }
  if (!view.refs) return skipped(id, "needs the remote");
  return passed(id, fmt::format("{} is free", what));
}

}  // namespace

Guard check_files(const RunPlan& plan) {
  constexpr std::string_view kId = "files";
  const size_t count = plan.journal.files.size();
  if (plan.request.mode == RunMode::kTagOnly && count > 0) {
    return failed(kId,
                  fmt::format("`{}` does not state `{}` yet, and tags alone change no file",
                              plan.journal.files[0].path, plan.packages[0].next),
                  "run with `--mode branch` first, and merge that");
  }
  if (plan.request.mode == RunMode::kBranch && count == 0) {
    return failed(kId, "the files state the version already, so that there is nothing to merge",
                  "run with `--mode tag-only`");
  }
  if (count == 0) return passed(kId, "no file needs a change");
  return passed(kId, counted(count, "file changes", "files change"));
}

Guard check_current(const Repository& repository, const RunPlan& plan, const RemoteView& view) {
  constexpr std::string_view kId = "current";
  if (plan.request.mode == RunMode::kTagOnly) return check_pushed(repository, view);
  const auto head = repository.local().head_commit();
  if (!head) return skipped(kId, "needs a commit");
  if (plan.branch.empty()) return skipped(kId, "needs a branch");
  if (!view.refs) return skipped(kId, "needs the remote");
  const auto tip = view.refs->find("refs/heads/" + plan.branch);
  const std::string place = fmt::format("`{}` at `{}`", plan.branch, view.name);
  if (tip == view.refs->end()) return noted(kId, fmt::format("there is no branch {} yet", place));
  if (tip->second == *head) return passed(kId, fmt::format("HEAD is {}", place));
  if (!repository.local().resolve(tip->second).ok()) {
    const auto fetched = repository.fetch_objects(view.name, plan.branch);
    if (!fetched.ok()) return failed(kId, fetched.error());
  }
  const auto is_ahead = repository.local().is_ancestor(tip->second, *head);
  if (!is_ahead.ok()) return failed(kId, is_ahead.error());
  if (*is_ahead) {
    return noted(kId, fmt::format("HEAD is ahead of {}; what is between goes along", place));
  }
  return failed(kId,
                fmt::format("{} has moved to `{}`, which HEAD does not hold", place,
                            short_commit(tip->second)),
                fmt::format("run `git pull --rebase {} {}`", shell_quote(view.name),
                            shell_quote(plan.branch)));
}

std::vector<Guard> check_tags_free(const Repository& repository, const RunPlan& plan,
                                   const RemoteView& view) {
  std::vector<Guard> guards;
  const RemoteRefs refs = view.refs.value_or(RemoteRefs());
  for (const JournalTag& tag : plan.journal.tags) {
    guards.push_back(check_free("tag", fmt::format("tag `{}`", tag.tag), "refs/tags/" + tag.tag,
                                repository, view, tagged_commit(refs, tag.tag)));
  }
  if (plan.request.mode != RunMode::kBranch) return guards;
  const std::string ref = "refs/heads/" + plan.journal.branch;
  const auto there = refs.find(ref);
  guards.push_back(
      check_free("target", fmt::format("branch `{}`", plan.journal.branch), ref, repository, view,
                 there == refs.end() ? std::nullopt : std::optional<std::string>(there->second)));
  return guards;
}

}  // namespace tizza::release
