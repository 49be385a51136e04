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

void check(const TypedNode& typed, RuleContext& context) {
  const Node own = typed.node["consumes"];
  if (takes_forms(own ? own : context.api.root()["consumes"])) return;
  for (const Node written : typed.node["parameters"].items()) {
    const Node parameter = context.api.target(written);
    if (parameter["in"].text() != "formData") continue;
    context.report(written, "a form parameter needs a form media type in `consumes`")
        .help("add `application/x-www-form-urlencoded` or `multipart/form-data`");
    return;
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
    .on = NodeType::kOperation,
    .check = check,
};

}  // namespace tizza::spec
