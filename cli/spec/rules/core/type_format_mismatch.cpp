#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

struct Format {
  std::string_view name;
  std::string_view types;  ///< Those that it belongs to.
};
constexpr Format kFormats[] = {
    {"int32", "integer number"}, {"int64", "integer number string"},
    {"float", "number"},         {"double", "number"},
    {"byte", "string"},          {"binary", "string"},
    {"date", "string"},          {"date-time", "string"},
    {"password", "string"},      {"email", "string"},
    {"uuid", "string"},          {"uri", "string"},
    {"hostname", "string"},      {"ipv4", "string"},
    {"ipv6", "string"},
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
        "Tools ignore a format that does not fit the type: an `int32` of a string is a string "
        "without "
        "limits. An `int64` may be a string, as JavaScript cannot hold all of its values.",
    .bad =
        "definitions:\n"
        "  Slices: {type: string, format: int32}\n"
        "                                 ^^^^^\n",
    .good =
        "definitions:\n"
        "  Slices: {type: integer, format: int32}\n",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader},
    .check = check,
};

}  // namespace tizza::spec
