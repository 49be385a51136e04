#include "spec/rules/asyncapi/object_schema.hpp"

#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {

void check_object_schema(Node holder, std::string_view field, RuleContext& context) {
  const auto written = holder.find(field);
  if (!written) return;
  const Node schema = context.api.target(written->value);
  if (!schema.is_mapping()) return;  // no schema at all is another finding
  const auto type = schema.find("type");
  if (!type) {
    const bool is_here = schema == written->value;
    context.report(is_here ? Place(written->key) : head_of(schema),
                   "the schema of `{}` must say `type: object`", field);
  } else if (type->value.text() != "object") {
    context.report(type->value, "the schema of `{}` must have the type `object`, not {}", field,
                   described(type->value));
  }
}

}  // namespace tizza::spec
