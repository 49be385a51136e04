#pragma once
#include <string>

#include "release/tag_plan.hpp"
#include "text/value.hpp"

namespace tizza::release {

struct PlanViewOptions {
  size_t width = 80;
  bool colour = false;
};

/// The plan for people: every guard with its state, then what would be pushed; the verdict is the
/// last line. Ends with a line end.
std::string plan_text(const TagPlan& plan, const PlanViewOptions& options);

/// The plan for programs, `schema_version` 1.
Value plan_value(const TagPlan& plan);

}  // namespace tizza::release
