#include <algorithm>
#include <unordered_map>

#include "schema/equality.hpp"
#include "spec/rule.hpp"
#include "spec/wording.hpp"
#include "text/edits.hpp"

namespace tizza::spec {
namespace {

void check(const TypedNode& typed, RuleContext& context) {
  std::unordered_multimap<uint64_t, Node> seen;
  const Node values = typed.node["enum"];
  for (size_t i = 0; i < values.size(); ++i) {
    const Node value = values.at(i);
    const uint64_t hash = schema::hash(value);
    const auto [begin, end] = seen.equal_range(hash);
    const auto twin = std::find_if(
        begin, end, [&](const auto& other) { return schema::equal(other.second, value); });
    if (twin == end) {
      seen.emplace(hash, value);
      continue;
    }
    auto finding =
        context.report({values, value.span()}, "{} stands twice in the enum", described(value));
    if (finding) finding.note(twin->second, "first here").fix(remove_item(values, i));
  }
}

}  // namespace

extern const Rule kDuplicatedEntryInEnum = {
    .id = "duplicated-entry-in-enum",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kWarn,
    .recommended = Severity::kError,
    .versions = kAllVersions,
    .summary = "the values of an enum are distinct",
    .rationale =
        "JSON Schema asks for it, and generated code has one constant too many, or one of "
        "the two was meant to be another value.",
    .bad =
        "enum: [small, large, small]\n"
        "                     ^^^^^\n",
    .good = "enum: [small, medium, large]\n",
    .fix = "take the second one away",
    .on = {NodeType::kSchema, NodeType::kParameter, NodeType::kItems, NodeType::kHeader,
           NodeType::kServerVariable},
    .check = check,
};

}  // namespace tizza::spec
