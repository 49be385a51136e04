#include <algorithm>

#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

bool is_success(std::string_view code, Family family) {
  if (code.size() != 3 || (code[0] != '2' && code[0] != '3')) return false;
  if (code.substr(1) == "XX") return family == Family::kOpenApi;
  return std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    const auto responses = use.operation.find("responses");
    if (!responses || !responses->value.is_mapping()) continue;
    bool has_success = false;
    for (const auto& [code, response] : responses->value.entries()) {
      has_success = has_success || is_success(code.text(), context.api.family());
    }
    if (has_success) continue;
    context
        .report(responses->key, "`{}` of {} has no response for success", use.verb.text(),
                quoted(use.address.text()))
        .help("add a 2xx or 3xx response");
  }
}

}  // namespace

extern const Rule kOperationSuccessResponse = {
    .id = "operation-success-response",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "every operation has at least one 2xx or 3xx response",
    .rationale =
        "An operation that can only fail is of no use; mostly the response that matters "
        "most has been forgotten.",
    .bad =
        "responses:\n"
        "^^^^^^^^^\n"
        "  404: {description: no such pizza}\n",
    .good =
        "responses:\n"
        "  200: {description: the pizza}\n"
        "  404: {description: no such pizza}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
