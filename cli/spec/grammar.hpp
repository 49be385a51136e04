#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "spec/node_type.hpp"
#include "spec/value_format.hpp"
#include "spec/version.hpp"

/// The grammar of description formats as constant tables: which objects there are, which fields
/// each has, of which type, in which versions, and where a Reference Object may stand. The walk,
/// the rules, diff, search and statistics all read these tables; a new version of a format is a new
/// table or a gate in one.
namespace tizza::spec {

struct Object;
struct Variant;

/// The kind of value that a type asks for.
enum class Shape : uint8_t {
  kAny,  ///< Anything; the walk does not look inside.
  kString,
  kInteger,  ///< A number without a fraction; `1.0` is one, as in JSON Schema.
  kNumber,
  kBoolean,
  kNull,
  kObject,   ///< A mapping with the fields of `object`.
  kVariant,  ///< A mapping with the fields of one of several objects.
  kMap,      ///< A mapping of free names to values of the type `element`.
  kList,     ///< A sequence of values of the type `element`.
  kEither,   ///< The first of `alternatives` that the kind of the value fits.
};

/// What the names of a map have to look like.
enum class KeyRule : uint8_t {
  kAny,
  kComponent,      ///< `^[a-zA-Z0-9._-]+$`
  kName,           ///< `^[a-zA-Z0-9_-]+$`
  kPath,           ///< Starts with `/`.
  kResponseCode,   ///< Three digits or `default`.
  kResponseRange,  ///< `404`, `4XX` or `default`.
  kToken,          ///< A header name: the token of RFC 9110, 5.6.2.
  kOtherMethod,    ///< A token that is none of the methods with a field of their own.
  kRegex,          ///< A regular expression.
};

/// The type of a value. `kString` and the like below are the building blocks.
struct Type {
  Shape shape = Shape::kAny;
  ValueFormat format = ValueFormat::kNone;
  KeyRule keys = KeyRule::kAny;
  bool reference = false;       ///< A Reference Object may stand instead.
  bool only_reference = false;  ///< A Reference Object must stand instead.
  bool extensions = false;      ///< A map's names that start with `x-` are free.
  bool unique = false;          ///< No two items of a list are equal.
  uint32_t least = 0;           ///< The smallest number of items, entries or characters.
  uint32_t most = std::numeric_limits<uint32_t>::max();  ///< The largest.
  int64_t minimum = std::numeric_limits<int64_t>::min();
  int64_t maximum = std::numeric_limits<int64_t>::max();
  bool above_minimum = false;                     ///< The minimum itself is too small.
  std::span<const std::string_view> values = {};  ///< The only texts allowed; empty for all.
  const Object* object = nullptr;
  const Variant* variant = nullptr;
  const Type* element = nullptr;
  std::span<const Type* const> alternatives = {};
  /// The text of a string names a value of this type: a reference that is no `$ref`.
  const Type* leads_to = nullptr;
  /// The pointer of a mapping whose keys may stand for such a text: `/components/schemas`.
  std::string_view names = {};
};

enum class Presence : uint8_t { kOptional, kRequired };

/// One named field of an object.
struct Field {
  std::string_view name;
  const Type* type;
  Presence presence;
  Versions versions;

  constexpr Field(std::string_view name_, const Type& type_,
                  Presence presence_ = Presence::kOptional, Versions versions_ = kAllVersions)
      : name(name_), type(&type_), presence(presence_), versions(versions_) {}
  constexpr Field(std::string_view name_, const Type& type_, Versions versions_)
      : Field(name_, type_, Presence::kOptional, versions_) {}
};

/// What one field says about another.
struct Constraint {
  enum class Kind : uint8_t {
    kAnyOf,        ///< One of `a`, `b` and `c` at least.
    kNotTogether,  ///< Not both `a` and `b`.
    kNeeds,        ///< Where field `a` is `value`, field `b` is required.
    kExcludes,     ///< Where field `a` is `value`, field `b` must not be there.
    kOnlyWith,     ///< Field `b` may be there only where `a` is `value`, in any case of letters.
    kAlone,        ///< In the list `a`, one item at most is `in: value`, and then none is `in: b`.
  };
  Kind kind;
  std::string_view a;
  std::string_view value;  ///< Empty for kAnyOf and kNotTogether.
  std::string_view b;
  Versions versions = kAllVersions;
  std::string_view c = {};  ///< kAnyOf alone.
};

/// Where a hash of field names starts to look; for tables of up to 64 fields.
using FieldSlots = std::array<uint8_t, 128>;

/// One kind of mapping.
struct Object {
  NodeType type = NodeType::kNone;
  std::string_view name;  ///< As messages say it, with its article: `an operation`.
  std::span<const Field> fields;
  bool extensions = true;          ///< Fields that start with `x-` are free.
  bool open = false;               ///< Unknown fields are allowed.
  bool needs_known_field = false;  ///< Not all fields of an open object may be unknown.
  const Type* rest = nullptr;      ///< The type of all fields without a row of their own.
  KeyRule rest_keys = KeyRule::kAny;
  uint32_t least = 0;  ///< The smallest number of fields that `rest` describes.
  std::span<const Constraint> constraints = {};
  FieldSlots slots = {};
  uint64_t required = 0;  ///< A bit for each row of `fields` that is required.
};

/// One choice of a variant.
struct Case {
  /// The value of the deciding field; `*` at the end stands for any further text, so that `*` alone
  /// asks for its presence. Empty where the field is absent.
  std::string_view value;
  const Type* type;
  Versions versions = kAllVersions;

  constexpr Case(std::string_view value_, const Type& type_, Versions versions_ = kAllVersions)
      : value(value_), type(&type_), versions(versions_) {}
};

/// A mapping that is one of several objects, decided by the value of one field.
struct Variant {
  NodeType type = NodeType::kNone;
  std::string_view name;   ///< As messages say it: `a parameter`.
  std::string_view field;  ///< The deciding field.
  std::span<const Case> cases;
  const Type* fallback = nullptr;  ///< For other values and none; where absent, those are findings.
};

/// The grammar of one version.
struct Grammar {
  std::string_view rule;  ///< The id under which breaches are reported: `oas2-schema`.
  const Object* root;
  /// The same for what only references lead to; empty where it has no id of its own.
  std::string_view resolved_rule = {};
  /// The same for payloads in the schema language of the format; empty where there is no such id.
  std::string_view payload_rule = {};
};

const Grammar& grammar(Version version);

/// The row of `name` that holds in `version`, or nullptr.
const Field* find_field(const Object& object, std::string_view name, Version version);

/// What a value of the type is called in a message, with its article: `a string`, `an operation`.
std::string_view noun(const Type& type);

/// The node type that a value of the type has; kNone where it has none or several.
NodeType node_type(const Type& type);

namespace detail {

constexpr size_t name_hash(std::string_view name) {
  size_t hash = name.size() * 31;
  if (!name.empty()) {
    hash += static_cast<unsigned char>(name.front()) * 7 +
            static_cast<unsigned char>(name.back()) * 13 +
            static_cast<unsigned char>(name[name.size() / 2]) * 3;
  }
  return hash % std::tuple_size_v<FieldSlots>;
}

constexpr FieldSlots slots_of(std::span<const Field> fields) {
  FieldSlots slots = {};
  for (size_t i = 0; i < fields.size(); ++i) {
    size_t slot = name_hash(fields[i].name);
    while (slots[slot] != 0) slot = (slot + 1) % slots.size();
    slots[slot] = static_cast<uint8_t>(i + 1);
  }
  return slots;
}

constexpr uint64_t required_of(std::span<const Field> fields) {
  uint64_t bits = 0;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].presence == Presence::kRequired) bits |= uint64_t{1} << i;
  }
  return bits;
}

template <size_t N, size_t M, size_t... I, size_t... J>
constexpr std::array<Field, N + M> joined(const Field (&a)[N], const Field (&b)[M],
                                          std::index_sequence<I...>, std::index_sequence<J...>) {
  return {a[I]..., b[J]...};
}

}  // namespace detail

/// The rows of two tables behind each other.
template <size_t N, size_t M>
constexpr std::array<Field, N + M> joined(const Field (&a)[N], const Field (&b)[M]) {
  return detail::joined(a, b, std::make_index_sequence<N>(), std::make_index_sequence<M>());
}

/// An object with the given fields; the other members by designated changes on the result.
constexpr Object object(NodeType type, std::string_view name, std::span<const Field> fields) {
  Object made;
  made.type = type;
  made.name = name;
  made.fields = fields;
  made.slots = detail::slots_of(fields);
  made.required = detail::required_of(fields);
  return made;
}

inline constexpr Type kAny{};
inline constexpr Type kString{.shape = Shape::kString};
inline constexpr Type kInteger{.shape = Shape::kInteger};
inline constexpr Type kNumber{.shape = Shape::kNumber};
inline constexpr Type kBoolean{.shape = Shape::kBoolean};
inline constexpr Type kNull{.shape = Shape::kNull};
inline constexpr Type kCount{.shape = Shape::kInteger, .minimum = 0};
inline constexpr Type kUri{.shape = Shape::kString, .format = ValueFormat::kUri};
inline constexpr Type kUriReference{.shape = Shape::kString, .format = ValueFormat::kUriReference};
inline constexpr Type kEmail{.shape = Shape::kString, .format = ValueFormat::kEmail};
inline constexpr Type kRegex{.shape = Shape::kString, .format = ValueFormat::kRegex};

constexpr Type one_of(std::span<const std::string_view> values) {
  return {.shape = Shape::kString, .values = values};
}
constexpr Type object_type(const Object& object) {
  return {.shape = Shape::kObject, .object = &object};
}
constexpr Type object_or_reference(const Object& object) {
  return {.shape = Shape::kObject, .reference = true, .object = &object};
}
constexpr Type reference_to(const Object& object) {
  return {.shape = Shape::kObject, .reference = true, .only_reference = true, .object = &object};
}
constexpr Type variant_type(const Variant& variant) {
  return {.shape = Shape::kVariant, .variant = &variant};
}
constexpr Type variant_or_reference(const Variant& variant) {
  return {.shape = Shape::kVariant, .reference = true, .variant = &variant};
}
constexpr Type list_of(const Type& element, uint32_t least = 0) {
  return {.shape = Shape::kList, .least = least, .element = &element};
}
constexpr Type set_of(const Type& element, uint32_t least = 0) {
  return {.shape = Shape::kList, .unique = true, .least = least, .element = &element};
}
constexpr Type map_of(const Type& element, KeyRule keys = KeyRule::kAny) {
  return {.shape = Shape::kMap, .keys = keys, .element = &element};
}
constexpr Type either(std::span<const Type* const> alternatives) {
  return {.shape = Shape::kEither, .alternatives = alternatives};
}

}  // namespace tizza::spec
