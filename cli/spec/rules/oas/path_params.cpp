#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/strings.hpp"
#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// Path parameters by name, those of the operation before those of the path item.
using Parameters = std::map<std::string_view, Node>;

void collect(const ApiDescription& api, Node list, Parameters& found) {
  for (const Node written : list.items()) {
    const Node parameter = api.target(written);
    if (parameter["in"].text() == "path" && parameter["name"].is_string()) {
      found.emplace(parameter["name"].text(), parameter);
    }
  }
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
  for (size_t i = 1; i < names.size(); ++i) {
    if (std::find(names.begin(), names.begin() + static_cast<ptrdiff_t>(i), names[i]) ==
        names.begin() + static_cast<ptrdiff_t>(i)) {
      continue;
    }
    context.report(address, "path {} holds `{{{}}}` twice", quoted(address.text()), names[i]);
  }
}

void check_operation(const OperationUse& use, const std::vector<std::string_view>& names,
                     RuleContext& context) {
  Parameters parameters;
  collect(context.api, use.operation["parameters"], parameters);
  collect(context.api, use.item["parameters"], parameters);
  for (const auto name : names) {
    if (name.empty() || parameters.find(name) != parameters.end()) continue;
    context
        .report(use.verb, "`{}` of {} does not declare the path parameter `{}`", use.verb.text(),
                quoted(use.address.text()), name)
        .note(part_of(use.address, "{" + std::string(name) + "}"), "the path needs it");
  }
  for (const auto& [name, parameter] : parameters) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      context
          .report(parameter["name"], "path parameter `{}` is not in the path {}", name,
                  quoted(use.address.text()))
          .note(use.address, "this path");
    }
    if (parameter["required"].as_bool() != true) {
      const Node required = parameter["required"];
      context.report(required ? required : parameter["name"],
                     "path parameter `{}` must be `required: true`", name);
    }
  }
}

void check(const TypedNode&, RuleContext& context) {
  check_ambiguity(context);
  for (const AddressUse& use : context.facts.addresses()) {
    check_repetition(use.address, template_names(use.address.text()), context);
  }
  for (const OperationUse& use : context.facts.operations()) {
    check_operation(use, template_names(use.address.text()), context);
  }
}

}  // namespace

extern const Rule kPathParams = {
    .id = "path-params",
    .set = RuleSet::kSpectralOas,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllSwagger,
    .summary = "path parameters are declared, used and required, and no two paths are alike",
    .rationale =
        "A request can only be built where every name in the path is a parameter of the operation "
        "or of its path item. A declared parameter that the path does not hold can never be sent.",
    .bad =
        "paths:\n"
        "  /pizza/{id}:\n"
        "    get:\n"
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
