#include <unordered_map>
#include <vector>

#include "spec/rule.hpp"
#include "spec/wording.hpp"
#include "text/node_hash.hpp"

namespace tizza::spec {
namespace {

/// Goes from schemas to the parts of their `allOf`, depth first, and reports each reference that
/// leads back to a schema on the way there.
class CycleSearch {
 public:
  explicit CycleSearch(RuleContext& context) : context_(context) {}

  void run(Node start) {
    enter(start);
    while (!way_.empty()) {
      Step& step = way_.back();
      if (step.next == step.parts.size()) {
        states_[step.schema] = State::kDone;
        way_.pop_back();
        continue;
      }
      const Node part = step.parts.at(step.next++);
      const Node target = context_.api.target(part);
      const auto known = states_.find(target);
      if (known == states_.end()) {
        enter(target);
      } else if (known->second == State::kOnTheWay) {
        report(part, target);
      }
    }
  }

 private:
  enum class State : uint8_t { kOnTheWay, kDone };

  struct Step {
    Node schema;
    Node parts;
    size_t next = 0;
  };

  /// What has no parts leads nowhere and is not kept.
  void enter(Node schema) {
    const Node parts = schema ? schema["allOf"] : Node();
    if (!parts.is_sequence() || !states_.emplace(schema, State::kOnTheWay).second) return;
    way_.push_back({schema, parts});
  }

  void report(Node part, Node target) {
    const Reference* reference = context_.api.reference_at(part);
    if (reference == nullptr) return;  // an alias within itself is no reference of ours
    auto finding = context_.report(reference->value, "{} makes this schema a part of itself",
                                   quoted(reference->value.text()));
    if (!finding) return;
    finding.help("take out one `allOf` of the circle");
    size_t first = way_.size() - 1;
    while (way_[first].schema != target && way_.size() - first < kMostNotes) --first;
    for (; first + 1 < way_.size(); ++first) {
      const Step& step = way_[first];
      finding.note(step.parts.at(step.next - 1), "by way of this part");
    }
  }

  static constexpr size_t kMostNotes = 5;

  RuleContext& context_;
  std::unordered_map<Node, State, NodeHash> states_;
  std::vector<Step> way_;
};

void check(const TypedNode&, RuleContext& context) {
  CycleSearch search(context);
  for (const uint32_t index : context.api.of(NodeType::kSchema)) {
    search.run(context.api.nodes()[index].node);
  }
}

}  // namespace

extern const Rule kAllOfCycle = {
    .id = "allof-cycle",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllVersions,
    .summary = "no schema is a part of itself by `allOf`",
    .rationale =
        "To hold a value to such a schema, one has to hold the same value to the same schema "
        "before, without an end: JSON Schema leaves undefined what comes of it. A property or an "
        "item may lead back to its schema, for values come to an end.",
    .bad =
        "definitions:\n"
        "  Pizza:\n"
        "    allOf: [{$ref: '#/definitions/Dish'}]\n"
        "  Dish:\n"
        "    allOf: [{$ref: '#/definitions/Pizza'}]\n"
        "                   ^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "definitions:\n"
        "  Pizza:\n"
        "    allOf: [{$ref: '#/definitions/Dish'}]\n"
        "  Dish: {type: object}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
