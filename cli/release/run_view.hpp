#pragma once
#include <string>

#include "release/plan_view.hpp"
#include "release/run_plan.hpp"

namespace tizza::release {

/// The plan of `release run` for people: packages, guards, the change of every file, then what
/// would be pushed or what stands in the way as the last line.
std::string run_plan_text(const RunPlan& plan, const PlanViewOptions& options);

/// The plan for programs, `schema_version` 1.
Value run_plan_value(const RunPlan& plan);

/// What the plan comes down to, without a line end: "push `refs/heads/main` and … to `origin`".
std::string run_act(const RunPlan& plan);

}  // namespace tizza::release
