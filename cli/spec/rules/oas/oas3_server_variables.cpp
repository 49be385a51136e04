#include <algorithm>

#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check_variable(Node name, Node variable, RuleContext& context) {
  const auto value = variable.find("default");
  const Node values = variable["enum"];
  if (!value) {
    context.report(name, "server variable {} has no default", quoted(name.text()));
    return;
  }
  if (!values.is_sequence()) return;
  for (const Node allowed : values.items()) {
    if (allowed.text() == value->value.text()) return;
  }
  context.report(value->value, "default {} of server variable {} is not in its `enum`",
                 quoted(value->value.text()), quoted(name.text()));
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node url = typed.node["url"];
  const auto variables = typed.node.find("variables");
  const auto used = template_names(url.text());
  const auto is_used = [&](std::string_view name) {
    return std::find(used.begin(), used.end(), name) != used.end();
  };
  for (const auto name : used) {
    if (variables && variables->value[name]) continue;
    const Place place = variables ? Place(variables->key) : Place(typed.node, url.span());
    context.report(place, "server variable {} is not defined", quoted(name))
        .note(url, "the URL needs it");
  }
  if (!variables) return;
  for (const auto& [name, variable] : variables->value.entries()) {
    if (is_used(name.text())) {
      check_variable(name, variable, context);
    } else {
      context.report(name, "server variable {} is not in the URL", quoted(name.text()))
          .note(url, "the URL");
    }
  }
}

}  // namespace

extern const Rule kOas3ServerVariables = {
    .id = "oas3-server-variables",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3,
    .summary = "variables of server URLs are defined, used, and have a default among their values",
    .rationale =
        "A URL can only be built where each name in braces is a variable with a default that is "
        "one of its values.",
    .bad =
        "servers:\n"
        "- url: https://{region}.tizza.com\n"
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "- url: https://{region}.tizza.com\n"
        "  variables:\n"
        "    region: {default: eu, enum: [eu, us]}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
