#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "playbook/model.hpp"
#include "registry/model.hpp"

namespace tizza::playbook {

/// What a parsed playbook lacks before anybody should follow it under fire. Warnings: `no-undo`,
/// `no-repeat`, `unverified-end`, `failure-ends-well`, `no-escalation`, `escalation-phone`,
/// `asks-for-input`; hint: `raw-in-command`.
void lint_playbook(const Playbook& playbook, Sink& sink);

/// Errors (`quoting`) of values that cannot be quoted where they stand in a shell line.
void check_quoting(const Playbook& playbook, Sink& sink);

/// Whether its texts can be filled in only for the entries of a registry.
bool needs_registry(const Playbook& playbook);

/// What cannot be filled in for one service and environment; both are empty where the playbook is
/// about none.
struct TargetFindings {
  std::string service;
  std::string environment;
  std::vector<Diagnostic> findings;
};

/// What expressions see of the services of a registry, found out once for many playbooks.
class ServiceValues {
 public:
  /// `registry` may be null.
  explicit ServiceValues(const registry::Registry* registry);
  const Value& of(const registry::Item& service) const { return values_.at(&service); }

 private:
  std::unordered_map<const registry::Item*, Value> values_;
};

/// The texts filled in for every service and environment that the playbook is for. `registry` may
/// be null where it needs none.
std::vector<TargetFindings> check_targets(const Playbook& playbook,
                                          const registry::Registry* registry,
                                          const ServiceValues& services);

/// Errors (`unresolved`) for every service and environment of the registry for which a text cannot
/// be filled in; findings that several share are reported once, with their number. `registry` may
/// be null where the playbook needs none.
void lint_texts(const Playbook& playbook, const registry::Registry* registry,
                const ServiceValues& services, Sink& sink);

/// Errors (`template`) of texts and expressions that cannot be read, whatever the values are.
void lint_syntax(const Document& document, Sink& sink);

}  // namespace tizza::playbook
