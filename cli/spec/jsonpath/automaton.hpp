#pragma once
#include <map>
#include <optional>
#include <vector>

#include "base/strings.hpp"
#include "spec/jsonpath/matcher.hpp"

namespace tizza::spec::jsonpath {

/// A segment of a path that waits for children: the states of a walk.
struct State {
  uint32_t path = 0;
  const Segment* segment = nullptr;
  bool is_last = false;
  bool has_context = false;  ///< The path looks at what is above its matches.
};

/// The states of all paths, those of one path one after the other.
struct Matcher::Automaton {
  std::vector<const Path*> paths;
  std::vector<State> states;
  std::vector<uint32_t> starts;               ///< The first state of each path that has one.
  std::vector<std::optional<Matcher>> rests;  ///< For what stands behind `^`, by path.
};

using SetId = uint32_t;
using StateList = std::vector<uint32_t>;  // sorted, each once

/// What becomes of a set of states at one child.
struct Transition {
  SetId next = 0;
  std::vector<uint32_t> accepted;  ///< Paths that end at the child.
};

/// Sets of states, made when a walk first meets them: what a child of some name leads to is worked
/// out once for all nodes at which the same states wait.
class SetTable {
 public:
  explicit SetTable(const Matcher::Automaton& automaton);

  struct Set {
    StateList states;
    StateList dynamic;  ///< Those that have to look at the child itself.
    /// For the names that a state asks for; worked out when a child of that name is met.
    StringMap<std::optional<Transition>> by_name;
    std::optional<Transition> other;  ///< For every other child.
    bool only_names = false;          ///< No child but those in `by_name` matters.
  };

  static constexpr SetId kEmpty = 0;

  SetId start() const { return start_; }
  const Set& operator[](SetId id) const { return *sets_[id]; }
  SetId intern(StateList states);
  /// What becomes of the set at a child under `name`; of any other child for a name that no state
  /// asks for.
  const Transition& at(SetId id, std::string_view name);
  const Transition& at_other(SetId id);
  /// Without the states of `taken`, but for those that have a context where `keeps_context` is set.
  SetId without(SetId from, SetId taken, bool keeps_context);
  SetId united(SetId a, SetId b);

 private:
  void fill(Set& set);
  Transition step(const Set& set, const std::string* name);

  const Matcher::Automaton& automaton_;
  std::vector<std::unique_ptr<Set>> sets_;
  std::map<StateList, SetId> ids_;
  SetId start_ = kEmpty;
};

}  // namespace tizza::spec::jsonpath
