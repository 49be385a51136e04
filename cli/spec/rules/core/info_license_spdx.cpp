#include "base/near_names.hpp"
#include "spec/rule.hpp"
#include "spec/spdx.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  const Node identifier = typed.node["identifier"];
  if (!identifier.is_string()) return;
  const auto unknown = unknown_license(identifier.text());
  if (!unknown) return;
  auto finding =
      context.report(identifier, "{} is no SPDX license expression", quoted(identifier.text()));
  if (finding) finding.help(near_names_help(*unknown, license_ids()));
}

}  // namespace

extern const Rule kInfoLicenseSpdx = {
    .id = "info-license-spdx",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kWarn,
    .recommended = Severity::kWarn,
    .versions = Versions::range(Version::kOpenApi31, Version::kOpenApi32),
    .summary = "the identifier of the license is an SPDX expression",
    .rationale =
        "Programs that check licenses know the identifiers of the SPDX list alone; `Apache 2` "
        "is none of them, `Apache-2.0` is.",
    .bad =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  license: {name: Apache 2, identifier: Apache 2}\n"
        "                                        ^^^^^^^^\n",
    .good =
        "info:\n"
        "  title: x\n"
        "  version: x\n"
        "  license: {name: Apache 2, identifier: Apache-2.0}\n",
    .on = NodeType::kLicense,
    .check = check,
};

}  // namespace tizza::spec
