#include "spec/rule.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const auto attribute = typed.node.find("attribute");
  if (!attribute || attribute->value.as_bool() != true) return;
  context.report({typed.node, attribute->key.span()}, "`attribute` of `xml` is deprecated")
      .help("write `nodeType: attribute`");
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
        "        id: {type: integer, xml: {attribute: true}}\n",
    .good =
        "components:\n"
        "  schemas:\n"
        "    Pizza:\n"
        "      type: object\n"
        "      properties:\n"
        "        id: {type: integer, xml: {nodeType: attribute}}\n",
    .on = NodeType::kXml,
    .check = check,
};

}  // namespace tizza::spec
