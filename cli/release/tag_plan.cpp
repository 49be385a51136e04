#include "release/tag_plan.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "release/local_guards.hpp"
#include "release/package_state.hpp"
#include "release/remote_guards.hpp"

namespace tizza::release {
namespace {

class TagPlanner {
 public:
  TagPlanner(const Repository& repository, const FileReader& files, const Settings& settings,
             const std::vector<const Package*>& wanted, const TagRequest& request)
      : repository_(repository), files_(files), settings_(settings), wanted_(wanted) {
    plan_.request = request;
    plan_.commit = repository.local().head_commit().value_or("");
    plan_.branch =
        request.branch.empty() ? repository.local().head_branch().value_or("") : request.branch;
  }

  Result<TagPlan> make() {
    TIZZA_TRY(tags_, repository_.local().tags());
    index_ = index_tags(tags_);
    plan_.tag_count = tags_.size();
    read_packages();
    view_ = {plan_.request.remote, plan_.branch, {}};
    for (const PackageTag& package : plan_.packages) {
      if (!package.tag.empty()) view_.tags.push_back(package.tag);
    }
    const Guard remote = check_remote(repository_, view_);
    if (plan_.packages.size() > 1) leave_out_released();
    if (plan_.packages.empty()) {
      return failure("release-nothing", "the version of every package is a tag already",
                     "write the next version into a package, or run `tizza release run`",
                     Verdict::kNegative);
    }
    ask(remote);
    return std::move(plan_);
  }

 private:
  void read_packages() {
    stated_ = read_stated_versions(files_, settings_);
    const auto own = own_tags(tags_, stated_.tracked);
    for (const Package* package : wanted_) {
      const size_t i = number_of(*package);
      PackageTag planned{package->name, package->directory};
      if (const auto& version = stated_.files[i]; version.ok()) {
        planned.version = *version;
        if (check_version(*version).ok()) planned.tag = package->tags.tag(version->found.text);
      }
      if (!own[i].empty()) planned.latest = own[i].front();
      plan_.packages.push_back(std::move(planned));
      numbers_.push_back(i);
    }
  }

  size_t number_of(const Package& package) const {
    return static_cast<size_t>(&package - settings_.packages.data());
  }

  /// Where a tag is, here or at the remote; empty for a free one.
  std::string commit_of(const std::string& tag) const {
    if (const auto found = index_.find(tag); found != index_.end()) return found->second->commit;
    return view_.refs ? tagged_commit(*view_.refs, tag).value_or("") : "";
  }

  /// Of several packages most have no news.
  void leave_out_released() {
    std::vector<PackageTag> rest;
    std::vector<size_t> numbers;
    for (size_t k = 0; k < plan_.packages.size(); ++k) {
      PackageTag& package = plan_.packages[k];
      const std::string commit = package.tag.empty() ? "" : commit_of(package.tag);
      if (!commit.empty() && commit != plan_.commit) {
        plan_.left_out.push_back(fmt::format("{}: `{}` is on commit `{}` already", package.name,
                                             package.tag, short_commit(commit)));
        continue;
      }
      rest.push_back(std::move(package));
      numbers.push_back(numbers_[k]);
    }
    plan_.packages = std::move(rest);
    numbers_ = std::move(numbers);
  }

  void ask(const Guard& remote) {
    auto& guards = plan_.guards;
    for (const size_t i : numbers_) {
      guards.push_back(check_version_guard(repository_, files_, stated_.files[i]));
    }
    guards.push_back(check_clean(repository_));
    guards.push_back(check_history(repository_));
    guards.push_back(check_branch(repository_, plan_.request.branch, settings_.branches));
    guards.push_back(check_identity(repository_));
    guards.push_back(remote);
    guards.push_back(check_pushed(repository_, view_));
    for (size_t k = 0; k < numbers_.size(); ++k) {
      PackageTag& package = plan_.packages[k];
      guards.push_back(check_tag_free(repository_, view_, package.tag, index_));
      package.work = work_left(package.tag);
      note_step_back(package, stated_.tracked[numbers_[k]].numbering);
    }
  }

  /// Only where every place says that the tag is on this commit is there less to do.
  TagWork work_left(const std::string& tag) const {
    if (plan_.commit.empty() || tag.empty() || !view_.refs) return TagWork::kCreateAndPush;
    const auto found = index_.find(tag);
    const bool is_here = found != index_.end();
    if (is_here && found->second->commit != plan_.commit) return TagWork::kCreateAndPush;
    if (tagged_commit(*view_.refs, tag) == plan_.commit) return TagWork::kNothing;
    return is_here ? TagWork::kPush : TagWork::kCreateAndPush;
  }

  /// A version that does not move on is allowed (an older line gets a fix), but worth a word.
  void note_step_back(const PackageTag& package, const Numbering& numbering) {
    Guard& guard = plan_.guards.back();
    if (!package.latest || guard.state != GuardState::kPassed) return;
    const auto version = numbering.read(package.version->found.text);
    if (!version || package.work != TagWork::kCreateAndPush) return;
    if (numbering.compare(*version, package.latest->version) >= 0) return;
    guard = noted("tag", fmt::format("`{}` is free, but sorts before the latest tag `{}`",
                                     package.tag, package.latest->tag.name));
  }

  const Repository& repository_;
  const FileReader& files_;
  const Settings& settings_;
  const std::vector<const Package*>& wanted_;
  TagPlan plan_;
  std::vector<GitTag> tags_;
  TagIndex index_;
  StatedVersions stated_;
  std::vector<size_t> numbers_;  // of the planned packages among those of the settings
  RemoteView view_;
};

}  // namespace

bool TagPlan::is_released() const {
  return std::all_of(packages.begin(), packages.end(),
                     [](const PackageTag& package) { return package.work == TagWork::kNothing; });
}

std::vector<std::string> TagPlan::refs() const {
  std::vector<std::string> refs;
  for (const PackageTag& package : packages) {
    if (!package.tag.empty() && package.work != TagWork::kNothing) {
      refs.push_back("refs/tags/" + package.tag);
    }
  }
  return refs;
}

Result<TagPlan> plan_tag(const Repository& repository, const FileReader& files,
                         const Settings& settings, const std::vector<const Package*>& wanted,
                         const TagRequest& request) {
  return TagPlanner(repository, files, settings, wanted, request).make();
}

}  // namespace tizza::release
