#include <algorithm>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kEnvironments[] = {"local", "sandbox", "alpha",    "beta",
                                              "next",  "prod",    "stag",     "test",
                                              "qa",    "dev",     "internal", "live"};

void check(const TypedNode& typed, RuleContext& context) {
  for (const Node server : typed.node["servers"].items()) {
    if (!server.is_mapping()) continue;
    const auto text = to_lower(server["description"].text());
    const bool names_one =
        std::any_of(std::begin(kEnvironments), std::end(kEnvironments),
                    [&](std::string_view word) { return text.find(word) != std::string::npos; });
    if (!names_one)
      context.report(by_field(server, "url"),
                     "the description of the server does not say which environment it is");
  }
}

}  // namespace

extern const Rule kOwaspInventoryEnvironment = {
    .id = "owasp-inventory-environment",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOpenApi3,
    .summary = "servers say which environment they are",
    .rationale =
        "API9:2023, improper inventory management: test systems with real data stay open "
        "because nobody knows that they are there.",
    .bad =
        "servers:\n"
        "- {url: 'https://api.tizza.com/v1'}\n"
        "        ^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "- {url: 'https://api.tizza.com/v1', description: production}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
