#include "spec/rules/reference_targets.hpp"

#include "base/uri.hpp"

namespace tizza::spec {

bool ReferenceTargets::has_parent_of(Node schema) const {
  for (const Node part : schema["allOf"].items()) {
    const Node parent = part["$ref"] ? api_.target(part) : Node();
    if (parent && parent["discriminator"] && has(parent)) return true;
  }
  return false;
}

ReferenceTargets::ReferenceTargets(const ApiDescription& api) : api_(api) {
  for (const Reference& reference : api.references()) add(reference.target);
  const Document& document = api.document();
  for (NodeId id = 0; id < document.node_count(); ++id) {
    const Node holder(&document, id);
    const Node value = holder["$ref"];
    if (!value.is_string() || api.reference_at(holder)) continue;
    const auto text = value.text();
    if (text.starts_with("#/")) add(document.resolve(percent_decode(text.substr(1))));
  }
}

void ReferenceTargets::add(Node target) {
  for (Node node = target; node && used_.insert(node).second; node = node.parent()) {
  }
}

}  // namespace tizza::spec
