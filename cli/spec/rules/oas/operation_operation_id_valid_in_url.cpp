#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// RFC 3986: unreserved and reserved.
constexpr std::string_view kUrlCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=";

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const Node id = use.operation["operationId"];
    if (!id.is_string()) continue;
    if (id.text().find_first_not_of(kUrlCharacters) == std::string_view::npos) continue;
    context.report(id, "operation id {} holds characters that a URL cannot hold",
                   quoted(id.text()));
  }
}

}  // namespace

extern const Rule kOperationOperationIdValidInUrl = {
    .id = "operation-operationId-valid-in-url",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "an operationId holds only characters that a URL can hold",
    .rationale =
        "Documentation links to operations by their id, and clients name functions by "
        "it.",
    .bad =
        "get:\n"
        "  operationId: list all pizzas\n"
        "               ^^^^^^^^^^^^^^^\n"
        "  responses: {200: {description: all}}\n",
    .good =
        "get:\n"
        "  operationId: listAllPizzas\n"
        "  responses: {200: {description: all}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
