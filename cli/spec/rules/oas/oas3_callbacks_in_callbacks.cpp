#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check_callback(Node callback, RuleContext& context) {
  for (const auto& [expression, item] : callback.entries()) {
    for (const auto& [verb, operation] : context.api.target(item).entries()) {
      const auto inner = operation.find("callbacks");
      if (inner) context.report(inner->key, "a callback has callbacks of its own");
    }
  }
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [name, callback] : use.operation["callbacks"].entries()) {
      check_callback(context.api.target(callback), context);
    }
  }
}

}  // namespace

extern const Rule kOas3CallbacksInCallbacks = {
    .id = "oas3-callbacks-in-callbacks",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "no callback has callbacks of its own",
    .rationale = "Few tools follow a callback of a callback, and few readers do.",
    .bad =
        "paths:\n"
        "  /orders:\n"
        "    post:\n"
        "      responses: {200: {description: taken}}\n"
        "      callbacks:\n"
        "        ready:\n"
        "          '{$request.body#/url}':\n"
        "            post:\n"
        "              responses: {200: {description: noted}}\n"
        "              callbacks: {again: {}}\n"
        "              ^^^^^^^^^\n",
    .good =
        "paths:\n"
        "  /orders:\n"
        "    post:\n"
        "      responses: {200: {description: taken}}\n"
        "      callbacks:\n"
        "        ready:\n"
        "          '{$request.body#/url}':\n"
        "            post:\n"
        "              responses: {200: {description: noted}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
