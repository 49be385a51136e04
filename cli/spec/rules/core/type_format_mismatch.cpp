#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

struct Format {
  std::string_view name;
  std::string_view types;  ///< Those that it belongs to.
};
constexpr Format kFormats[] = {
    {"int32", "integer number"}, {"int64", "integer number"}, {"float", "number"},
    {"double", "number"},        {"byte", "string"},          {"binary", "string"},
    {"date", "string"},          {"date-time", "string"},     {"password", "string"},
    {"email", "string"},         {"uuid", "string"},          {"uri", "string"},
    {"hostname", "string"},      {"ipv4", "string"},          {"ipv6", "string"},
};

void check(const TypedNode& typed, RuleContext& context) {
  const Node type = typed.node["type"];
  const Node format = typed.node["format"];
  if (!type.is_string() || !format.is_string()) return;
  for (const Format& known : kFormats) {
    if (known.name != format.text() || known.types.find(type.text()) != std::string_view::npos)
      continue;
    if (type.text() == "file") continue;
    context
        .report(format, "format {} does not belong to the type {}", quoted(known.name),
                quoted(type.text()))
        .note(type, "the type");
  }
}

}  // namespace

extern const Rule kTypeFormatMismatch = {
    .id = "type-format-mismatch",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllOas,
    .summary = "a format belongs to the type beside it",
    .rationale =
        "Tools ignore a format that does not fit the type: an `int64` of a string is a string "
        "without limits.",
    .bad =
        "definitions:\n"
        "  Id: {type: string, format: int64}\n",
    .good =
        "definitions:\n"
        "  Id: {type: integer, format: int64}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
