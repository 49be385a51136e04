#include "release/remote_guards.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/near_names.hpp"
#include "base/strings.hpp"

namespace tizza::release {
namespace {

std::vector<std::string> wanted_refs(const RemoteView& view) {
  std::vector<std::string> refs;
  if (!view.branch.empty()) refs.push_back("refs/heads/" + view.branch);
  if (!view.target.empty()) refs.push_back("refs/heads/" + view.target);
  for (const std::string& tag : view.tags) {
    refs.push_back("refs/tags/" + tag);
    refs.push_back("refs/tags/" + tag + "^{}");
  }
  // Without a pattern git lists every ref; HEAD alone is enough to see whether anybody answers.
  if (refs.empty()) refs.push_back("HEAD");
  return refs;
}

Guard no_such_remote(const std::string& name, const std::vector<std::string>& remotes) {
  std::string help = near_names_help(name, remotes);
  if (help.empty()) help = fmt::format("run `git remote add {} URL`", shell_quote(name));
  return failed("remote", fmt::format("there is no remote `{}`", name), std::move(help));
}

/// Whether the branch's commit on the remote holds ours; its objects are fetched where they are
/// not here yet.
Result<bool> remote_contains(const Repository& repository, const RemoteView& view,
                             const std::string& tip, const std::string& commit) {
  if (tip == commit) return true;
  if (!repository.local().resolve(tip).ok()) {
    TIZZA_CHECK(repository.fetch_objects(view.name, view.branch));
  }
  return repository.local().is_ancestor(commit, tip);
}

/// A tag that names another commit than the one to be released.
Guard taken(const std::string& tag, const std::string& commit, std::string_view where,
            const std::string& head, std::string help) {
  return failed("tag",
                fmt::format("tag `{}` is on commit `{}` {}, but HEAD is `{}`", tag,
                            short_commit(commit), where, short_commit(head)),
                std::move(help));
}

}  // namespace

TagIndex index_tags(const std::vector<GitTag>& tags) {
  TagIndex index;
  for (const GitTag& tag : tags) index.emplace(tag.name, &tag);
  return index;
}

Guard check_remote(const Repository& repository, RemoteView& view) {
  constexpr std::string_view kId = "remote";
  const auto remotes = repository.remotes();
  if (!remotes.ok()) return failed(kId, remotes.error());
  if (std::find(remotes->begin(), remotes->end(), view.name) == remotes->end()) {
    return no_such_remote(view.name, *remotes);
  }
  auto refs = repository.ask_remote(view.name, wanted_refs(view));
  if (!refs.ok()) return failed(kId, std::move(refs).error());
  view.refs = *std::move(refs);
  return passed(kId, fmt::format("`{}` answers", view.name));
}

Guard check_pushed(const Repository& repository, const RemoteView& view) {
  constexpr std::string_view kId = "pushed";
  const auto head = repository.local().head_commit();
  if (!head) return skipped(kId, "needs a commit");
  if (view.branch.empty()) return skipped(kId, "needs a branch");
  if (!view.refs) return skipped(kId, "needs the remote");
  const std::string place = fmt::format("`{}` at `{}`", view.branch, view.name);
  const std::string push =
      fmt::format("run `git push {} {}`", shell_quote(view.name), shell_quote(view.branch));
  const auto tip = view.refs->find("refs/heads/" + view.branch);
  if (tip == view.refs->end()) {
    return failed(kId, fmt::format("there is no branch {}", place), push);
  }
  const auto contains = remote_contains(repository, view, tip->second, *head);
  if (!contains.ok()) return failed(kId, contains.error());
  if (*contains) return passed(kId, fmt::format("HEAD is in {}", place));
  const auto is_ahead = repository.local().is_ancestor(tip->second, *head);
  if (is_ahead.ok() && *is_ahead) {
    return failed(kId, fmt::format("HEAD `{}` is not in {} yet", short_commit(*head), place), push);
  }
  return failed(kId,
                fmt::format("HEAD `{}` is not in {}, which has moved to `{}`", short_commit(*head),
                            place, short_commit(tip->second)),
                fmt::format("run `git pull --rebase {} {}`", shell_quote(view.name),
                            shell_quote(view.branch)));
}

Guard check_tag_free(const Repository& repository, const RemoteView& view, const std::string& tag,
                     const TagIndex& local_tags) {
  constexpr std::string_view kId = "tag";
  const auto head = repository.local().head_commit();
  if (!head) return skipped(kId, "needs a commit");
  if (tag.empty()) return skipped(kId, "needs a version");
  if (!view.refs) return skipped(kId, "needs the remote");
  const auto there = tagged_commit(*view.refs, tag);
  const auto found = local_tags.find(tag);
  const bool is_here = found != local_tags.end();
  const std::string at_remote = fmt::format("at `{}`", view.name);
  if (there && *there != *head) {
    return taken(tag, *there, at_remote, *head, "a published version stays: write the next one");
  }
  if (is_here && found->second->commit != *head) {
    return taken(tag, found->second->commit, "here", *head,
                 fmt::format("write the next version, or run `git tag -d {}`", tag));
  }
  if (there) {
    return passed(kId, fmt::format("`{}` is on this commit {} already", tag, at_remote));
  }
  if (is_here) {
    return noted(kId, fmt::format("`{}` is on this commit here, but not yet {}", tag, at_remote));
  }
  return passed(kId, fmt::format("`{}` is free", tag));
}

}  // namespace tizza::release
