#include "spec/facts.hpp"

#include <algorithm>

namespace tizza::spec {
namespace {

constexpr std::string_view kMethods[] = {"get",     "put",  "post",  "delete",
                                         "options", "head", "patch", "trace"};
constexpr std::string_view kNewMethods[] = {"query"};  // since OpenAPI 3.2
constexpr std::string_view kChannelVerbs[] = {"subscribe", "publish"};
constexpr std::string_view kCombinators[] = {
    "allOf", "anyOf", "oneOf",        "not",      "if",
    "then",  "else",  "dependencies", "contains", "dependentSchemas"};

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

/// Admits each item so often that no file can ask for more than linear work.
class Limit {
 public:
  bool admits(Node item) { return ++uses_[item] <= kMostUses; }

 private:
  std::unordered_map<Node, size_t, NodeHash> uses_;
};

/// The entries of a mapping of addresses to items, references followed.
std::vector<AddressUse> addresses_of(const ApiDescription& api, Node written) {
  std::vector<AddressUse> found;
  for (const auto& [address, entry] : api.target(written).entries()) {
    const Node item = api.target(entry);
    if (item.is_mapping() && !is_extension(api, address)) found.push_back({address, address, item});
  }
  return found;
}

/// Adds the operations of one path or channel item under an address.
template <size_t N>
void add_operations(const ApiDescription& api, const AddressUse& use,
                    const std::string_view (&verbs)[N], std::vector<OperationUse>& found) {
  for (const auto& [verb, written] : use.item.entries()) {
    if (std::find(std::begin(verbs), std::end(verbs), verb.text()) == std::end(verbs)) continue;
    const Node operation = api.target(written);
    if (!operation.is_mapping()) continue;
    const Role role = role_of(api.version(), verb.text());
    found.push_back({use.address, use.item, verb, operation, role});
  }
}

/// Adds the operations of path items under their addresses.
void add_http(const ApiDescription& api, const std::vector<AddressUse>& addresses, Limit& limit,
              std::vector<OperationUse>& found) {
  const bool has_query = Versions(Version::kOpenApi32).has(api.version());
  for (const AddressUse& use : addresses) {
    if (!limit.admits(use.item)) continue;
    add_operations(api, use, kMethods, found);
    if (!has_query) continue;
    add_operations(api, use, kNewMethods, found);
    for (const auto& [verb, written] : use.item["additionalOperations"].entries()) {
      const Node operation = api.target(written);
      if (!operation.is_mapping()) continue;
      found.push_back({use.address, use.item, verb, operation, Role::kNone});
    }
  }
}

}  // namespace

Facts::Facts(const ApiDescription& api) {
  if (kAllAsyncApi3.has(api.version())) {
    collect_asyncapi3(api);
  } else if (api.family() == Family::kAsyncApi) {
    collect_asyncapi2(api);
  } else {
    collect_paths(api);
  }
  collect_parts(api);
}

void Facts::collect_asyncapi2(const ApiDescription& api) {
  addresses_ = addresses_of(api, api.root()["channels"]);
  Limit limit;
  for (const AddressUse& use : addresses_) {
    if (!limit.admits(use.item)) continue;
    // In a fixed order, so that it does not hang on the text which of two equal ids is the second.
    for (const auto verb : kChannelVerbs) {
      const std::string_view only[] = {verb};
      add_operations(api, use, only, operations_);
    }
  }
}

void Facts::collect_paths(const ApiDescription& api) {
  addresses_ = addresses_of(api, api.root()["paths"]);
  Limit limit;
  add_http(api, addresses_, limit, operations_);
  add_http(api, addresses_of(api, api.root()["webhooks"]), limit, webhooks_);
  for (const uint32_t callback : api.of(NodeType::kCallback)) {
    add_http(api, addresses_of(api, api.nodes()[callback].node), limit, callbacks_);
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
