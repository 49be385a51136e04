#include "release/tag_run.hpp"

#include <fmt/core.h>

#include <optional>

namespace tizza::release {
namespace {

/// What the remote has under the tag's name after a push that did not end well.
enum class RemoteTag : uint8_t { kUnknown, kAbsent, kOurs, kSameCommit, kOtherCommit };

RemoteTag look_at_remote(const Repository& repository, const TagPlan& plan,
                         const std::string& object) {
  const std::string ref = "refs/tags/" + plan.tag;
  const auto refs = repository.ask_remote(plan.request.remote, {ref, ref + "^{}"});
  if (!refs.ok()) return RemoteTag::kUnknown;
  const auto commit = tagged_commit(*refs, plan.tag);
  if (!commit) return RemoteTag::kAbsent;
  if (refs->at(ref) == object) return RemoteTag::kOurs;
  return *commit == plan.commit ? RemoteTag::kSameCommit : RemoteTag::kOtherCommit;
}

Error push_error(const TagPlan& plan, const PushOutcome& push, RemoteTag there) {
  Error error = failure(
      "release-push",
      fmt::format("`{}` did not take the tag `{}`: {}", plan.request.remote, plan.tag, push.reason),
      "run the command again when the reason is gone",
      push.was_rejected ? Verdict::kNegative : Verdict::kCouldNotRun);
  if (there == RemoteTag::kUnknown) {
    error.diagnostic.notes.push_back({"whether it arrived could not be found out", {}, {}});
  }
  return error;
}

/// Takes back what this call made, and says in the error what is left.
Error undo(const Repository& repository, const TagPlan& plan,
           const std::optional<std::string>& made, Error error) {
  if (!made) return error;
  const auto removed = repository.remove_tag(plan.tag, *made);
  const std::string note = removed.ok()
                               ? fmt::format("the local tag `{}` is removed again", plan.tag)
                               : fmt::format("the local tag `{}` is still there: {}", plan.tag,
                                             removed.error().diagnostic.message);
  error.diagnostic.notes.push_back({note, {}, {}});
  return error;
}

}  // namespace

Result<TagResult> run_tag(const Repository& repository, const TagPlan& plan) {
  if (plan.is_released()) return TagResult::kAlreadyReleased;
  std::optional<std::string> made;  // the tag object of this call
  if (plan.work == TagWork::kCreateAndPush) {
    TIZZA_TRY(made, repository.create_tag(plan.tag, plan.commit, "Release " + plan.tag));
  }
  auto push = repository.push_tag(plan.request.remote, plan.tag);
  if (push.ok() && push->accepted) return TagResult::kReleased;
  const PushOutcome outcome =
      push.ok() ? *push : PushOutcome{false, false, push.error().diagnostic.message};

  // A connection can break after the server took the tag, and another call can have been faster.
  const RemoteTag there = look_at_remote(repository, plan, made.value_or(""));
  if (there == RemoteTag::kOurs) return TagResult::kReleased;
  if (there == RemoteTag::kSameCommit) {
    if (made) TIZZA_CHECK(repository.remove_tag(plan.tag, *made));
    return TagResult::kAlreadyReleased;
  }
  return undo(repository, plan, made, push_error(plan, outcome, there));
}

}  // namespace tizza::release
