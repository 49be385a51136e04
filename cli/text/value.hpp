#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "text/document.hpp"

namespace tizza {

/// Plain data without places, for what tizza writes: null, bool, integer, float, string, list, or a
/// mapping that keeps the order in which keys were added.
class Value {
 public:
  using List = std::vector<Value>;
  using Member = std::pair<std::string, Value>;
  using Mapping = std::vector<Member>;

  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool value) : data_(value) {}
  Value(int value) : data_(static_cast<int64_t>(value)) {}
  Value(int64_t value) : data_(value) {}
  Value(uint32_t value) : data_(static_cast<int64_t>(value)) {}
  Value(size_t value) : data_(static_cast<int64_t>(value)) {}
  Value(double value) : data_(value) {}
  Value(const char* value) : data_(std::string(value)) {}
  Value(std::string_view value) : data_(std::string(value)) {}
  Value(std::string value) : data_(std::move(value)) {}
  Value(List value) : data_(std::move(value)) {}
  Value(Mapping value) : data_(std::move(value)) {}

  /// The plain data of a node, aliases copied, scalars by Node::type().
  static Value from(Node node);

  /// The same for files that people write: a number is one only where it prints as it was written,
  /// so that `version: 1.10` and `phone: +36123456789` stay text.
  static Value as_written(Node node);

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  const bool* as_bool() const { return std::get_if<bool>(&data_); }
  const int64_t* as_int() const { return std::get_if<int64_t>(&data_); }
  const double* as_double() const { return std::get_if<double>(&data_); }
  const std::string* as_string() const { return std::get_if<std::string>(&data_); }
  const List* as_list() const { return std::get_if<List>(&data_); }
  const Mapping* as_mapping() const { return std::get_if<Mapping>(&data_); }
  List* as_list() { return std::get_if<List>(&data_); }
  Mapping* as_mapping() { return std::get_if<Mapping>(&data_); }

  /// The value under `key`, or null where this is no mapping or has no such key.
  const Value& operator[](std::string_view key) const;

  /// Adds or replaces a member; a null value becomes an empty mapping first.
  Value& set(std::string key, Value value);

  bool operator==(const Value&) const = default;

 private:
  std::variant<std::monostate, bool, int64_t, double, std::string, List, Mapping> data_;
};

}  // namespace tizza
