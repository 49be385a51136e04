#include "spec/rules/rule_table.hpp"

#include "spec/rules/asyncapi/rows.hpp"
#include "spec/rules/core/rows.hpp"
#include "spec/rules/events/rows.hpp"
#include "spec/rules/oas/rows.hpp"
#include "spec/rules/owasp/rows.hpp"
#include "spec/rules/ownership/rows.hpp"
#include "spec/rules/rest/rows.hpp"

#define TIZZA_RULES(ROW)     \
  TIZZA_CORE_RULES(ROW)      \
  TIZZA_OAS_RULES(ROW)       \
  TIZZA_REST_RULES(ROW)      \
  TIZZA_OWASP_RULES(ROW)     \
  TIZZA_OWNERSHIP_RULES(ROW) \
  TIZZA_ASYNCAPI_RULES(ROW)  \
  TIZZA_EVENTS_RULES(ROW)

namespace tizza::spec {

#define TIZZA_DECLARE(rule) extern const Rule rule;
TIZZA_RULES(TIZZA_DECLARE)
#undef TIZZA_DECLARE

std::span<const Rule* const> all_rules() {
#define TIZZA_ADDRESS(rule) &rule,
  static constexpr const Rule* kRules[] = {TIZZA_RULES(TIZZA_ADDRESS)};
#undef TIZZA_ADDRESS
  return kRules;
}

const Rule* find_rule(std::string_view id) {
  for (const Rule* rule : all_rules()) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

}  // namespace tizza::spec
