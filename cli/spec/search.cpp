#include "spec/search.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.hpp"
#include "spec/facts.hpp"

namespace tizza::spec {
namespace {

constexpr size_t kMostCarriers = 20;
constexpr size_t kMostHits = 1000;

std::string first_line(std::string_view text) {
  text = trim(text);
  return std::string(text.substr(0, text.find('\n')));
}

std::string summary_of(Node node) {
  for (const auto key : {"summary", "title", "description"}) {
    if (node[key].is_string()) return first_line(node[key].text());
  }
  return {};
}

/// Which operations, channels and messages lead to a schema, by whatever chain of references.
class Carriers {
 public:
  Carriers(const ApiDescription& api, const Facts& facts) : api_(api) {
    for (const OperationUse& use : facts.operations()) name(use);
    for (const OperationUse& use : facts.webhooks()) name(use);
    for (uint32_t i = 0; i < api.nodes().size(); ++i) index_.emplace(api.nodes()[i].node, i);
    for (const Reference& reference : api.references()) {
      if (reference.target) referrers_[reference.target].push_back(reference.parent);
    }
  }

  static std::string operation_name(const OperationUse& use) {
    const std::string address(use.address ? use.address.text() : "");
    std::string verb(use.verb.text());
    if (address.starts_with('/')) {
      std::transform(verb.begin(), verb.end(), verb.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    }
    return verb + (address.empty() ? "" : " " + address);
  }

  bool is_referred(Node node) const { return referrers_.count(node) != 0; }

  std::vector<std::string> of(Node start) const {
    std::vector<std::string> found;
    std::unordered_set<Node, NodeHash> seen;
    std::vector<Node> queue = {start};
    while (!queue.empty() && found.size() < kMostCarriers) {
      const Node node = queue.back();
      queue.pop_back();
      if (!seen.insert(node).second) continue;
      if (const auto known = names_.find(node); known != names_.end()) {
        if (std::find(found.begin(), found.end(), known->second) == found.end()) {
          found.push_back(known->second);
        }
        continue;
      }
      if (const auto at = index_.find(node); at != index_.end()) {
        const TypedNode& typed = api_.nodes()[at->second];
        if (typed.parent != kNoIndex) queue.push_back(api_.parent(typed).node);
      }
      if (const auto by = referrers_.find(node); by != referrers_.end()) {
        for (const uint32_t parent : by->second) {
          if (parent != kNoIndex) queue.push_back(api_.nodes()[parent].node);
        }
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  void name(const OperationUse& use) { names_.emplace(use.operation, operation_name(use)); }

  const ApiDescription& api_;
  std::unordered_map<Node, std::string, NodeHash> names_;
  std::unordered_map<Node, uint32_t, NodeHash> index_;
  std::unordered_map<Node, std::vector<uint32_t>, NodeHash> referrers_;
};

class Search {
 public:
  Search(const ApiDescription& api, const std::string& query)
      : api_(api), facts_(api), carriers_(api, facts_), whole_(to_lower(trim(query))) {
    for (const auto word : split(whole_, ' ')) {
      if (!word.empty()) words_.emplace_back(word);
    }
  }

  std::vector<SearchHit> run() {
    if (words_.empty()) return {};
    for (const AddressUse& use : facts_.addresses()) {
      if (api_.family() == Family::kAsyncApi) add("channel", use.key.text(), use.item, use.key);
    }
    for (const OperationUse& use : facts_.operations()) add_operation("operation", use);
    for (const OperationUse& use : facts_.webhooks()) add_operation("webhook", use);
    for (const TypedNode& typed : api_.nodes()) add(typed);
    std::stable_sort(hits_.begin(), hits_.end(),
                     [](const Hit& a, const Hit& b) { return a.distance < b.distance; });
    if (hits_.size() > kMostHits) hits_.resize(kMostHits);
    std::vector<SearchHit> found;
    for (const Hit& hit : hits_) found.push_back(finished(hit));
    return found;
  }

 private:
  /// What is kept of a hit until it is known which are shown.
  struct Hit {
    const char* kind;
    std::string name;
    Node node;
    Node at;
    Node schema;  ///< Whose carriers are asked for; nothing for other kinds.
    int distance;
  };

  SearchHit finished(const Hit& hit) const {
    const Node at = hit.at ? hit.at : hit.node;
    SearchHit made = {hit.kind,     hit.name, summary_of(hit.node), at.location(),
                      at.pointer(), {},       hit.distance};
    if (hit.schema) made.carriers = carriers_.of(hit.schema);
    return made;
  }

  void add_operation(const char* kind, const OperationUse& use) {
    const std::string name = Carriers::operation_name(use);
    add(kind, name, use.operation, use.verb, use.operation["operationId"].text());
  }

  void add(const TypedNode& typed) {
    const Node label = api_.label(typed);
    switch (typed.type()) {
      case NodeType::kSchema:
        if (const Node name = name_of(typed)) add_schema(name.text(), typed.node, name);
        return;
      case NodeType::kMessage:
        return add("message", message_name(typed.node, label), typed.node, label);
      case NodeType::kParameter:
        if (typed.node["name"].is_string()) {
          add("parameter", typed.node["name"].text(), typed.node, typed.node["name"]);
        }
        return;
      default:
        return;
    }
  }

  static std::string_view message_name(Node message, Node label) {
    for (const auto key : {"name", "messageId"}) {
      if (message[key].is_string()) return message[key].text();
    }
    return label ? label.text() : "";
  }

  /// The key of a schema with a name of its own: a component, or what references find in another
  /// file; nothing for parts of other schemas.
  Node name_of(const TypedNode& typed) const {
    const bool is_own = &typed.node.document() == &api_.document();
    if (!is_own) return carriers_.is_referred(typed.node) ? typed.node.key() : Node();
    if (typed.parent == kNoIndex) return {};
    const NodeType holder = api_.parent(typed).type();
    const bool is_component = holder == NodeType::kComponents || holder == NodeType::kRoot;
    return is_component ? api_.label(typed) : Node();
  }

  void add_schema(std::string_view name, Node schema, Node label) {
    add("schema", name, schema, label, {}, schema);
    for (const auto& [key, property] : schema["properties"].entries()) {
      const std::string whole = std::string(name) + "." + std::string(key.text());
      add("property", whole, property, key, key.text(), schema);
    }
  }

  void add(const char* kind, std::string_view name, Node node, Node at, std::string_view id = {},
           Node schema = {}) {
    const auto distance = distance_of(name, id, node);
    if (distance) hits_.push_back({kind, std::string(name), node, at, schema, *distance});
  }

  std::optional<int> distance_of(std::string_view name, std::string_view id, Node node) const {
    const std::string low = to_lower(name);
    const std::string low_id = to_lower(id);
    if (low == whole_ || low_id == whole_) return 0;
    if (low.starts_with(whole_) || low_id.starts_with(whole_)) return 1;
    if (holds_all(low + " " + low_id)) return 2;
    std::string text = low + " " + low_id;
    for (const auto key : {"title", "summary", "description"}) {
      if (node[key].is_string()) text += " " + to_lower(node[key].text());
    }
    return holds_all(text) ? std::optional(3) : std::nullopt;
  }

  bool holds_all(const std::string& text) const {
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return text.find(word) != std::string::npos;
    });
  }

  const ApiDescription& api_;
  const Facts facts_;
  const Carriers carriers_;
  std::string whole_;
  std::vector<std::string> words_;
  std::vector<Hit> hits_;
};

}  // namespace

std::vector<SearchHit> search(const OpenedDescription& opened, const std::string& query) {
  return Search(opened.api, query).run();
}

}  // namespace tizza::spec
