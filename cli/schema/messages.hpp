#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "text/document.hpp"

/// The words in which findings speak of an instance.
namespace tizza::schema {

/// A set of JSON types, one bit each, in the order of kTypeNames.
using TypeSet = uint8_t;
enum TypeBit : TypeSet {
  kNullBit = 1,
  kBooleanBit = 2,
  kObjectBit = 4,
  kArrayBit = 8,
  kNumberBit = 16,
  kStringBit = 32,
  kIntegerBit = 64,
};
inline constexpr std::string_view kTypeNames[] = {"null",   "boolean", "object", "array",
                                                  "number", "string",  "integer"};

/// `a string`, `a string or a list`: objects are mappings and arrays lists outside of JSON.
std::string expected_types(TypeSet types, Format format);

/// What stands there: `the string `x``, `a list`, `null`.
std::string found(Node instance);

/// The subject of a sentence: the key in backticks, `item 2 of `owners``, or `the document`.
std::string label(Node instance);

/// The text on one line, cut where it is long.
std::string shortened(std::string_view text);

/// A value in backticks, shortened, on one line.
std::string shown(Node value);
std::string shown(std::string_view text);

/// Where a finding about the whole of a collection points: its key, else its first byte. A scalar
/// is its own place.
Location place(Node instance);

/// ``a`, `b` or `c``; of many only the first, with their count.
std::string alternatives(const std::vector<std::string>& quoted);

}  // namespace tizza::schema
