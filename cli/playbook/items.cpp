#include "playbook/step_kind.hpp"

namespace tizza::playbook {

Result<std::vector<Scope>> scopes_of_items(const Step& step, const Scope& scope) {
  std::vector<Scope> scopes;
  if (!step["for_each"]) {
    scopes.push_back(scope);
    return scopes;
  }
  TIZZA_TRY(const auto items, scope.list(step["for_each"]));
  for (const std::string& item : items) {
    scopes.push_back(scope);
    scopes.back().set("item", item);
  }
  return scopes;
}

Result<std::vector<std::string>> undo_lines(const Step& step, const Scope& scope) {
  TIZZA_TRY(const auto scopes, scopes_of_items(step, scope));
  std::vector<std::string> all;
  for (const Scope& of_item : scopes) {
    TIZZA_TRY(const auto lines, of_item.shell_lines(step["undo"]));
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

}  // namespace tizza::playbook
