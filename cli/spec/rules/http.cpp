#include "spec/rules/http.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tizza::spec {
namespace {

constexpr std::string_view kSafeMethods[] = {"get", "head", "options", "trace", "query"};

/// So many schemas are looked at for one property, as schemas may refer to each other in circles.
constexpr int kMostSchemas = 50;

Node find_property(const ApiDescription& api, Node schema, std::string_view name, int& left) {
  if (--left < 0) return {};
  if (const Node property = schema["properties"][name]) return api.target(property);
  for (const Node part : schema["allOf"].items()) {
    if (const Node found = find_property(api, api.target(part), name, left)) return found;
  }
  return {};
}

std::vector<Body> bodies_in(const ApiDescription& api, Node content) {
  std::vector<Body> bodies;
  for (const auto& [media_type, written] : content.entries()) {
    bodies.push_back({media_type.text(), api.target(api.target(written)["schema"])});
  }
  return bodies;
}

}  // namespace

std::vector<std::string_view> path_segments(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const size_t end = std::min(path.find('/'), path.size());
    if (end > 0) segments.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

bool is_template(std::string_view segment) {
  return segment.starts_with('{') && segment.ends_with('}');
}

bool names_one_item(std::string_view path) {
  const auto segments = path_segments(path);
  return !segments.empty() && is_template(segments.back());
}

std::vector<Node> parameters_of(const ApiDescription& api, const OperationUse& use) {
  std::vector<Node> found;
  std::set<std::pair<std::string_view, std::string_view>> own;
  for (const Node written : use.operation["parameters"].items()) {
    const Node parameter = api.target(written);
    if (!parameter.is_mapping()) continue;
    found.push_back(parameter);
    own.emplace(parameter["in"].text(), parameter["name"].text());
  }
  for (const Node written : use.item["parameters"].items()) {
    const Node parameter = api.target(written);
    if (!parameter.is_mapping()) continue;
    if (own.count({parameter["in"].text(), parameter["name"].text()}) == 0) {
      found.push_back(parameter);
    }
  }
  return found;
}

Node value_schema(const ApiDescription& api, Node parameter) {
  const Node schema = parameter["schema"];
  return schema ? api.target(schema) : parameter;
}

Node response_key(const OperationUse& use, std::string_view code) {
  const Node responses = use.operation["responses"];
  if (const auto exact = responses.find(code)) return exact->key;
  const char range[] = {code.front(), 'X', 'X'};
  const auto found = responses.find(std::string_view(range, sizeof(range)));
  return found ? found->key : Node();
}

bool describes_error(const OperationUse& use, std::string_view code) {
  return response_key(use, code) || use.operation["responses"]["default"];
}

bool is_status(std::string_view code, char digit) {
  return code.size() == 3 && code.front() == digit;
}

std::vector<Body> bodies_of(const ApiDescription& api, Node response) {
  if (const Node schema = response["schema"]) return {{{}, api.target(schema)}};
  return bodies_in(api, response["content"]);
}

Node body_place(const ApiDescription& api, const OperationUse& use) {
  if (const auto body = use.operation.find("requestBody")) return body->key;
  for (const Node parameter : parameters_of(api, use)) {
    if (parameter["in"].text() == "body") return parameter;
  }
  return {};
}

std::vector<Body> request_bodies(const ApiDescription& api, const OperationUse& use) {
  if (const Node body = use.operation["requestBody"]) {
    return bodies_in(api, api.target(body)["content"]);
  }
  const Node parameter = body_place(api, use);
  if (!parameter) return {};
  return {{{}, api.target(parameter["schema"])}};
}

Node security_of(const ApiDescription& api, const OperationUse& use) {
  const Node own = use.operation["security"];
  return own ? own : api.root()["security"];
}

bool is_secured(Node requirements) {
  if (requirements.size() == 0) return false;
  for (const Node requirement : requirements.items()) {
    if (requirement.is_mapping() && requirement.size() == 0) return false;
  }
  return true;
}

bool is_write(std::string_view verb) {
  return std::find(std::begin(kSafeMethods), std::end(kSafeMethods), verb) ==
         std::end(kSafeMethods);
}

Node find_property(const ApiDescription& api, Node schema, std::string_view name) {
  int left = kMostSchemas;
  return find_property(api, schema, name, left);
}

bool has_type(Node schema, std::string_view type) {
  const Node types = schema["type"];
  if (types.is_scalar()) return types.text() == type;
  for (const Node one : types.items()) {
    if (one.text() == type) return true;
  }
  return false;
}

}  // namespace tizza::spec
