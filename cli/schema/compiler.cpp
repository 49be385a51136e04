#include "schema/compiler.hpp"

#include <fmt/core.h>

#include <charconv>
#include <utility>

#include "base/uri.hpp"
#include "schema/messages.hpp"
#include "schema/metaschemas.hpp"
#include "text/pointer.hpp"
#include "text/reader.hpp"

namespace tizza::schema {
namespace {

Node child(Node node, const std::string& token) {
  if (node.is_mapping()) return node[token];
  size_t index = 0;
  const char* end = token.data() + token.size();
  const auto parsed = std::from_chars(token.data(), end, index);
  const bool is_index = parsed.ec == std::errc() && parsed.ptr == end;
  return node.is_sequence() && is_index ? node.at(index) : Node();
}

/// The schemas that stand directly in the value of a keyword.
void collect_schemas(Holds holds, Node value, std::vector<Node>& schemas) {
  switch (holds) {
    case Holds::kNothing:
      return;
    case Holds::kSchema:
      schemas.push_back(value);
      return;
    case Holds::kSchemaOrList:
      if (!value.is_sequence()) schemas.push_back(value);
      [[fallthrough]];
    case Holds::kList:
      for (const Node item : value.items()) schemas.push_back(item);
      return;
    case Holds::kMapping:
    case Holds::kMappingOrNames:
      for (const auto& [key, item] : value.entries()) {
        if (!item.is_sequence()) schemas.push_back(item);
      }
      return;
  }
}

bool ignores_siblings(Node schema, Dialect dialect) {
  return dialect < Dialect::kDraft201909 && schema["$ref"].is_string();
}

/// The keyword that gives a schema a URI of its own; Swagger 2.0 and OpenAPI 3.0 have none.
std::string_view id_keyword(Dialect dialect) {
  if (dialect == Dialect::kDraft4) return "id";
  return dialect < Dialect::kDraft6 ? "" : "$id";
}

}  // namespace

std::optional<Dialect> dialect_of(std::string_view uri) {
  constexpr std::pair<std::string_view, Dialect> kMetaschemas[] = {
      {"http://json-schema.org/draft-04/schema", Dialect::kDraft4},
      {"http://json-schema.org/draft-06/schema", Dialect::kDraft6},
      {"http://json-schema.org/draft-07/schema", Dialect::kDraft7},
      {"https://json-schema.org/draft/2019-09/schema", Dialect::kDraft201909},
      {"https://json-schema.org/draft/2020-12/schema", Dialect::kDraft202012},
      {"https://spec.openapis.org/oas/3.1/dialect/base", Dialect::kOpenApi31},
      {"https://spec.openapis.org/oas/3.1/dialect/2024-10-25", Dialect::kOpenApi31},
      {"https://spec.openapis.org/oas/3.1/dialect/2024-11-10", Dialect::kOpenApi31},
      {"https://spec.openapis.org/oas/3.2/dialect/2025-09-17", Dialect::kOpenApi31},
  };
  for (const auto& [known, dialect] : kMetaschemas) {
    if (without_fragment(uri) == known) return dialect;
  }
  return std::nullopt;
}

Result<std::shared_ptr<const Program>> Compiler::run(const DocumentPtr& document, Node root) {
  TIZZA_CHECK(add_document(document, root, options_.base_uri, options_.dialect));
  program_->start = subschema(root, resource_of(root));
  compile_pending();
  while (needs_dynamic_targets_ && !error_) {
    const size_t before = program_->subschemas.size();
    compile_dynamic_targets();
    compile_pending();
    if (program_->subschemas.size() == before) break;
  }
  if (error_) return *std::move(error_);
  return std::shared_ptr<const Program>(program_);
}

void Compiler::fail(Node where, std::string message, std::string help) {
  if (is_late() && current_ != nullptr) current_->is_broken = true;
  if (is_late() || error_) return;
  error_ = failure_at(where.location(), "schema", std::move(message), std::move(help));
}

void Compiler::index(Node schema) {
  index_schema(schema, const_cast<Resource*>(home_of(schema)));
}

const Resource* Compiler::home_of(Node node) {
  if (const Resource* home = resource_of(node)) return home;
  Node root = node;
  while (root.parent()) root = root.parent();
  Resource& resource = program_->resources.emplace_back();
  resource.uri = node.document().path();
  resource.root = root;
  resource.dialect = options_.dialect;
  resource.asserts_formats = options_.assert_formats;
  resource_roots_[root] = &resource;
  resources_by_uri_.emplace(resource.uri, &resource);
  return &resource;
}

void Compiler::compile_late(const Subschema& schema) {
  Subschema* const outer = std::exchange(current_, compiled_.find(schema.node)->second);
  compile_one(*current_);
  current_ = outer;
}

void Compiler::needs_dynamic_targets() {
  if (needs_dynamic_targets_) return;
  needs_dynamic_targets_ = true;
  if (is_late()) compile_dynamic_targets();
}

std::optional<Regex> Compiler::regex(std::string_view pattern, Node where) {
  auto compiled = Regex::compile(pattern);
  if (compiled.ok()) return *std::move(compiled);
  fail(where, compiled.error().diagnostic.message);
  return std::nullopt;
}

Result<DocumentPtr> Compiler::load(const std::string& uri) const {
  if (const auto text = metaschema(uri)) {
    return read_json(std::make_shared<Source>(uri, std::string(*text)));
  }
  if (options_.loader) return options_.loader(uri);
  return failure("schema", fmt::format("`{}` is not at hand", uri));
}

void Compiler::set_dialect(Resource& resource, Dialect otherwise) {
  resource.dialect = otherwise;
  resource.asserts_formats = options_.assert_formats;
  const auto uri = resource.root["$schema"].as_string();
  if (!uri) return;
  if (const auto dialect = dialect_of(*uri)) {
    resource.dialect = *dialect;
    return;
  }
  const auto metaschema = load(std::string(without_fragment(*uri)));
  if (!metaschema.ok()) return;
  program_->documents.push_back(*metaschema);
  const Node meta = (*metaschema)->root();
  resource.dialect = dialect_of(meta["$schema"].text()).value_or(otherwise);
  if (meta["$vocabulary"].is_mapping()) read_vocabulary(meta["$vocabulary"], resource);
}

void Compiler::read_vocabulary(Node vocabulary, Resource& resource) const {
  resource.can_assert = false;
  for (const auto& [key, value] : vocabulary.entries()) {
    if (key.text().ends_with("/vocab/validation")) resource.can_assert = true;
    if (key.text().ends_with("/vocab/format-assertion")) resource.asserts_formats = true;
  }
}

Resource* Compiler::add_resource(const DocumentPtr& document, Node root, std::string uri,
                                 Dialect dialect) {
  Resource& resource = program_->resources.emplace_back();
  resource.uri = std::move(uri);
  resource.document = document;
  resource.root = root;
  set_dialect(resource, dialect);
  resource.recursive_anchor = root["$recursiveAnchor"].as_bool().value_or(false);
  resource_roots_[root] = &resource;
  resources_by_uri_.emplace(resource.uri, &resource);
  return &resource;
}

Status Compiler::add_document(const DocumentPtr& document, Node root, const std::string& uri,
                              Dialect dialect) {
  program_->documents.push_back(document);
  Resource* resource = add_resource(document, options_.is_resource ? root : document->root(),
                                    std::string(without_fragment(uri)), dialect);
  std::vector<std::pair<Node, Resource*>> schemas = {{root, resource}};
  std::vector<Node> children;
  while (!schemas.empty()) {
    auto [node, home] = schemas.back();
    schemas.pop_back();
    if (!node.is_mapping()) continue;
    home = index_schema(node, home);
    // A root with a URI of its own is found under both.
    if (node == resource->root) resources_by_uri_[resource->uri] = home;
    for (const auto& [key, value] : node.entries()) {
      const KeywordSpec* keyword = find_keyword(key.text(), home->dialect);
      if (keyword != nullptr) collect_schemas(keyword->holds, value, children);
    }
    for (const Node found : children) schemas.emplace_back(found, home);
    children.clear();
  }
  return {};
}

Resource* Compiler::index_schema(Node node, Resource* resource) {
  if (ignores_siblings(node, resource->dialect)) return resource;
  const auto id = node[id_keyword(resource->dialect)].as_string();
  if (id) {
    const UriParts parts = split_uri(*id);
    if (!without_fragment(*id).empty()) {
      resource = add_resource(resource->document, node,
                              std::string(without_fragment(resolve_uri(resource->uri, *id))),
                              resource->dialect);
    }
    if (resource->dialect < Dialect::kDraft201909 && parts.fragment && !parts.fragment->empty()) {
      resource->anchors[std::string(*parts.fragment)] = node;
    }
  } else if (is_late() && resource->dialect >= Dialect::kDraft6 && node["$schema"].is_string()) {
    resource = add_resource(resource->document, node, resource->uri, resource->dialect);
  }
  add_anchors(node, *resource);
  return resource;
}

void Compiler::add_anchors(Node node, Resource& resource) {
  if (resource.dialect < Dialect::kDraft201909) return;
  if (const auto name = node["$anchor"].as_string()) resource.anchors[std::string(*name)] = node;
  if (resource.dialect < Dialect::kDraft202012) return;
  if (const auto name = node["$dynamicAnchor"].as_string()) {
    resource.anchors[std::string(*name)] = node;
    resource.dynamic_anchors[std::string(*name)] = node;
  }
}

const Resource* Compiler::resource_of(Node node) const {
  for (Node at = node; at; at = at.parent()) {
    const auto found = resource_roots_.find(at);
    if (found != resource_roots_.end()) return found->second;
  }
  return nullptr;
}

const Subschema* Compiler::subschema(Node node, const Resource* resource) {
  Subschema*& known = compiled_[node];
  if (known != nullptr) return known;
  known = &program_->subschemas.emplace_back();
  known->node = node;
  const auto own = resource_roots_.find(node);
  known->resource = own != resource_roots_.end() ? own->second : resource;
  if (!is_late()) pending_.push_back(known);
  return known;
}

void Compiler::compile_pending() {
  while (!pending_.empty() && !error_) {
    Subschema* next = pending_.back();
    pending_.pop_back();
    compile_one(*next);
  }
}

void Compiler::compile_one(Subschema& subschema) {
  subschema.is_compiled = true;
  if (const auto constant = subschema.node.as_bool()) {
    subschema.is_false = !*constant;
    return;
  }
  if (!subschema.node.is_mapping()) {
    return fail(subschema.node,
                "a schema must be a mapping, `true` or `false`, not " + found(subschema.node));
  }
  const bool only_reference = ignores_siblings(subschema.node, subschema.resource->dialect);
  for (const bool last : {false, true}) {
    for (const auto& [key, value] : subschema.node.entries()) {
      if (!only_reference || key.text() == "$ref") compile_keyword(subschema, key, value, last);
    }
  }
}

void Compiler::compile_keyword(Subschema& subschema, Node key, Node value, bool last) {
  const KeywordSpec* spec = find_keyword(key.text(), subschema.resource->dialect);
  if (spec == nullptr || spec->compile == nullptr || spec->runs_last != last) return;
  if (spec->is_assertion && !subschema.resource->can_assert) return;
  auto keyword = spec->compile(*this, {subschema.node, value, subschema.resource});
  if (keyword == nullptr) return;
  keyword->written = value;
  subschema.keywords.push_back(std::move(keyword));
  subschema.takes_notes = subschema.takes_notes || last;
}

void Compiler::compile_dynamic_targets() {
  for (Resource& resource : program_->resources) {
    for (const auto& [name, node] : resource.dynamic_anchors) {
      resource.dynamic_targets[name] = subschema(node, &resource);
    }
    if (resource.recursive_anchor) resource.compiled_root = subschema(resource.root, &resource);
  }
}

Result<Node> Compiler::resolve(const std::string& uri, Dialect dialect) {
  const std::string_view base = without_fragment(uri);
  auto found = resources_by_uri_.find(base);
  if (found == resources_by_uri_.end()) {
    TIZZA_TRY(const DocumentPtr document, load(std::string(base)));
    TIZZA_CHECK(add_document(document, document->root(), std::string(base), dialect));
    found = resources_by_uri_.find(base);
  }
  const Resource& resource = *found->second;
  const std::string fragment = percent_decode(split_uri(uri).fragment.value_or(""));
  if (!fragment.empty() && fragment[0] != '/') {
    const auto anchor = resource.anchors.find(fragment);
    if (anchor != resource.anchors.end()) return anchor->second;
    return failure("schema", fmt::format("there is no anchor `{}`", fragment));
  }
  Node node = resource.root;
  for (const std::string& token : pointer_tokens(fragment)) {
    node = child(node, token);
    if (!node) return failure("schema", fmt::format("there is nothing at `{}`", fragment));
  }
  return node;
}

const Subschema* Compiler::target(const Place& place) {
  const auto reference = place.value.as_string();
  if (!reference) {
    fail(place.value, "a reference must be a string, not " + found(place.value));
    return nullptr;
  }
  if (is_late() && place.value == place.sibling("$ref")) {
    if (const Node node = resolve_(place.schema)) return subschema(node, home_of(node));
  }
  auto node = resolve(resolve_uri(place.resource->uri, *reference), place.resource->dialect);
  if (!node.ok()) {
    const Diagnostic& cause = node.error().diagnostic;
    fail(place.value, fmt::format("reference `{}` leads nowhere: {}", *reference, cause.message),
         cause.help);
    return nullptr;
  }
  return subschema(*node, is_late() ? home_of(*node) : resource_of(*node));
}

}  // namespace tizza::schema
