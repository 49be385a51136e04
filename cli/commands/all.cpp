#include "commands/all.hpp"

namespace tizza::commands {

const std::vector<const CommandSpec*>& all_commands() {
  // One a line, so that changes merge.
  // clang-format off
  static const std::vector<const CommandSpec*> commands = {
      &registry_init_command(),
      &registry_check_command(),
      &registry_list_command(),
      &registry_show_command(),
      &registry_add_service_command(),
      &registry_add_team_command(),
      &registry_add_person_command(),
      &registry_set_command(),
      &new_command(),
      &add_command(),
      &update_command(),
      &update_resume_command(),
      &update_abort_command(),
      &drift_command(),
      &template_list_command(),
      &template_show_command(),
      &template_test_command(),
      &template_init_command(),
      &template_lint_command(),
      &template_adopt_command(),
      &validate_command(),
      &spec_rules_command(),
      &spec_bundle_command(),
      &spec_stats_command(),
      &spec_search_command(),
      &release_plan_command(),
      &release_next_command(),
      &release_run_command(),
      &release_status_command(),
      &release_resume_command(),
      &release_abort_command(),
      &release_tag_command(),
      &release_publish_command(),
      &release_yank_command(),
      &release_index_check_command(),
      &release_audit_command(),
      &release_pins_command(),
      &release_pins_set_command(),
      &playbook_list_command(),
      &playbook_show_command(),
      &playbook_lint_command(),
      &playbook_export_command(),
      &playbook_new_command(),
      &playbook_run_command(),
      &playbook_practice_command(),
      &playbook_resume_command(),
      &playbook_abort_command(),
      &playbook_undo_command(),
      &playbook_readiness_command(),
      &playbook_watch_command(),
      &playbook_status_command(),
      &playbook_report_command(),
      &trust_command(),
  };
  // clang-format on
  return commands;
}

const std::vector<GroupSpec>& all_groups() {
  static const std::vector<GroupSpec> groups = {
      {"registry", "the one file that knows every service, team and package"},
      {"registry add", "add an entry to the registry"},
      {"template", "what `tizza new` can make"},
      {"spec", "API descriptions and the rules for them"},
      {"release", "versions, tags and what they set in motion"},
      {"release index", "the package index that releases are published to"},
      {"playbook", "migrations and rollbacks, step by step"},
  };
  return groups;
}

}  // namespace tizza::commands
