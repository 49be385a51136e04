#pragma once
#include <string>
#include <vector>

#include "playbook/model.hpp"

/// A playbook as people read it on paper: everything it says, in its order, as it is written.
namespace tizza::playbook {

struct ChecklistLine {
  std::string label;  ///< `run`, `when`, `on failure`.
  std::string text;
  bool is_code = false;  ///< Commands, addresses and expressions.
};

struct ChecklistItem {
  std::string head;  ///< `verify – the service answers`
  std::vector<ChecklistLine> lines;
};

struct Checklist {
  std::string name;
  std::string title;
  std::string description;
  std::vector<ChecklistLine> facts;  ///< Of the playbook as a whole: who reviewed it.
  std::vector<ChecklistLine> inputs;
  std::vector<ChecklistItem> prerequisites;
  std::vector<ChecklistItem> steps;
  std::string call;  ///< Empty where nobody is to be called.
  std::string say;
};

Checklist make_checklist(const Playbook& playbook);

/// A text or a list of texts as it is written, one a line; of a request its method and URL.
std::vector<std::string> written_lines(Node texts);

/// `outcome: it succeeded / it failed`, or the question that takes any text.
std::string question_text(const AskSpec& ask);

}  // namespace tizza::playbook
