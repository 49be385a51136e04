#pragma once
#include <string>

#include "release/repository.hpp"
#include "release/tag_plan.hpp"

namespace tizza::release {

enum class TagResult : uint8_t {
  kReleased,
  kAlreadyReleased,  ///< Before this call, or by another one at the same time.
};

/// Makes the tags and pushes them together, as planned; the plan's guards must hold. Each step
/// looks at what is there first, so that a call after a crash at any point ends in the same state.
/// Where they cannot be pushed, those that this call made are removed again, and the error (rule
/// `release-push`) says so: a clear no where the server refused them, else kCouldNotRun.
Result<TagResult> run_tag(const Repository& repository, const TagPlan& plan);

}  // namespace tizza::release
