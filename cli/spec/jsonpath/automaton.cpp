#include "spec/jsonpath/automaton.hpp"

#include <algorithm>
#include <iterator>

namespace tizza::spec::jsonpath {
namespace {

bool needs_child(const Selector& selector) {
  return selector.kind != Selector::Kind::kName && selector.kind != Selector::Kind::kAll;
}

void sort_out(StateList& states) {
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
}

}  // namespace

SetTable::SetTable(const Matcher::Automaton& automaton) : automaton_(automaton) {
  intern({});
  start_ = intern(automaton.starts);
}

SetId SetTable::intern(StateList states) {
  sort_out(states);
  const auto known = ids_.find(states);
  if (known != ids_.end()) return known->second;
  const auto id = static_cast<SetId>(sets_.size());
  sets_.push_back(std::make_unique<Set>());
  ids_.emplace(states, id);
  Set& set = *sets_.back();
  set.states = std::move(states);
  fill(set);
  return id;
}

void SetTable::fill(Set& set) {
  set.only_names = true;
  for (const uint32_t index : set.states) {
    const Segment& segment = *automaton_.states[index].segment;
    if (segment.is_deep) set.only_names = false;
    bool is_dynamic = false;
    for (const Selector& selector : segment.selectors) {
      is_dynamic = is_dynamic || needs_child(selector);
      if (selector.kind == Selector::Kind::kName) {
        set.by_name.try_emplace(selector.name);
      } else {
        set.only_names = false;
      }
    }
    if (is_dynamic) set.dynamic.push_back(index);
  }
}

const Transition& SetTable::at(SetId id, std::string_view name) {
  Set& set = *sets_[id];
  const auto found = set.by_name.find(name);
  if (found == set.by_name.end()) return at_other(id);
  if (!found->second) found->second = step(set, &found->first);
  return *found->second;
}

const Transition& SetTable::at_other(SetId id) {
  Set& set = *sets_[id];
  if (!set.other) set.other = step(set, nullptr);
  return *set.other;
}

Transition SetTable::step(const Set& set, const std::string* name) {
  Transition transition;
  StateList next;
  for (const uint32_t index : set.states) {
    const State& state = automaton_.states[index];
    if (state.segment->is_deep) next.push_back(index);
    const bool fits = std::any_of(state.segment->selectors.begin(), state.segment->selectors.end(),
                                  [&](const Selector& selector) {
                                    if (selector.kind == Selector::Kind::kAll) return true;
                                    return selector.kind == Selector::Kind::kName && name &&
                                           *name == selector.name;
                                  });
    if (!fits) continue;
    if (state.is_last) {
      transition.accepted.push_back(state.path);
    } else {
      next.push_back(index + 1);
    }
  }
  transition.next = intern(std::move(next));
  return transition;
}

SetId SetTable::without(SetId from, SetId taken, bool keeps_context) {
  StateList left;
  const StateList& gone = sets_[taken]->states;
  for (const uint32_t index : sets_[from]->states) {
    const bool stays = keeps_context && automaton_.states[index].has_context;
    if (stays || !std::binary_search(gone.begin(), gone.end(), index)) left.push_back(index);
  }
  return intern(std::move(left));
}

SetId SetTable::united(SetId a, SetId b) {
  if (a == b) return a;
  StateList all = sets_[a]->states;
  all.insert(all.end(), sets_[b]->states.begin(), sets_[b]->states.end());
  return intern(std::move(all));
}

}  // namespace tizza::spec::jsonpath
