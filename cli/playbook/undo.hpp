#pragma once
#include <string>
#include <vector>

#include "playbook/journal.hpp"
#include "playbook/model.hpp"

namespace tizza::playbook {

/// How a run is taken back: a playbook of its own, made of what its steps say in `undo`, the last
/// step first.
struct UndoPlan {
  std::string text;                   ///< YAML; empty where nothing has to be done.
  std::vector<std::string> left_out;  ///< One line for each step that is not in it, and why.
};

/// Whether a step has done anything that could be taken back is what the journal says: steps that
/// are done, in part or as a whole, and those of which nobody knows. Words in place of commands are
/// for a person, unless they begin with `none`.
UndoPlan plan_undo(const Playbook& playbook, const std::vector<Record>& records,
                   const std::string& run);

}  // namespace tizza::playbook
