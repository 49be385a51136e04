#pragma once
#include <string>
#include <vector>

#include "playbook/engine.hpp"
#include "playbook/journal.hpp"
#include "playbook/model.hpp"

/// How the steps of a practice end, said beforehand.
namespace tizza::playbook {

/// Reads `steps: {by-hand: [fails, succeeds]}` (registry-schema/scenario.schema.json). Errors: what
/// the schema finds, steps that the playbook does not have, and what cannot be said of a step.
Status read_scenario(const DocumentPtr& document, const Playbook& playbook, RunSettings& settings);

/// The same as an earlier run had it: its answers, and how each try of each step ended.
Script script_of(const Playbook& playbook, const std::vector<Record>& records);

}  // namespace tizza::playbook
