#include "spec/facts.hpp"

#include <algorithm>

namespace tizza::spec {
namespace {

constexpr std::string_view kMethods[] = {"get",     "put",  "post",  "delete",
                                         "options", "head", "patch", "trace"};
constexpr std::string_view kChannelVerbs[] = {"subscribe", "publish"};
constexpr std::string_view kCombinators[] = {"allOf", "anyOf", "oneOf",        "not",     "if",
                                             "then",  "else",  "dependencies", "contains"};

// Nobody shares an item among more addresses; without a limit, a small hostile file could ask for
// work that grows with the square of its size.
constexpr size_t kMostUses = 100;

bool is_extension(const ApiDescription& api, Node address) {
  return api.family() != Family::kAsyncApi && address.text().starts_with("x-");
}

bool is_combinator(Node label) {
  return label && std::find(std::begin(kCombinators), std::end(kCombinators), label.text()) !=
                      std::end(kCombinators);
}

}  // namespace

Facts::Facts(const ApiDescription& api) {
  if (kAllAsyncApi3.has(api.version())) {
    collect_asyncapi3(api);
  } else if (api.family() == Family::kAsyncApi) {
    collect(api, "channels", kChannelVerbs);
  } else {
    collect(api, "paths", kMethods);
  }
  collect_parts(api);
}

void Facts::collect(const ApiDescription& api, std::string_view holder,
                    std::span<const std::string_view> verbs) {
  std::unordered_map<Node, size_t, NodeHash> uses;
  for (const auto& [address, written] : api.target(api.root()[holder]).entries()) {
    const Node item = api.target(written);
    if (!item.is_mapping() || is_extension(api, address)) continue;
    addresses_.push_back({address, address, item});
    if (++uses[item] > kMostUses) continue;
    for (const auto& [verb, operation] : item.entries()) {
      if (std::find(verbs.begin(), verbs.end(), verb.text()) == verbs.end()) continue;
      const Node target = api.target(operation);
      if (!target.is_mapping()) continue;
      operations_.push_back({address, item, verb, target, role_of(api.version(), verb.text())});
    }
  }
}

void Facts::collect_asyncapi3(const ApiDescription& api) {
  for (const auto& [name, written] : api.root()["channels"].entries()) {
    const Node channel = api.target(written);
    if (!channel.is_mapping()) continue;
    const Node address = channel["address"];
    addresses_.push_back({address.is_string() ? address : Node(), name, channel});
  }
  for (const auto& [name, written] : api.root()["operations"].entries()) {
    const Node operation = api.target(written);
    if (!operation.is_mapping()) continue;
    const Node channel = api.target(operation["channel"]);
    const Node address = channel["address"];
    operations_.push_back({address.is_string() ? address : Node(), channel, name, operation,
                           role_of(api.version(), operation["action"].text())});
  }
}

void Facts::collect_parts(const ApiDescription& api) {
  for (const uint32_t index : api.of(NodeType::kSchema)) {
    const TypedNode& schema = api.nodes()[index];
    if (is_combinator(api.label(schema))) parts_.insert(schema.node);
  }
  for (const Reference& reference : api.references()) {
    if (!is_combinator(api.label(reference))) continue;
    if (const Node target = api.target(reference.holder)) parts_.insert(target);
  }
}

}  // namespace tizza::spec
