#include "spec/rule.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const VersionInfo& latest = all_versions().back();
  if (context.api.version() == latest.version) return;
  context.report(typed.node["asyncapi"], "the latest version of AsyncAPI is {}", latest.number);
}

}  // namespace

extern const Rule kAsyncApiLatestVersion = {
    .id = "asyncapi-latest-version",
    .set = RuleSet::kSpectralAsyncApi,
    .severity = Severity::kInfo,
    .recommended = std::nullopt,
    .versions = kAllAsyncApi,
    .summary = "the description uses the latest version of AsyncAPI",
    .rationale =
        "Newer versions say more; tools give up the older ones in time. It is a "
        "reminder, not a defect.",
    .bad =
        "asyncapi: 2.6.0\n"
        "          ^^^^^\n"
        "info: {title: culinary-service, version: 1.0.0}\n",
    .good =
        "asyncapi: 3.1.0\n"
        "info: {title: culinary-service, version: 1.0.0}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
