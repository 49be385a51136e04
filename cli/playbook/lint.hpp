#pragma once
#include <string_view>

#include "base/diagnostic.hpp"
#include "playbook/model.hpp"
#include "registry/model.hpp"

namespace tizza::playbook {

/// What a parsed playbook lacks before anybody should follow it under fire. Warnings: `no-undo`,
/// `no-repeat`, `unverified-end`, `failure-ends-well`, `no-escalation`, `escalation-phone`,
/// `asks-for-input`; hint: `raw-in-command`.
void lint_playbook(const Playbook& playbook, Sink& sink);

/// Errors (`unresolved`) for every service and environment of the registry for which a text cannot
/// be filled in; findings that several share are reported once, with their number.
void lint_with_registry(const Playbook& playbook, const registry::Registry& registry, Sink& sink);

}  // namespace tizza::playbook
