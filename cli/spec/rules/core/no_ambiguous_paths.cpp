#include <map>
#include <vector>

#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

using Segments = std::vector<std::string_view>;

/// So many earlier paths are compared with each, so that the work stays linear.
constexpr size_t kMostCompared = 400;

/// Whether a request fits both, and each is more exact than the other at some place.
bool is_ambiguous(const Segments& a, const Segments& b) {
  bool a_is_exact = false;
  bool b_is_exact = false;
  for (size_t i = 0; i < a.size(); ++i) {
    const bool a_is_free = is_template(a[i]);
    const bool b_is_free = is_template(b[i]);
    if (!a_is_free && !b_is_free && a[i] != b[i]) return false;
    a_is_exact = a_is_exact || (!a_is_free && b_is_free);
    b_is_exact = b_is_exact || (a_is_free && !b_is_free);
  }
  return a_is_exact && b_is_exact;
}

struct Earlier {
  Segments segments;
  Node address;
};

/// The methods that both path items have; only those can be confused.
bool share_method(Node a, Node b) {
  for (const auto& [verb, operation] : a.entries()) {
    if (operation["responses"] && b[verb.text()]["responses"]) return true;
  }
  return a.size() == 0 || b.size() == 0;
}

void check(const TypedNode&, RuleContext& context) {
  std::map<size_t, std::vector<Earlier>> by_length;
  for (const AddressUse& use : context.facts.addresses()) {
    Segments segments = path_segments(use.address.text());
    auto& earlier = by_length[segments.size()];
    for (const Earlier& other : earlier) {
      if (!is_ambiguous(segments, other.segments)) continue;
      if (!share_method(use.item,
                        context.api.target(context.api.root()["paths"][other.address.text()])))
        continue;
      context
          .report(use.address, "path {} and {} fit the same requests", quoted(use.address.text()),
                  quoted(other.address.text()))
          .note(other.address, "the other one");
      break;
    }
    if (earlier.size() < kMostCompared) earlier.push_back({std::move(segments), use.address});
  }
}

}  // namespace

extern const Rule kNoAmbiguousPaths = {
    .id = "no-ambiguous-paths",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kHint,
    .versions = kAllOas,
    .summary = "no request fits two paths of which neither is more exact",
    .rationale =
        "A path without parameters goes before one with them. Where each of two paths has a "
        "parameter at a place at which the other has a name, the specification leaves open "
        "which one answers, and servers differ.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}/likes: {}\n"
        "  /pizzas/newest/{part}: {}\n"
        "  ^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}/likes: {}\n"
        "  /pizzas/newest/likes: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
