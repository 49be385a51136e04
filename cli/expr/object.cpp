#include "expr/object.hpp"

#include <cmath>
#include <functional>
#include <string>

#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/heap.hpp"
#include "expr/missing.hpp"
#include "expr/native.hpp"

namespace tizza::expr {
namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;

// Exact, as Python has it: an int above 2^53 differs from the float next to it.
int compare_int_float(int64_t a, double b) {
  if (b >= kTwoTo63) return -1;
  if (b < -kTwoTo63) return 1;
  const auto whole = static_cast<int64_t>(b);
  if (a != whole) return a < whole ? -1 : 1;
  const double rest = b - static_cast<double>(whole);
  return rest == 0 ? 0 : rest > 0 ? -1 : 1;
}

int compare_numbers(const Object& a, const Object& b, bool& is_unordered) {
  is_unordered = (a.is_float() && std::isnan(a.real())) || (b.is_float() && std::isnan(b.real()));
  if (is_unordered) return 0;
  if (a.is_int() && b.is_int()) {
    return a.integer() == b.integer() ? 0 : a.integer() < b.integer() ? -1 : 1;
  }
  if (a.is_int()) return compare_int_float(a.integer(), b.real());
  if (b.is_int()) return -compare_int_float(b.integer(), a.real());
  return a.real() == b.real() ? 0 : a.real() < b.real() ? -1 : 1;
}

bool equal_sequences(Heap& heap, const Sequence& a, const Sequence& b, uint32_t depth) {
  if (&a == &b) return true;
  using Flavor = Sequence::Flavor;
  const bool is_comparable =
      a.flavor == b.flavor && a.flavor != Flavor::kIterator && a.flavor != Flavor::kValues;
  if (!is_comparable || a.items.size() != b.items.size()) return false;
  for (size_t i = 0; i < a.items.size(); ++i) {
    if (!a.items[i].is_same(b.items[i]) && !equal(heap, a.items[i], b.items[i], depth + 1)) {
      return false;
    }
  }
  return true;
}

bool equal_dicts(Heap& heap, const Dict& a, const Dict& b, uint32_t depth) {
  if (&a == &b) return true;
  if (a.size() != b.size()) return false;
  for (const auto& [key, value] : a.entries()) {
    const Object* other = b.find(key);
    if (!other || !equal(heap, value, *other, depth + 1)) return false;
  }
  return true;
}

size_t hash_number(const Object& number) {
  if (number.is_int()) return std::hash<int64_t>{}(number.integer());
  const double value = number.real();
  if (value >= -kTwoTo63 && value < kTwoTo63 && value == std::floor(value)) {
    return std::hash<int64_t>{}(static_cast<int64_t>(value));
  }
  return std::hash<double>{}(value);
}

}  // namespace

bool Object::is_list() const {
  return is_sequence() && sequence().flavor == Sequence::Flavor::kList;
}
bool Object::is_tuple() const {
  return is_sequence() && sequence().flavor == Sequence::Flavor::kTuple;
}
bool Object::is_iterator() const {
  return is_sequence() && sequence().flavor == Sequence::Flavor::kIterator;
}

bool Object::is_same(const Object& other) const {
  if (kind_ != other.kind_) return false;
  switch (kind_) {
    case Kind::kNone:
      return true;
    case Kind::kBool:
      return data_.boolean == other.data_.boolean;
    case Kind::kInt:
      return data_.integer == other.data_.integer;
    case Kind::kFloat:
      return data_.real == other.data_.real;
    case Kind::kString:
      return text() == other.text() && is_safe_ == other.is_safe_;
    case Kind::kUndefined:
      return data_.missing == other.data_.missing;
    case Kind::kSequence:
      return data_.sequence == other.data_.sequence;
    case Kind::kDict:
      return data_.dict == other.data_.dict;
    case Kind::kNative:
      return data_.native == other.data_.native;
  }
  return false;
}

std::string_view type_name(const Object& object) {
  switch (object.kind()) {
    case Kind::kUndefined:
      return "undefined";
    case Kind::kNone:
      return "none";
    case Kind::kBool:
      return "bool";
    case Kind::kInt:
      return "int";
    case Kind::kFloat:
      return "float";
    case Kind::kString:
      return "str";
    case Kind::kDict:
      return "dict";
    case Kind::kNative:
      return object.native().type_name();
    case Kind::kSequence:
      break;
  }
  switch (object.sequence().flavor) {
    case Sequence::Flavor::kList:
      return "list";
    case Sequence::Flavor::kTuple:
      return "tuple";
    case Sequence::Flavor::kRange:
      return "range";
    case Sequence::Flavor::kIterator:
      return "iterator";
    case Sequence::Flavor::kKeys:
      return "dict_keys";
    case Sequence::Flavor::kValues:
      return "dict_values";
    case Sequence::Flavor::kItems:
      return "dict_items";
  }
  return "list";
}

bool truth(const Object& object) {
  switch (object.kind()) {
    case Kind::kUndefined:
      if (object.missing().is_silent) return false;
      fail_missing(object.missing());
    case Kind::kNone:
      return false;
    case Kind::kBool:
      return object.boolean();
    case Kind::kInt:
      return object.integer() != 0;
    case Kind::kFloat:
      return object.real() != 0;
    case Kind::kString:
      return !object.text().empty();
    case Kind::kSequence:
      return object.is_iterator() || !object.sequence().items.empty();
    case Kind::kDict:
      return object.dict().size() != 0;
    case Kind::kNative:
      return true;
  }
  return true;
}

void check_nesting(uint32_t depth) {
  if (depth > kMaxNesting) {
    throw Failure("a value is nested more than " + std::to_string(kMaxNesting) + " levels deep");
  }
}

bool equal(Heap& heap, const Object& a, const Object& b, uint32_t depth) {
  check_nesting(depth);
  heap.charge(1);
  if (a.is_undefined() && !a.missing().is_silent) fail_missing(a.missing());
  if (b.is_undefined() && !b.missing().is_silent) fail_missing(b.missing());
  if (a.is_number() && b.is_number()) {
    bool is_unordered = false;
    return compare_numbers(a, b, is_unordered) == 0 && !is_unordered;
  }
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::kUndefined:
      return true;
    case Kind::kString:
      return a.text() == b.text();
    case Kind::kSequence:
      return equal_sequences(heap, a.sequence(), b.sequence(), depth);
    case Kind::kDict:
      return equal_dicts(heap, a.dict(), b.dict(), depth);
    default:
      return a.is_same(b);
  }
}

int compare(Heap& heap, const Object& a, const Object& b, bool* is_unordered, uint32_t depth) {
  check_nesting(depth);
  heap.charge(1);
  if (a.is_undefined()) fail_missing(a.missing());
  if (b.is_undefined()) fail_missing(b.missing());
  if (a.is_number() && b.is_number()) {
    bool not_a_number = false;
    const int order = compare_numbers(a, b, not_a_number);
    if (is_unordered) *is_unordered = not_a_number;
    return order;
  }
  if (a.is_string() && b.is_string()) return a.text().compare(b.text());
  const bool are_sequences = (a.is_list() && b.is_list()) || (a.is_tuple() && b.is_tuple());
  if (!are_sequences) {
    throw Failure("`" + std::string(type_name(a)) + "` and `" + std::string(type_name(b)) +
                  "` have no order among them");
  }
  const auto& left = a.sequence().items;
  const auto& right = b.sequence().items;
  for (size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    if (left[i].is_same(right[i]) || equal(heap, left[i], right[i], depth + 1)) continue;
    return compare(heap, left[i], right[i], is_unordered, depth + 1);
  }
  return left.size() == right.size() ? 0 : left.size() < right.size() ? -1 : 1;
}

size_t hash(Heap& heap, const Object& object, uint32_t depth) {
  check_nesting(depth);
  heap.charge(1);
  switch (object.kind()) {
    case Kind::kUndefined:
      fail_missing(object.missing());
    case Kind::kNone:
      return 0x9E3779B97F4A7C15u;
    case Kind::kBool:
    case Kind::kInt:
    case Kind::kFloat:
      return hash_number(object);
    case Kind::kString:
      return std::hash<std::string_view>{}(object.text());
    case Kind::kNative:
      return std::hash<const void*>{}(&object.native());
    case Kind::kDict:
      break;
    case Kind::kSequence:
      if (!object.is_tuple()) break;
      size_t mixed = 1;
      for (const Object& item : object.sequence().items) {
        mixed = mixed * 1000003 + hash(heap, item, depth + 1);
      }
      return mixed;
  }
  throw Failure("a `" + std::string(type_name(object)) + "` cannot be a key");
}

}  // namespace tizza::expr
