#include "spec/rules/oas/foreign_keyword.hpp"

namespace tizza::spec {

void report_keyword(std::string_view keyword, RuleContext& context) {
  const Document& document = context.api.document();
  if (document.source()->text().find(keyword) == std::string_view::npos) return;
  for (NodeId id = 0; id < document.node_count(); ++id) {
    const auto found = Node(&document, id).find(keyword);
    if (!found) continue;
    context.report(found->key, "`{}` is not a keyword of Swagger 2.0", keyword)
        .help("write the schema with `allOf`, or move to OpenAPI 3.0");
  }
}

}  // namespace tizza::spec
