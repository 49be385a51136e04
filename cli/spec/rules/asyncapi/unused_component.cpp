#include "spec/rules/asyncapi/unused_component.hpp"

#include <unordered_set>

#include "base/uri.hpp"
#include "spec/ignores.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Which entries of one mapping are referred to from outside of themselves.
class Uses {
 public:
  Uses(const ApiDescription& api, Node components) : components_(components) {
    const Document& document = api.document();
    for (const Reference& reference : api.references()) add(reference.holder, reference.target);
    // References count wherever they stand, in extensions and examples too.
    for (NodeId id = 0; id < document.node_count(); ++id) {
      const Node holder(&document, id);
      const auto text = holder["$ref"].text();
      if (!text.starts_with("#/") || api.reference_at(holder)) continue;
      add(holder, document.resolve(percent_decode(text.substr(1))));
    }
  }

  bool has(Node component) const { return used_.count(component) != 0; }

 private:
  void add(Node holder, Node target) {
    const Node component = component_of(target);
    if (component && component_of(holder) != component) used_.insert(component);
  }

  /// The entry that the node is a part of, or nothing.
  Node component_of(Node node) const {
    while (node && node.parent() != components_) node = node.parent();
    return node;
  }

  Node components_;
  std::unordered_set<Node, NodeHash> used_;
};

}  // namespace

void check_unused_components(Node components, std::string_view kind, RuleContext& context) {
  if (components.size() == 0) return;
  const Uses uses(context.api, components);
  for (const auto& [name, component] : components.entries()) {
    if (uses.has(component) || is_ignore_field(name, component)) continue;
    context.report(name, "{} {} is never used", kind, quoted(name.text()));
  }
}

}  // namespace tizza::spec
