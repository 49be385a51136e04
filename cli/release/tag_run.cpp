#include "release/tag_run.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/strings.hpp"

namespace tizza::release {
namespace {

/// A tag that this call made.
struct MadeTag {
  std::string name;
  std::string object;
};

/// What the remote has under the tags' names after a push that did not end well.
enum class RemoteTags : uint8_t {
  kUnknown,
  kOurs,        ///< All are there, as they are here.
  kSameCommit,  ///< All are there on our commit, some of them made by another call.
  kOther,       ///< One is absent or on another commit.
};

class TagRun {
 public:
  TagRun(const Repository& repository, const TagPlan& plan)
      : repository_(repository), plan_(plan), refs_(plan.refs()) {}

  Result<TagResult> run() {
    if (plan_.is_released()) return TagResult::kAlreadyReleased;
    if (auto made = make_tags(); !made.ok()) return undone(std::move(made).error());
    auto pushed = repository_.push(plan_.request.remote, pushed_refs());
    if (pushed.ok() && pushed->accepted) return TagResult::kReleased;
    const PushOutcome outcome =
        pushed.ok() ? *pushed : PushOutcome{false, false, pushed.error().diagnostic.message};

    // A connection can break after the server took the tags, and another call can have been faster.
    const RemoteTags there = look_at_remote();
    if (there == RemoteTags::kOurs) return TagResult::kReleased;
    if (there == RemoteTags::kSameCommit) {
      for (const MadeTag& tag : made_) {
        TIZZA_CHECK(repository_.remove_tag(tag.name, tag.object));
      }
      return TagResult::kAlreadyReleased;
    }
    return undone(push_error(outcome, there));
  }

 private:
  Status make_tags() {
    for (const PackageTag& package : plan_.packages) {
      if (package.work != TagWork::kCreateAndPush) continue;
      TIZZA_TRY(auto object,
                repository_.create_tag(package.tag, plan_.commit, "Release " + package.tag));
      made_.push_back({package.tag, std::move(object)});
    }
    return {};
  }

  std::vector<std::string> pushed_refs() const {
    std::vector<std::string> pushed;
    for (const std::string& ref : refs_) pushed.push_back(ref + ":" + ref);
    return pushed;
  }

  std::vector<std::string> tag_names() const {
    std::vector<std::string> names;
    for (const PackageTag& package : plan_.packages) {
      if (package.work != TagWork::kNothing) names.push_back(package.tag);
    }
    return names;
  }

  bool is_ours(const RemoteRefs& refs, const std::string& tag) const {
    const auto made = std::find_if(made_.begin(), made_.end(),
                                   [&](const MadeTag& row) { return row.name == tag; });
    return made != made_.end() && refs.at("refs/tags/" + tag) == made->object;
  }

  RemoteTags look_at_remote() const {
    std::vector<std::string> wanted;
    for (const std::string& ref : refs_) {
      wanted.push_back(ref);
      wanted.push_back(ref + "^{}");
    }
    const auto refs = repository_.ask_remote(plan_.request.remote, wanted);
    if (!refs.ok()) return RemoteTags::kUnknown;
    bool are_all_ours = true;
    for (const std::string& tag : tag_names()) {
      if (tagged_commit(*refs, tag) != plan_.commit) return RemoteTags::kOther;
      are_all_ours = are_all_ours && is_ours(*refs, tag);
    }
    return are_all_ours ? RemoteTags::kOurs : RemoteTags::kSameCommit;
  }

  Error push_error(const PushOutcome& push, RemoteTags there) const {
    const auto names = tag_names();
    Error error =
        failure("release-push",
                fmt::format("`{}` did not take the {} {}: {}", plan_.request.remote,
                            names.size() == 1 ? "tag" : "tags", quoted_list(names), push.reason),
                "run the command again when the reason is gone",
                push.was_rejected ? Verdict::kNegative : Verdict::kCouldNotRun);
    if (there == RemoteTags::kUnknown) {
      error.diagnostic.notes.push_back({"whether it arrived could not be found out", {}, {}});
    }
    return error;
  }

  /// Takes back what this call made, and says in the error what is left.
  Error undone(Error error) const {
    std::vector<std::string> removed;
    for (const MadeTag& tag : made_) {
      const auto done = repository_.remove_tag(tag.name, tag.object);
      if (done.ok()) {
        removed.push_back(tag.name);
        continue;
      }
      error.diagnostic.notes.push_back({fmt::format("the local tag `{}` is still there: {}",
                                                    tag.name, done.error().diagnostic.message),
                                        {},
                                        {}});
    }
    if (!removed.empty()) {
      const bool is_one = removed.size() == 1;
      error.diagnostic.notes.push_back(
          {fmt::format("the local {} {} {} removed again", is_one ? "tag" : "tags",
                       quoted_list(removed), is_one ? "is" : "are"),
           {},
           {}});
    }
    return error;
  }

  const Repository& repository_;
  const TagPlan& plan_;
  const std::vector<std::string> refs_;
  std::vector<MadeTag> made_;
};

}  // namespace

Result<TagResult> run_tag(const Repository& repository, const TagPlan& plan) {
  return TagRun(repository, plan).run();
}

}  // namespace tizza::release
