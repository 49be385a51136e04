#include "spec/rule.hpp"
#include "spec/rules/fields.hpp"
#include "spec/rules/http.hpp"

namespace tizza::spec {
namespace {

/// Whether a segment such as `v1` or `v2.1` is in the path or URL.
bool has_version(std::string_view address) {
  for (const auto segment : path_segments(address)) {
    if (segment.size() > 1 && (segment[0] == 'v' || segment[0] == 'V') && segment[1] >= '0' &&
        segment[1] <= '9')
      return true;
  }
  return address.find("{version}") != std::string_view::npos;
}

void check(const TypedNode& typed, RuleContext& context) {
  const auto base = typed.node.find("basePath");
  if (base && has_version(base->value.text())) return;
  for (const Node server : typed.node["servers"].items()) {
    if (has_version(server["url"].text())) return;
  }
  const auto& addresses = context.facts.addresses();
  if (addresses.empty()) return;
  for (const AddressUse& use : addresses) {
    if (has_version(use.address.text())) return;
  }
  const auto servers = typed.node.find("servers");
  const Place place = base      ? Place(base->value)
                      : servers ? Place(servers->key)
                                : head_of(typed.node);
  context.report(place, "no version is in the base path").help("make it `/v1`");
}

}  // namespace

extern const Rule kRestVersionedPath = {
    .id = "rest-versioned-path",
    .set = RuleSet::kTizzaRest,
    .severity = Severity::kWarn,
    .recommended = std::nullopt,
    .versions = kAllOas,
    .summary = "the addresses of the API carry its major version",
    .rationale =
        "A breaking change needs a second version beside the first for a while. Without a "
        "version in the base path there is no room for it.",
    .bad =
        "basePath: /api\n"
        "          ^^^^\n"
        "paths:\n"
        "  /pizzas: {}\n",
    .good =
        "basePath: /api/v1\n"
        "paths:\n"
        "  /pizzas: {}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
