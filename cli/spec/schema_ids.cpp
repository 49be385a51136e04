#include "spec/schema_ids.hpp"

#include <algorithm>
#include <vector>

#include "base/uri.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kIds[] = {"$id", "$self"};
constexpr std::string_view kAnchors[] = {"$anchor", "$dynamicAnchor"};
/// Their entries have free names.
constexpr std::string_view kNameMaps[] = {"properties",       "patternProperties", "$defs",
                                          "dependentSchemas", "definitions",       "schemas"};
/// What stands here is data, whatever it looks like.
constexpr std::string_view kData[] = {"example", "examples", "default",  "enum",
                                      "const",   "value",    "dataValue"};

template <size_t N>
bool is_one_of(std::string_view key, const std::string_view (&keys)[N]) {
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

bool may_hold_names(std::string_view text) {
  const auto holds = [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  };
  return std::any_of(std::begin(kIds), std::end(kIds), holds) ||
         std::any_of(std::begin(kAnchors), std::end(kAnchors), holds);
}

}  // namespace

SchemaIds::SchemaIds(const Document& document) {
  if (may_hold_names(document.source()->text())) scan(document);
}

void SchemaIds::scan(const Document& document) {
  static const std::string kNoBase;
  std::vector<bool> seen(document.node_count());
  std::vector<Step> steps = {{document.root().id(), &kNoBase, false}};
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    if (seen[step.node]) continue;
    seen[step.node] = true;
    const Node node(&document, step.node);
    const std::string* base = step.holds_names ? step.base : name(node, step.base);
    for (const Node item : node.items()) steps.push_back({item.id(), base, false});
    for (const auto& [key, value] : node.entries()) {
      if (value.is_scalar()) continue;
      const bool is_data = is_one_of(key.text(), kData) || key.text().starts_with("x-");
      if (is_data && !step.holds_names) continue;
      const bool holds_names = !step.holds_names && is_one_of(key.text(), kNameMaps);
      steps.push_back({value.id(), base, holds_names});
    }
  }
}

const std::string* SchemaIds::name(Node schema, const std::string* base) {
  for (const auto key : kIds) {
    const Node id = schema[key];
    if (!id.is_string()) continue;
    const auto made = bases_.emplace(schema.id(), without_fragment(resolve_uri(*base, id.text())));
    base = &made.first->second;
    places_.emplace(*base, schema);
  }
  for (const auto key : kAnchors) {
    const Node anchor = schema[key];
    if (anchor.is_string()) places_.emplace(*base + "#" + std::string(anchor.text()), schema);
  }
  return base;
}

std::string_view SchemaIds::base(Node node) const {
  if (bases_.empty()) return {};
  for (; node; node = node.parent()) {
    const auto found = bases_.find(node.id());
    if (found != bases_.end()) return found->second;
  }
  return {};
}

Node SchemaIds::find(std::string_view uri) const {
  if (const auto found = places_.find(uri); found != places_.end()) return found->second;
  const auto resource = places_.find(without_fragment(uri));
  if (resource == places_.end()) return {};
  const std::string fragment = percent_decode(split_uri(uri).fragment.value_or(""));
  if (fragment.empty()) return resource->second;
  if (fragment[0] != '/') return {};
  return resource->second.document().resolve(resource->second.pointer() + fragment);
}

}  // namespace tizza::spec
