#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Path parameters by name.
using Parameters = std::map<std::string_view, Node>;

/// The names that the path asks for, without the operators of a URI template around them.
std::vector<std::string_view> names_of(std::string_view path) {
  auto names = template_names(path);
  for (std::string_view& name : names) {
    while (name.starts_with(';') || name.starts_with('?')) name.remove_prefix(1);
    if (name.ends_with('*')) name.remove_suffix(1);
  }
  std::erase(names, std::string_view());
  return names;
}

/// The path with all names taken out of its braces: equal for paths that no request can tell apart.
std::string shape_of(std::string_view path) {
  std::string shape;
  bool inside = false;
  for (const char c : path) {
    if (c == '}') inside = false;
    if (!inside) shape += c;
    if (c == '{') inside = true;
  }
  return shape;
}

void check_ambiguity(RuleContext& context) {
  StringMap<Node> shapes;
  for (const AddressUse& use : context.facts.addresses()) {
    const auto [first, is_new] = shapes.emplace(shape_of(use.address.text()), use.address);
    if (is_new) continue;
    context
        .report(use.address, "path {} cannot be told from {}", quoted(use.address.text()),
                quoted(first->second.text()))
        .note(first->second, "the other one");
  }
}

void check_repetition(Node address, const std::vector<std::string_view>& names,
                      RuleContext& context) {
  std::set<std::string_view> seen;
  for (const auto name : names) {
    if (seen.insert(name).second) continue;
    context.report(address, "path {} holds `{{{}}}` twice", quoted(address.text()), name);
  }
}

/// Checks each path parameter of a list by itself, and collects them.
Parameters check_list(Node list, RuleContext& context) {
  Parameters found;
  for (const Node written : list.items()) {
    const Node parameter = context.api.target(written);
    const Node name = parameter["name"];
    if (parameter["in"].text() != "path" || !name.is_string()) continue;
    const Place place(parameter, name.span());
    if (parameter["required"].as_bool() != true) {
      context.report(place, "path parameter {} must be `required: true`", quoted(name.text()));
    }
    const auto [first, is_new] = found.emplace(name.text(), parameter);
    if (is_new) continue;
    context.report(place, "path parameter {} stands twice in a list", quoted(name.text()))
        .note(first->second, "first here");
  }
  return found;
}

void check_operation(const OperationUse& use, const Parameters& parameters,
                     const std::vector<std::string_view>& names, RuleContext& context) {
  for (const auto& [name, parameter] : parameters) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    context
        .report({parameter, parameter["name"].span()}, "path parameter {} is not in the path {}",
                quoted(name), quoted(use.address.text()))
        .note(use.address, "this path");
  }
  const std::set<std::string_view> distinct(names.begin(), names.end());
  for (const auto name : distinct) {
    if (parameters.find(name) != parameters.end()) continue;
    context
        .report(use.verb, "`{}` of {} does not declare the path parameter {}", use.verb.text(),
                quoted(use.address.text()), quoted(name))
        .note(part_of(use.address, "{" + std::string(name) + "}"), "the path needs it");
  }
}

void check(const TypedNode&, RuleContext& context) {
  check_ambiguity(context);
  std::unordered_map<Node, Parameters, NodeHash> shared;
  for (const AddressUse& use : context.facts.addresses()) {
    check_repetition(use.address, names_of(use.address.text()), context);
    if (shared.count(use.item) != 0) continue;
    shared.emplace(use.item, check_list(use.item["parameters"], context));
  }
  for (const OperationUse& use : context.facts.operations()) {
    Parameters parameters = check_list(use.operation["parameters"], context);
    parameters.insert(shared[use.item].begin(), shared[use.item].end());
    check_operation(use, parameters, names_of(use.address.text()), context);
  }
}

}  // namespace

extern const Rule kPathParams = {
    .id = "path-params",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOas,
    .summary = "path parameters are declared, used and required, and no two paths are alike",
    .rationale =
        "A request can only be built where every name in the path is a parameter of the operation "
        "or of its path item. A declared parameter that the path does not hold can never be sent.",
    .bad =
        "paths:\n"
        "  /pizza/{id}:\n"
        "    get:\n"
        "    ^^^\n"
        "      responses: {200: {description: the pizza}}\n",
    .good =
        "paths:\n"
        "  /pizza/{id}:\n"
        "    get:\n"
        "      parameters:\n"
        "      - {name: id, in: path, required: true, type: integer}\n"
        "      responses: {200: {description: the pizza}}\n",
    .on = NodeType::kRoot,
    .check = check,
};

}  // namespace tizza::spec
