#include "spec/opened.hpp"

#include "base/strings.hpp"
#include "spec/detect.hpp"
#include "spec/diagnostics.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/walker.hpp"

namespace tizza::spec {
namespace {

constexpr size_t kMostBrokenRefs = 100;

}  // namespace

Result<OpenedDescription> open_description(const std::string& path, DocumentStore& store) {
  const auto& document = store.load(path, true);
  if (!document.ok()) return document.error();
  const auto entry = version_entry(**document);
  if (!entry) return no_description(**document);
  TIZZA_TRY(const Version version, version_of(*entry));
  RuleFindings ignored(*find_rule("misplaced-ref"), Severity::kHint, 0);
  RuleFindings broken(*find_rule("invalid-ref"), Severity::kError, kMostBrokenRefs);
  OpenedDescription opened = {
      path,
      walk(*document, version, store, {ignored, ignored, ignored, broken, ignored, ignored}),
      {}};
  DiagnosticMaker maker;
  for (const Finding& finding : broken.take()) {
    if (finding.severity == Severity::kError) opened.broken_refs.push_back(maker.make(finding));
  }
  return opened;
}

}  // namespace tizza::spec
