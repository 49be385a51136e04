#pragma once
#include <string>

#include "release/tag_plan.hpp"
#include "text/value.hpp"

namespace tizza::release {

struct PlanViewOptions {
  size_t width = 80;
  bool colour = false;
};

/// The guards for people, a block each, with a line end.
std::string guards_text(const std::vector<Guard>& guards, const PlanViewOptions& options);

/// The guards for programs.
Value guards_value(const std::vector<Guard>& guards);

/// How many guards stand in the way, as the last line of a plan; empty where none does.
std::string not_ready(const std::vector<Guard>& guards);

/// The plan for people: every guard with its state, then what would be pushed; the verdict is the
/// last line. Ends with a line end.
std::string plan_text(const TagPlan& plan, const PlanViewOptions& options);

/// The plan for programs, `schema_version` 1.
Value plan_value(const TagPlan& plan);

}  // namespace tizza::release
