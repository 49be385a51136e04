#include <deque>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Paths that start alike, by their next segment; all parameters are one segment.
struct Branch {
  StringMap<Branch*> named;
  Branch* any = nullptr;
  Node path;  ///< The path that ends here, if one does.
};

class Paths {
 public:
  void add(Node path) {
    Branch* at = &branches_.front();
    for (const auto segment : path_segments(path.text())) {
      Branch*& next = is_template(segment) ? at->any : at->named[std::string(segment)];
      if (!next) next = &branches_.emplace_back();
      at = next;
    }
    if (!at->path) at->path = path;
  }

  /// A path that takes every request of this one and others too; nothing where none was added.
  Node wider(std::string_view path) const {
    return wider(branches_.front(), path_segments(path), 0, false);
  }

 private:
  static Node wider(const Branch& at, const std::vector<std::string_view>& segments, size_t i,
                    bool is_wider) {
    if (i == segments.size()) return is_wider ? at.path : Node();
    const bool is_exact = !is_template(segments[i]);
    if (at.any) {
      if (const Node found = wider(*at.any, segments, i + 1, is_wider || is_exact)) return found;
    }
    if (!is_exact) return {};
    const auto named = at.named.find(segments[i]);
    return named == at.named.end() ? Node() : wider(*named->second, segments, i + 1, is_wider);
  }

  std::deque<Branch> branches_ = std::deque<Branch>(1);
};

void check(const TypedNode&, RuleContext& context) {
  Paths earlier;
  for (const AddressUse& use : context.facts.addresses()) {
    if (const Node wide = earlier.wider(use.address.text())) {
      context
          .report(use.address, "path {} stands behind {}, which takes its requests too",
                  quoted(use.address.text()), quoted(wide.text()))
          .note(wide, "the wider one");
    }
    earlier.add(use.address);
  }
}

}  // namespace

extern const Rule kPathsSpecificityOrder = {
    .id = "paths-specificity-order",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kInfo,
    .is_opt_in = true,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "a path stands before those that take its requests too",
    .rationale =
        "The specification gives a request to the path without parameters, wherever it stands. "
        "Many routers take the first that fits, and code generated in this order never reaches "
        "the second.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}: {}\n"
        "  /pizzas/newest: {}\n"
        "  ^^^^^^^^^^^^^^\n",
    .good =
        "paths:\n"
        "  /pizzas/newest: {}\n"
        "  /pizzas/{id}: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
