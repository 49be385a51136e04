#include "spec/rule.hpp"
#include "spec/rules/http.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kChanges[] = {"create", "update",   "delete",     "remove", "destroy",
                                         "insert", "modify",   "add",        "set",    "reset",
                                         "cancel", "activate", "deactivate", "purge"};

/// Whether a name starts with a word for a change: `deletePizza`, `delete-pizza`, `delete`.
bool names_change(std::string_view name) {
  for (const auto word : kChanges) {
    if (!name.starts_with(word)) continue;
    if (name.size() == word.size()) return true;
    const char next = name[word.size()];
    if (next == '-' || next == '_' || (next >= 'A' && next <= 'Z')) return true;
  }
  return false;
}

void check(const TypedNode&, RuleContext& context) {
  for (const OperationUse& use : context.facts.operations()) {
    if (use.verb.text() != "get" && use.verb.text() != "head") continue;
    const auto segments = path_segments(use.address.text());
    const Node id = use.operation["operationId"];
    const bool by_path = !segments.empty() && names_change(segments.back());
    if (!by_path && !names_change(id.text())) continue;
    context
        .report(use.verb, "`{}` of {} reads like a change: {}", use.verb.text(),
                quoted(use.address.text()), quoted(by_path ? segments.back() : id.text()))
        .help("use POST, PUT, PATCH or DELETE for what changes something");
  }
}

}  // namespace

extern const Rule kRestGetIsSafe = {
    .id = "rest-get-is-safe",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "GET and HEAD change nothing",
    .rationale =
        "Browsers, caches and proxies repeat and prefetch GET requests at will. An operation "
        "that deletes or creates something by GET is run by all of them.",
    .bad =
        "paths:\n"
        "  /pizzas/{id}/delete:\n"
        "    get:\n"
        "    ^^^\n"
        "      responses: {200: {description: it}}\n",
    .good =
        "paths:\n"
        "  /pizzas/{id}:\n"
        "    delete:\n"
        "      responses: {200: {description: it}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
