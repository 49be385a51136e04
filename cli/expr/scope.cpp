#include "expr/scope.hpp"

namespace tizza::expr {

const Object* Scope::find_here(std::string_view name) const {
  for (const auto& [known, value] : variables_) {
    if (known == name) return &value;
  }
  return nullptr;
}

const Object* Scope::find(std::string_view name) const {
  for (const Scope* scope = this; scope; scope = scope->outer_) {
    if (const Object* found = scope->find_here(name)) return found;
    if (scope->names_) return scope->names_->find(name);
  }
  return nullptr;
}

void Scope::set(std::string_view name, const Object& value) {
  for (auto& [known, old] : variables_) {
    if (known == name) {
      old = value;
      return;
    }
  }
  variables_.emplace_back(name, value);
}

void Scope::keep() const {
  for (const Scope* scope = this; scope && !scope->is_kept_; scope = scope->outer_) {
    scope->is_kept_ = true;
  }
}

std::vector<std::string> Scope::visible() const {
  std::vector<std::string> names;
  for (const Scope* scope = this; scope; scope = scope->outer_) {
    for (const auto& variable : scope->variables_) names.emplace_back(variable.first);
    if (scope->names_) {
      for (auto& name : scope->names_->all()) names.push_back(std::move(name));
      break;
    }
  }
  return names;
}

}  // namespace tizza::expr
