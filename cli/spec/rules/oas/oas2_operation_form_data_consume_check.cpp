#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

bool takes_forms(Node media_types) {
  for (const Node type : media_types.items()) {
    const auto name = type.text();
    if (name.starts_with("application/x-www-form-urlencoded")) return true;
    if (name.starts_with("multipart/form-data")) return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  const Node inherited = context.api.root()["consumes"];
  for (const OperationUse& use : context.facts.operations()) {
    const Node own = use.operation["consumes"];
    const Node consumes = own ? own : inherited;
    // Where nothing is said, a client takes what forms are sent as.
    if (!consumes.is_sequence() || takes_forms(consumes)) continue;
    for (const Node written : use.operation["parameters"].items()) {
      if (context.api.target(written)["in"].text() != "formData") continue;
      context.report(use.verb, "form parameters need a form media type in `consumes`")
          .note(written, "a form parameter")
          .help("add `application/x-www-form-urlencoded` or `multipart/form-data`");
      break;
    }
  }
}

}  // namespace

extern const Rule kOas2OperationFormDataConsumeCheck = {
    .id = "oas2-operation-formData-consume-check",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllSwagger,
    .summary = "operations with form parameters consume a form media type",
    .rationale =
        "Form parameters can only be sent as `application/x-www-form-urlencoded` or "
        "`multipart/form-data`; with another media type servers do not find them.",
    .bad =
        "post:\n"
        "^^^^\n"
        "  consumes: [application/json]\n"
        "  parameters:\n"
        "  - {name: photo, in: formData, type: file}\n"
        "  responses: {201: {description: stored}}\n",
    .good =
        "post:\n"
        "  consumes: [multipart/form-data]\n"
        "  parameters:\n"
        "  - {name: photo, in: formData, type: file}\n"
        "  responses: {201: {description: stored}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
