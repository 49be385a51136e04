#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  StringMap<Node> seen;
  for (const AddressUse& use : context.facts.addresses()) {
    std::string plain = to_lower(use.address.text());
    if (plain.size() > 1 && plain.ends_with('/')) plain.pop_back();
    const auto [first, is_new] = seen.emplace(std::move(plain), use.address);
    if (is_new) continue;
    context
        .report(use.address, "path {} is nearly the same as {}", quoted(use.address.text()),
                quoted(first->second.text()))
        .note(first->second, "the other one");
  }
}

}  // namespace

extern const Rule kDuplicatePaths = {
    .id = "duplicate-paths",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "no two paths differ only in the case of letters or a slash at the end",
    .rationale =
        "Servers and proxies often take both for the same, so that one of the two operations is "
        "never reached.",
    .bad =
        "paths:\n"
        "  /pizzas: {}\n"
        "  /Pizzas/: {}\n"
        "  ^^^^^^^^\n",
    .good =
        "paths:\n"
        "  /pizzas: {}\n"
        "  /likes: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
