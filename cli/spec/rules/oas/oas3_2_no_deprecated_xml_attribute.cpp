#include "spec/rule.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto attribute = typed.node.find("attribute");
  if (!attribute || attribute->value.as_bool() != true) return;
  auto finding =
      context.report({typed.node, attribute->key.span()}, "`attribute` of `xml` is deprecated");
  finding.help("write `nodeType: attribute`");
  if (!finding || typed.node["nodeType"]) return;
  finding.fix(replace_scalar(attribute->key, "nodeType"))
      .fix(replace_scalar(attribute->value, "attribute"));
}

}  // namespace

extern const Rule kOas32NoDeprecatedXmlAttribute = {
    .id = "oas3_2-no-deprecated-xml-attribute",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kInfo,
    .versions = Version::kOpenApi32,
    .summary = "`xml.nodeType` is used for `xml.attribute`",
    .rationale =
        "OpenAPI 3.2 deprecates `attribute: true`; `nodeType: attribute` says the same and "
        "knows the other kinds of nodes too.",
    .bad =
        "components:\n"
        "  schemas:\n"
        "    Pizza:\n"
        "      type: object\n"
        "      properties:\n"
        "        id: {type: integer, xml: {attribute: true}}\n"
        "                                  ^^^^^^^^^\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Pizza:\n"
        "      type: object\n"
        "      properties:\n"
        "        id: {type: integer, xml: {nodeType: attribute}}\n",
    .fix = "write `nodeType: attribute`",
    .on = NodeType::kXml,
    .check = check,
};

}  // namespace tizza::spec
