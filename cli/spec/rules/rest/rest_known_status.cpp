#include <algorithm>

#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// The registered status codes.
constexpr int kCodes[] = {100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 207,
                          208, 226, 300, 301, 302, 303, 304, 305, 307, 308, 400, 401, 402,
                          403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
                          416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451,
                          500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511};

bool is_known(std::string_view code) {
  int number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return true;  // `default`, `4XX`, or another finding
    number = number * 10 + (c - '0');
    if (number > 999) return true;
  }
  return std::binary_search(std::begin(kCodes), std::end(kCodes), number);
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    for (const auto& [code, response] : use.operation["responses"].entries()) {
      if (is_known(code.text())) continue;
      context.report(code, "status {} is not registered", quoted(code.text()));
    }
  }
}

}  // namespace

extern const Rule kRestKnownStatus = {
    .id = "rest-known-status",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "status codes are those that clients know",
    .rationale =
        "Client libraries, proxies and dashboards act by the registered codes of RFC 9110 and "
        "its companions. A code of one's own is a plain error to them.",
    .bad =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {200: {description: all}, 299: {description: nearly all}}\n"
        "                                           ^^^\n",
    .good =
        "paths:\n"
        "  /pizzas:\n"
        "    get:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
