#include <algorithm>
#include <string>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kWords[] = {
    "callback", "callbackurl", "redirect",   "redirecturl", "redirecturi", "returnurl", "url",
    "uri",      "webhook",     "webhookurl", "target",      "targeturl",   "nexturl",   "imageurl"};

void check(const TypedNode& typed, RuleContext& context) {
  if (typed.node["in"].text() == "body") return;
  std::string plain;
  for (const char c : to_lower(typed.node["name"].text())) {
    if (c != '-' && c != '_') plain += c;
  }
  if (std::find(std::begin(kWords), std::end(kWords), plain) == std::end(kWords)) return;
  context
      .report(by_field(typed.node, "name"), "parameter {} may make the service call any address",
              quoted(typed.node["name"].text()))
      .help("allow known addresses alone, and say so in the description");
}

}  // namespace

extern const Rule kOwaspConcerningUrlParameter = {
    .id = "owasp-concerning-url-parameter",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "parameters that hold URLs are looked at",
    .rationale =
        "API7:2023, server side request forgery: a service that fetches a URL from a request "
        "can be sent to its own network.",
    .bad =
        "parameters:\n"
        "  callback: {name: callbackUrl, in: query, type: string}\n"
        "                   ^^^^^^^^^^^\n",
    .good =
        "parameters:\n"
        "  callback: {name: callbackId, in: query, type: string}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
