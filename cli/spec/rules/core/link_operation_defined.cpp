#include <string>
#include <unordered_set>
#include <vector>

#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode&, RuleContext& context) {
  const auto& links = context.api.of(NodeType::kLink);
  if (links.empty()) return;
  std::unordered_set<std::string_view> known;
  std::vector<std::string> names;
  for (const auto* uses :
       {&context.facts.operations(), &context.facts.webhooks(), &context.facts.callbacks()}) {
    for (const OperationUse& use : *uses) {
      const auto id = use.operation["operationId"].text();
      if (!id.empty() && known.insert(id).second) names.emplace_back(id);
    }
  }
  for (const uint32_t index : links) {
    const Node id = context.api.nodes()[index].node["operationId"];
    if (!id.is_string() || known.count(id.text()) != 0) continue;
    auto finding = context.report(id, "there is no operation {}", quoted(id.text()));
    if (finding) finding.help(near_names_help(id.text(), names));
  }
}

}  // namespace

extern const Rule kLinkOperationDefined = {
    .id = "link-operation-defined",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "a link names an operation that exists",
    .rationale = "Whoever follows the link finds nothing; mostly the operation was renamed.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      operationId: listPizzas\n"
        "      responses:\n"
        "        200:\n"
        "          description: all\n"
        "          links: {one: {operationId: getPizza}}\n"
        "                                     ^^^^^^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      operationId: listPizzas\n"
        "      responses:\n"
        "        200:\n"
        "          description: all\n"
        "          links: {again: {operationId: listPizzas}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
