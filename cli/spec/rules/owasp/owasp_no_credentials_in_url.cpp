#include <algorithm>
#include <string>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kCredentials[] = {
    "accesstoken",  "apikey", "auth",       "authorization", "authtoken", "clientsecret",
    "idtoken",      "key",    "passphrase", "password",      "passwd",    "pwd",
    "refreshtoken", "secret", "sessionid",  "token"};

void check(const TypedNode& typed, RuleContext& context) {
  const auto in = typed.node["in"].text();
  if (in != "query" && in != "path") return;
  std::string plain;
  for (const char c : to_lower(typed.node["name"].text())) {
    if (c != '-' && c != '_') plain += c;
  }
  if (std::find(std::begin(kCredentials), std::end(kCredentials), plain) == std::end(kCredentials))
    return;
  context
      .report(by_field(typed.node, "name"), "{} parameter {} puts a credential into the URL", in,
              quoted(typed.node["name"].text()))
      .help("send it in a header");
}

}  // namespace

extern const Rule kOwaspNoCredentialsInUrl = {
    .id = "owasp-no-credentials-in-url",
    .set = RuleSet::kTizzaOwasp,
    .severity = Severity::kError,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "no parameter in the URL carries a credential",
    .rationale =
        "API2:2023: a token or password in the URL is in browser histories, referrer headers "
        "and the logs of every proxy.",
    .bad =
        "parameters:\n"
        "  token: {name: access_token, in: query, type: string}\n"
        "                ^^^^^^^^^^^^\n",
    .good =
        "parameters:\n"
        "  token: {name: Authorization, in: header, type: string}\n",
    .on = NodeType::kParameter,
    .check = check,
};

}  // namespace tizza::spec
