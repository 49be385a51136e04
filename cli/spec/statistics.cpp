#include "spec/statistics.hpp"

#include <algorithm>
#include <set>

#include "spec/facts.hpp"

namespace tizza::spec {
namespace {

size_t count_of(const ApiDescription& api, NodeType type) {
  return api.of(type).size();
}

/// Schemas that reusable parts of the description hold under a name.
size_t named_schemas(const ApiDescription& api) {
  const bool is_swagger = api.family() == Family::kSwagger;
  const Node section = is_swagger ? api.root()["definitions"] : api.root()["components"]["schemas"];
  return section.is_mapping() ? section.size() : 0;
}

size_t documents(const ApiDescription& api) {
  std::set<const Document*> found = {&api.document()};
  for (const TypedNode& typed : api.nodes()) found.insert(&typed.node.document());
  return found.size();
}

size_t deprecated_operations(const Facts& facts) {
  return static_cast<size_t>(
      std::count_if(facts.operations().begin(), facts.operations().end(),
                    [](const auto& use) { return use.operation["deprecated"].as_bool() == true; }));
}

size_t external_references(const ApiDescription& api) {
  return static_cast<size_t>(
      std::count_if(api.references().begin(), api.references().end(), [](const Reference& ref) {
        return ref.target && &ref.target.document() != &ref.holder.document();
      }));
}

}  // namespace

Statistics statistics(const OpenedDescription& opened) {
  const ApiDescription& api = opened.api;
  const Facts facts(api);
  const std::string_view key = info(api.family()).key;
  Statistics made = {opened.path, std::string(key), std::string(api.root()[key].text()), {}};
  const auto add = [&](std::string name, size_t count) {
    made.counts.emplace_back(std::move(name), count);
  };
  const bool is_async = api.family() == Family::kAsyncApi;
  add(is_async ? "channels" : "paths", facts.addresses().size());
  add("operations", facts.operations().size());
  add("deprecated operations", deprecated_operations(facts));
  if (kAllOpenApi3.has(api.version())) {
    add("webhooks", facts.webhooks().size());
    add("callbacks", facts.callbacks().size());
    add("links", count_of(api, NodeType::kLink));
  }
  if (is_async) {
    add("messages", count_of(api, NodeType::kMessage));
    add("servers", count_of(api, NodeType::kServer));
  } else {
    add("responses", count_of(api, NodeType::kResponse));
  }
  add("parameters", count_of(api, NodeType::kParameter));
  add("named schemas", named_schemas(api));
  add("schemas", count_of(api, NodeType::kSchema));
  add("security schemes", count_of(api, NodeType::kSecurityScheme));
  add("tags", api.root()["tags"].size());
  add("references", api.references().size());
  add("references to other files", external_references(api));
  add("broken references", opened.broken_refs.size());
  add("files", documents(api));
  return made;
}

}  // namespace tizza::spec
