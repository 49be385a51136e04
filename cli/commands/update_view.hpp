#pragma once
#include <string>

#include "commands/context.hpp"
#include "scaffold/update_run.hpp"

namespace tizza::commands {

/// What people are told about an update.
struct UpdateView {
  std::string name;  ///< Of the project.
  std::string from;  ///< `django-rest 1.0.0`
  std::string to;
  const scaffold::UpdatePlan& plan;
  scaffold::UpdateTarget target;  ///< Without a branch where only the answers file is written.
};

/// Every file that changes with its class, then how many stay as they are.
std::string update_plan_text(const UpdateView& view, const Context& context);

/// The same as JSON; `outcome` is `planned`, `updated`, `recorded`, `conflicts` or `up to date`.
std::string update_json(const UpdateView& view, std::string_view outcome);

}  // namespace tizza::commands
