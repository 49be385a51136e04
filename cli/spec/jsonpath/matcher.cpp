#include "spec/jsonpath/matcher.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "spec/jsonpath/automaton.hpp"
#include "spec/jsonpath/evaluator.hpp"

namespace tizza::spec::jsonpath {
namespace {

constexpr uint32_t kMostWays = 100;    // to one value, for expressions that look upwards
constexpr size_t kMostLevels = 2'000;  // of holders, for the same

bool in_slice(const Slice& slice, int64_t index, int64_t size) {
  const auto bound = [&](int64_t at) { return at < 0 ? at + size : at; };
  if (slice.step > 0) {
    const int64_t start = std::max<int64_t>(bound(slice.start.value_or(0)), 0);
    const int64_t end = std::min(slice.end ? bound(*slice.end) : size, size);
    return index >= start && index < end && (index - start) % slice.step == 0;
  }
  const int64_t start = std::min(slice.start ? bound(*slice.start) : size - 1, size - 1);
  const int64_t end = slice.end ? std::max<int64_t>(bound(*slice.end), -1) : -1;
  return index <= start && index > end && (start - index) % -slice.step == 0;
}

/// A collection on the way from the root, references followed.
struct Holder {
  Node node;
  Step step;
  SetId set = SetTable::kEmpty;
  uint32_t next = 0;  ///< Which child comes next.
};

}  // namespace

Matcher::Matcher(std::vector<const Path*> paths) {
  auto automaton = std::make_unique<Automaton>();
  for (const Path* path : paths) {
    const auto number = static_cast<uint32_t>(automaton->rests.size());
    automaton->rests.emplace_back();
    if (path->rest) automaton->rests.back().emplace(Matcher({path->rest.get()}));
    if (!path->segments.empty()) {
      automaton->starts.push_back(static_cast<uint32_t>(automaton->states.size()));
    }
    for (const Segment& segment : path->segments) {
      const bool is_last = &segment == &path->segments.back();
      automaton->states.push_back({number, &segment, is_last, path->context > 0});
    }
  }
  automaton->paths = std::move(paths);
  automaton_ = std::move(automaton);
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

/// One run over one tree.
class Walk {
 public:
  Walk(const Matcher& matcher, const View& view, const Matcher::Found& found)
      : automaton_(*matcher.automaton_), sets_(automaton_), view_(view), found_(found) {
    scope_.path = [this] { return path_text(scope_.step); };
  }

  void run(Node root) {
    root_ = view_.target(root);
    start(root_, {});
  }

  /// Goes on at a place to which `^` led; `above` are its holders.
  void run_below(Node root, std::vector<Holder> above) {
    root_ = root;
    holders_ = std::move(above);
    const Holder from = holders_.back();
    holders_.pop_back();
    start(from.node, from.step);
  }

 private:
  using Visits = std::vector<std::pair<SetId, uint32_t>>;

  void start(Node from, Step step) {
    for (uint32_t path = 0; path < automaton_.paths.size(); ++path) {
      const Path& wanted = *automaton_.paths[path];
      if (wanted.segments.empty() || (wanted.takes_root && !from.is_scalar())) {
        accept(path, from, step);
      }
    }
    const size_t bottom = holders_.size();
    enter(from, step, sets_.start());
    while (holders_.size() > bottom) {
      if (!go_on()) holders_.pop_back();
    }
  }

  /// Puts a collection on top where states wait in it that have not been there yet.
  void enter(Node node, Step step, SetId set) {
    if (node.is_scalar() || set == SetTable::kEmpty) return;
    Visits& visits = visits_[&node.document()];
    if (visits.empty()) visits.resize(node.document().node_count());
    auto& [seen, count] = visits[node.id()];
    if (seen != SetTable::kEmpty) {
      const bool may_repeat = ++count < kMostWays && holders_.size() < kMostLevels;
      set = sets_.without(set, seen, may_repeat);
      if (set == SetTable::kEmpty) return;
    }
    seen = sets_.united(seen, set);
    holders_.push_back({node, step, set, 0});
  }

  /// Looks at the next child of the topmost holder; false where there is none.
  bool go_on() {
    Holder& top = holders_.back();
    const SetTable::Set& set = sets_[top.set];
    if (top.node.is_sequence()) {
      if (set.only_names || top.next >= top.node.size()) return false;
      const uint32_t index = top.next++;
      child(set, top.node.at(index), {{}, index, true}, sets_.at_other(top.set));
      return true;
    }
    if (set.only_names) return go_on_by_name(top, set);
    if (top.next >= top.node.size()) return false;
    const Entry entry = top.node.entry(top.next++);
    child(set, entry.value, {entry.key, 0, false}, sets_.at(top.set, entry.key.text()));
    return true;
  }

  /// Where a few names are all that matters, the others are not looked at.
  bool go_on_by_name(Holder& top, const SetTable::Set& set) {
    if (top.next > 0) return false;
    top.next = 1;
    const SetId id = top.set;
    const Node node = top.node;
    std::vector<Entry> entries;
    for (const auto& [name, transition] : set.by_name) {
      if (const auto entry = node.find(name)) entries.push_back(*entry);
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.key.id() < b.key.id(); });
    const size_t here = holders_.size();
    for (const Entry& entry : entries) {
      child(set, entry.value, {entry.key, 0, false}, sets_.at(id, entry.key.text()));
      // Each is walked to its end before the next, so that the holders below it are its own. The
      // calls stand in one another at most as often as a path has segments.
      while (holders_.size() > here) {
        if (!go_on()) holders_.pop_back();
      }
    }
    return true;
  }

  void child(const SetTable::Set& set, Node written, Step step, const Transition& transition) {
    const Node value = view_.target(written);
    if (!value) return;
    SetId next = transition.next;
    std::vector<uint32_t> ends = transition.accepted;
    if (!set.dynamic.empty()) next = look_closer(set, value, step, next, ends);
    for (const uint32_t path : ends) accept(path, value, step);
    enter(value, step, next);
  }

  /// Adds what filters, slices and indices say about a child.
  SetId look_closer(const SetTable::Set& set, Node value, Step step, SetId next,
                    std::vector<uint32_t>& ends) {
    StateList more;
    for (const uint32_t index : set.dynamic) {
      const State& state = automaton_.states[index];
      if (!fits(*state.segment, value, step)) continue;
      if (!state.is_last) {
        more.push_back(index + 1);
      } else if (std::find(ends.begin(), ends.end(), state.path) == ends.end()) {
        ends.push_back(state.path);
      }
    }
    if (more.empty()) return next;
    const StateList& known = sets_[next].states;
    more.insert(more.end(), known.begin(), known.end());
    return sets_.intern(std::move(more));
  }

  bool fits(const Segment& segment, Node value, Step step) {
    return std::any_of(segment.selectors.begin(), segment.selectors.end(),
                       [&](const Selector& selector) { return fits(selector, value, step); });
  }

  bool fits(const Selector& selector, Node value, Step step) {
    const auto size = static_cast<int64_t>(holders_.back().node.size());
    switch (selector.kind) {
      case Selector::Kind::kIndex:
        return step.is_item &&
               step.index == (selector.index < 0 ? selector.index + size : selector.index);
      case Selector::Kind::kSlice:
        return step.is_item && in_slice(selector.slice, step.index, size);
      case Selector::Kind::kContainers:
        return !value.is_scalar();
      case Selector::Kind::kFilter:
        return Evaluator(scope(value, step)).holds(*selector.filter);
      default:
        return false;  // the set's own transitions know
    }
  }

  const Scope& scope(Node value, Step step) {
    scope_.value = value;
    scope_.step = step;
    const size_t count = holders_.size();
    scope_.parent = count > 1 ? holders_[count - 2].node : Node();
    scope_.parent_step = holders_.back().step;
    scope_.root = root_;
    return scope_;
  }

  /// `$['paths']['/pizza'][0]`
  std::string path_text(const Step& last) const {
    std::string text = "$";
    const auto add = [&](const Step& step) {
      if (step.is_root()) return;
      text += step.is_item ? "[" + step.text() + "]" : "['" + step.text() + "']";
    };
    for (const Holder& holder : holders_) add(holder.step);
    add(last);
    return text;
  }

  void accept(uint32_t path, Node value, Step step) {
    const Path& wanted = *automaton_.paths[path];
    if (wanted.parents == 0) return emit(path, value, step);
    if (wanted.parents > holders_.size()) return;
    const size_t place = holders_.size() - wanted.parents;
    const Holder& above = holders_[place];
    // Of many matches in one holder the first is enough.
    if (!above_.insert({path, {&above.node.document(), above.node.id()}}).second) return;
    if (!wanted.rest) return emit(path, above.node, above.step);
    const Matcher::Found found = [&](size_t, const Match& match) { found_(path, match); };
    Walk(*automaton_.rests[path], view_, found)
        .run_below(root_, {holders_.begin(), holders_.begin() + static_cast<ptrdiff_t>(place) + 1});
  }

  void emit(uint32_t path, Node value, Step step) {
    const bool takes_name = automaton_.paths[path]->takes_names;
    if (takes_name && step.is_root()) return;
    found_(path, {value, step, takes_name});
  }

  const Matcher::Automaton& automaton_;
  SetTable sets_;
  const View& view_;
  const Matcher::Found& found_;
  Node root_;
  std::vector<Holder> holders_;
  Scope scope_{view_, {}, {}, {}, {}, {}, {}};
  std::unordered_map<const Document*, Visits> visits_;
  std::set<std::pair<uint32_t, std::pair<const Document*, NodeId>>> above_;
};

void Matcher::run(Node root, const View& view, const Found& found) const {
  if (!root) return;
  Walk(*this, view, found).run(root);
}

}  // namespace tizza::spec::jsonpath
