#pragma once
#include <string_view>
#include <vector>

#include "commands/command_spec.hpp"

namespace tizza::commands {

/// A word that only gathers commands, such as `release` or `registry add`.
struct GroupSpec {
  std::string_view path;
  std::string_view summary;  ///< One line, lower case, no period.
};

const CommandSpec& registry_init_command();
const CommandSpec& registry_check_command();
const CommandSpec& registry_list_command();
const CommandSpec& registry_show_command();
const CommandSpec& registry_add_service_command();
const CommandSpec& registry_add_team_command();
const CommandSpec& registry_add_person_command();
const CommandSpec& registry_set_command();

/// Every command in the order in which help shows them. Each one is a file beside this.
const std::vector<const CommandSpec*>& all_commands();

/// One row for each word that stands before another in a command's path.
const std::vector<GroupSpec>& all_groups();

const CommandSpec& new_command();
const CommandSpec& add_command();
const CommandSpec& drift_command();
const CommandSpec& update_command();
const CommandSpec& update_resume_command();
const CommandSpec& update_abort_command();
const CommandSpec& playbook_list_command();
const CommandSpec& playbook_show_command();
const CommandSpec& playbook_lint_command();
const CommandSpec& playbook_export_command();
const CommandSpec& playbook_new_command();
const CommandSpec& playbook_run_command();
const CommandSpec& playbook_practice_command();
const CommandSpec& playbook_resume_command();
const CommandSpec& playbook_abort_command();
const CommandSpec& playbook_undo_command();
const CommandSpec& playbook_readiness_command();
const CommandSpec& playbook_watch_command();
const CommandSpec& playbook_status_command();
const CommandSpec& playbook_report_command();
const CommandSpec& trust_command();
const CommandSpec& template_adopt_command();
const CommandSpec& template_init_command();
const CommandSpec& template_lint_command();
const CommandSpec& template_list_command();
const CommandSpec& template_show_command();
const CommandSpec& template_test_command();
const CommandSpec& release_publish_command();
const CommandSpec& release_yank_command();
const CommandSpec& release_index_check_command();
const CommandSpec& release_audit_command();
const CommandSpec& release_pins_command();
const CommandSpec& release_pins_set_command();
const CommandSpec& release_plan_command();
const CommandSpec& release_next_command();
const CommandSpec& release_run_command();
const CommandSpec& release_status_command();
const CommandSpec& release_resume_command();
const CommandSpec& release_abort_command();
const CommandSpec& release_tag_command();
const CommandSpec& validate_command();
const CommandSpec& spec_rules_command();
const CommandSpec& spec_bundle_command();
const CommandSpec& spec_stats_command();
const CommandSpec& spec_search_command();

}  // namespace tizza::commands
