#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// `id`, `pizzaId`, `pizza_id`, `pizza-id`, `ID`.
bool is_id(std::string_view name) {
  if (name == "id" || name == "ID" || name == "Id") return true;
  return name.ends_with("Id") || name.ends_with("ID") || name.ends_with("_id") ||
         name.ends_with("-id");
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node name = typed.node["name"];
  const auto in = typed.node["in"].text();
  if ((in != "path" && in != "query") || !is_id(name.text())) return;
  if (!has_type(value_schema(context.api, typed.node), "integer")) return;
  context
      .report(by_field(typed.node, "name"), "id {} is a number that can be guessed",
              quoted(name.text()))
      .help("use a random id: `type: string, format: uuid`");
}

}  // namespace

extern const Rule kOwaspNoNumericIds = {
    .id = "owasp-no-numeric-ids",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "ids in paths and queries cannot be guessed",
    .rationale =
        "API1:2023, broken object level authorization: whoever sees `/pizzas/17` tries 18. A "
        "random id such as a UUID does not replace the check of rights, and takes away the easy "
        "way round a forgotten one.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    parameters:\n"
        "    - {name: id, in: path, required: true, type: integer}\n"
        "             ^^\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    parameters:\n"
        "    - {name: id, in: path, required: true, type: string, format: uuid}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
