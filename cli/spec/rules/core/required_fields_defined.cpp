#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Keywords that may define properties elsewhere or allow any.
constexpr std::string_view kOpenings[] = {"allOf",        "anyOf", "oneOf", "not",
                                          "if",           "then",  "else",  "patternProperties",
                                          "dependencies", "$ref"};

bool may_have_others(Node schema) {
  for (const auto keyword : kOpenings) {
    if (schema.find(keyword)) return true;
  }
  const Node additional = schema["additionalProperties"];
  return additional.is_mapping() || additional.as_bool() == true;
}

void check(const TypedNode& typed, RuleContext& context) {
  const Node schema = typed.node;
  const Node required = schema["required"];
  if (!required.is_sequence() || may_have_others(schema)) return;
  const auto properties = schema.find("properties");
  const bool is_object = properties || schema["type"].text() == "object";
  if (!is_object || context.facts.is_part(typed)) return;
  for (const Node name : required.items()) {
    if (!name.is_string() || (properties && properties->value[name.text()])) continue;
    auto finding = context.report(name, "required property {} is not defined", quoted(name.text()));
    if (!finding) continue;
    if (properties) finding.note(properties->key, "not in here");
    std::vector<std::string> names;
    if (properties) {
      for (const auto& [key, value] : properties->value.entries()) names.emplace_back(key.text());
    }
    finding.help(near_names_help(name.text(), names));
  }
}

}  // namespace

extern const Rule kRequiredFieldsDefined = {
    .id = "required-fields-defined",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = kAllVersions,
    .summary = "a schema defines the properties that it requires",
    .rationale =
        "A property that is required but not described has no type: clients must send something "
        "and cannot know what. Mostly the property was renamed in one of the two places.",
    .bad =
        "type: object\n"
        "required: [name]\n"
        "           ^^^^\n"
        "properties:\n"
        "  title: {type: string}\n",
    .good =
        "type: object\n"
        "required: [title]\n"
        "properties:\n"
        "  title: {type: string}\n",
    .on = NodeType::kSchema,
    .check = check,
};

}  // namespace tizza::spec
