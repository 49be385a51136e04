#pragma once
#include <vector>

#include "release/remote_guards.hpp"
#include "release/run_plan.hpp"

/// The guards of `release run`, beside those that it shares with `release tag`.
namespace tizza::release {

/// What is to be changed fits the mode: tags alone change no file, a branch needs a change.
Guard check_files(const RunPlan& plan);

/// HEAD is not behind the branch on the remote; for tags alone it is part of it.
Guard check_current(const Repository& repository, const RunPlan& plan, const RemoteView& view);

/// Each tag, or the release's branch, is free here and there.
std::vector<Guard> check_tags_free(const Repository& repository, const RunPlan& plan,
                                   const RemoteView& view);

}  // namespace tizza::release
