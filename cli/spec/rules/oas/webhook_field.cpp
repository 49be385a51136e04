#include "spec/rules/oas/webhook_field.hpp"

#include "spec/wording.hpp"

namespace tizza::spec {

void check_no_webhook_field(Node root, std::string_view field, std::string_view what,
                            RuleContext& context) {
  for (const auto& [name, written] : root["webhooks"].entries()) {
    for (const auto& [verb, operation] : context.api.target(written).entries()) {
      const auto found = operation.find(field);
      if (found) context.report(found->key, "webhook {} {}", quoted(name.text()), what);
    }
  }
}

}  // namespace tizza::spec
