#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto place = lacking_items(typed.node, "schemes", head_of(typed.node));
  if (place) context.report(*place, "the description has no `schemes`");
  for (const Node scheme : typed.node["schemes"].items()) {
    if (!scheme.is_string())
      context.report(scheme, "a scheme is a text, not {}", described(scheme));
  }
}

}  // namespace

extern const Rule kOas2ApiSchemes = {
    .id = "oas2-api-schemes",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllSwagger,
    .summary = "the description lists the schemes of its URLs",
    .rationale =
        "Without `schemes` a client takes the one by which it read the description, which may "
        "be a file.",
    .bad =
        "swagger: '2.0'\n"
        "^^^^^^^\n"
        "info: {title: x, version: x}\n",
    .good = "schemes: [https]\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
