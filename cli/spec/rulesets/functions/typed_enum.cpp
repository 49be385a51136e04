#include <vector>

#include "schema/messages.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

std::string_view type_of(Node value) {
  if (value.is_mapping()) return "object";
  if (value.is_sequence()) return "array";
  switch (value.type()) {
    case ScalarType::kNull:
      return "null";
    case ScalarType::kBool:
      return "boolean";
    case ScalarType::kInt:
      return "integer";
    case ScalarType::kFloat:
      return "number";
    case ScalarType::kString:
      return "string";
  }
  return {};
}

/// A schema of these types takes the value.
bool takes(const std::vector<std::string_view>& types, Node value) {
  const std::string_view found = type_of(value);
  for (const std::string_view type : types) {
    if (type == found) return true;
    if (type == "number" && found == "integer") return true;
    if (type == "integer" && found == "number") {
      const double number = value.as_double().value_or(0.5);
      if (number == static_cast<double>(static_cast<int64_t>(number))) return true;
    }
  }
  return false;
}

class TypedEnum final : public Function {
 public:
  void check(const Subject& subject, Reporter& reporter) const override {
    if (!subject.is_mapping()) return;
    const Node type = subject.value["type"];
    const Node values = subject.value["enum"];
    if (!type || !values.is_sequence()) return;
    std::vector<std::string_view> types;
    if (type.is_scalar()) types.push_back(type.text());
    for (const Node item : type.items()) types.push_back(item.text());
    for (const std::string_view field : {"nullable", "x-nullable"}) {
      if (subject.value[field].as_bool() == true) types.push_back("null");
    }
    size_t index = 0;
    for (const Node value : values.items()) {
      if (!takes(types, value)) {
        reporter.fail(place_of(value), std::to_string(index),
                      schema::shown(value) + " is not of the type " + schema::shown(type));
      }
      ++index;
    }
  }
};

Result<FunctionPtr> compile(const Options&) {
  return FunctionPtr(std::make_unique<TypedEnum>());
}

}  // namespace

extern const FunctionSpec kTypedEnum = {"typedEnum", "", compile};

}  // namespace tizza::spec::rulesets
