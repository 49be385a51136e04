#include "release/tag_plan.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "release/local_guards.hpp"
#include "release/remote_guards.hpp"
#include "release/version_order.hpp"

namespace tizza::release {
namespace {

/// Only where every place says that the tag is on this commit is there less to do.
TagWork work_left(const TagPlan& plan, const RemoteView& view, const std::vector<GitTag>& tags) {
  if (plan.commit.empty() || view.tag.empty() || !view.refs) return TagWork::kCreateAndPush;
  const auto found = std::find_if(tags.begin(), tags.end(),
                                  [&](const GitTag& tag) { return tag.name == view.tag; });
  if (found != tags.end() && found->commit != plan.commit) return TagWork::kCreateAndPush;
  if (tagged_commit(*view.refs, view.tag) == plan.commit) return TagWork::kNothing;
  return found != tags.end() ? TagWork::kPush : TagWork::kCreateAndPush;
}

void describe_tags(TagPlan& plan, const std::vector<GitTag>& tags) {
  plan.tag_count = tags.size();
  const auto scheme = plan.version ? plan.version->format->scheme : VersionScheme::kEither;
  if (const GitTag* latest = latest_version_tag(tags, scheme)) plan.latest_tag = *latest;
}

/// A version that does not move on is allowed (an older line gets a fix), but worth a word.
void note_step_back(TagPlan& plan) {
  Guard& guard = plan.guards.back();
  if (!plan.latest_tag || guard.state != GuardState::kPassed) return;
  const auto order =
      compare_versions(plan.version->format->scheme, plan.tag, plan.latest_tag->name);
  if (!order || *order >= 0 || plan.work != TagWork::kCreateAndPush) return;
  guard = noted("tag", fmt::format("`{}` is free, but sorts before the latest tag `{}`", plan.tag,
                                   plan.latest_tag->name));
}

}  // namespace

std::vector<std::string> TagPlan::refs() const {
  if (tag.empty() || is_released()) return {};
  return {"refs/tags/" + tag};
}

Result<TagPlan> plan_tag(const Repository& repository, const FileReader& files,
                         const TagRequest& request) {
  TagPlan plan;
  plan.request = request;
  plan.commit = repository.local().head_commit().value_or("");
  plan.branch =
      request.branch.empty() ? repository.local().head_branch().value_or("") : request.branch;

  const auto version = read_package_version(files, request.directory, request.version_file);
  plan.guards.push_back(check_version_guard(repository, files, version));
  if (version.ok()) plan.version = *version;
  if (version.ok() && check_version(*version).ok()) plan.tag = version->found.text;
  RemoteView view{request.remote, plan.branch, plan.tag};
  TIZZA_TRY(const auto tags, repository.local().tags());
  describe_tags(plan, tags);

  plan.guards.push_back(check_clean(repository));
  plan.guards.push_back(check_history(repository));
  plan.guards.push_back(check_branch(repository, request.branch));
  plan.guards.push_back(check_identity(repository));
  plan.guards.push_back(check_remote(repository, view));
  plan.guards.push_back(check_pushed(repository, view));
  plan.guards.push_back(check_tag_free(repository, view, tags));
  plan.work = work_left(plan, view, tags);
  note_step_back(plan);
  return plan;
}

}  // namespace tizza::release
