#include <fmt/core.h>

#include "schema/decimal.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

TypeSet type_bit(std::string_view name) {
  for (size_t bit = 0; bit < std::size(kTypeNames); ++bit) {
    if (kTypeNames[bit] == name) return static_cast<TypeSet>(1u << bit);
  }
  return 0;
}

/// How the schema says that null is allowed too.
std::string null_help(Dialect dialect) {
  if (dialect == Dialect::kSwagger20) return "to allow null, add `x-nullable: true` beside `type`";
  if (dialect == Dialect::kOpenApi30) return "to allow null, add `nullable: true` beside `type`";
  if (is_api_dialect(dialect)) return "to allow null, add `'null'` to `type`";
  return {};
}

/// What a person who wrote the wrong thing most often meant.
std::string type_help(TypeSet expected, Node instance, Dialect dialect) {
  if (instance.is_null()) return null_help(dialect);
  if (expected == kBooleanBit && instance.is_string()) {
    const std::string_view word = instance.text();
    if (word == "yes" || word == "on" || word == "True") return "write `true`";
    if (word == "no" || word == "off" || word == "False") return "write `false`";
  }
  const bool can_be_item = instance.is_scalar() && !instance.is_null();
  if (expected == kArrayBit && can_be_item && instance.document().format() == Format::kYaml) {
    return fmt::format("write `[{}]`", instance.raw());
  }
  if (expected == kStringBit && (instance.is_number() || instance.is_bool())) {
    return fmt::format("write `\"{}\"`", instance.text());
  }
  return {};
}

class Type final : public Keyword {
 public:
  Type(TypeSet types, Dialect dialect) : types_(types), dialect_(dialect) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    if (holds(run, instance)) return true;
    if (!run.reports()) return false;
    const Format format = instance.document().format();
    return run.fail("wrong-type", instance, schema::place(instance),
                    fmt::format("{} must be {}, not {}", label(instance),
                                expected_types(types_, format), found(instance)),
                    type_help(types_, instance, dialect_));
  }

 private:
  bool holds(const Run& run, Node instance) const {
    if (instance.is_mapping()) return types_ & kObjectBit;
    if (instance.is_sequence()) return types_ & kArrayBit;
    if ((types_ & kStringBit) && run.is_string(instance)) return true;
    switch (instance.type()) {
      case ScalarType::kNull:
        return types_ & kNullBit;
      case ScalarType::kBool:
        return types_ & kBooleanBit;
      case ScalarType::kInt:
        return types_ & (kNumberBit | kIntegerBit);
      case ScalarType::kFloat:
        return (types_ & kNumberBit) || ((types_ & kIntegerBit) && is_whole(instance));
      case ScalarType::kString:
        return false;
    }
    return false;
  }

  bool is_whole(Node instance) const {
    if (dialect_ == Dialect::kDraft4) return false;  // there `1.0` is no integer
    const auto number = Decimal::parse(instance.text());
    return number && number->is_integer();
  }

  TypeSet types_;
  Dialect dialect_;
};

/// The word counts beside `type` alone (OpenAPI 3.0.3, 4.7.24.1).
bool is_nullable(const Place& place) {
  const auto is_set = [&](std::string_view name) {
    return place.sibling(name).as_bool().value_or(false);
  };
  const Dialect dialect = place.resource->dialect;
  if (dialect == Dialect::kSwagger20) return is_set("x-nullable") || is_set("nullable");
  return dialect == Dialect::kOpenApi30 && is_set("nullable");
}

}  // namespace

KeywordPtr compile_type(Compiler& compiler, const Place& place) {
  TypeSet types = 0;
  const auto add = [&](Node name) {
    const TypeSet bit = type_bit(name.text());
    if (bit == 0) compiler.fail(name, shown(name) + " is no type of JSON Schema");
    types |= bit;
  };
  if (place.value.is_sequence()) {
    for (const Node item : place.value.items()) add(item);
  } else {
    add(place.value);
  }
  if (is_nullable(place)) types |= kNullBit;
  return std::make_unique<Type>(types, place.resource->dialect);
}

}  // namespace tizza::schema
