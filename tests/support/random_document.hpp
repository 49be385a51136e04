#pragma once
#include <cstdint>
#include <random>
#include <string>

#include "text/value.hpp"

namespace tizza::testing {

/// Data and texts such as people write, from a seed: comments, blank lines, both kinds of quotes,
/// brackets and blocks, LF or CR LF.
class RandomDocument {
 public:
  explicit RandomDocument(uint32_t seed);

  /// A mapping of scalars, lists and mappings.
  Value make_mapping(int depth);
  /// Any value.
  Value make_value(int depth);
  std::string make_key();

  /// The value as YAML in a random style.
  std::string write_yaml(const Value& mapping);
  /// The value as JSON, on one line or indented.
  std::string write_json(const Value& mapping);

  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(random_() % limit); }

 private:
  std::string make_text();
  std::string scalar(const Value& value, bool in_flow);
  std::string quoted(const std::string& text, bool in_flow);
  std::string flow(const Value& value);
  std::string trailing_comment();
  void comment_line(size_t indent);
  void block(const Value& value, size_t indent);
  bool write_literal(const Value& value, size_t indent);
  void block_value(const Value& value, size_t indent);
  void end_line();

  std::mt19937 random_;
  std::string line_end_;
  size_t step_;
  std::string out_;
};

}  // namespace tizza::testing
