#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expr/heap.hpp"
#include "expr/native.hpp"

namespace tizza::expr {

class Interpreter;

/// What a builtin takes besides its subject.
struct Signature {
  std::vector<std::string_view> parameters = {};
  size_t required = 0;
  bool is_variadic = false;  ///< Takes whatever it is given, unbound.
};

/// One call of a builtin filter, test, method or function: the subject, and the arguments sorted
/// into the parameters of its signature.
class Call {
 public:
  /// Fails where arguments are missing, unknown or too many.
  Call(Interpreter& interpreter, const Object& what, std::string_view name,
       const Signature& signature, Arguments& given);

  Interpreter& vm;
  Heap& heap;
  const Object& subject;
  Arguments& arguments;  ///< As they were given; for variadic builtins.

  /// Whether parameter `index` was given and is not none.
  bool has(size_t index) const { return index < bound_.size() && !bound_[index].is_none(); }
  /// Whether it was given at all; it may be none.
  bool was_given(size_t index) const { return index < given_.size() && given_[index]; }
  /// None where it was not given.
  const Object& at(size_t index) const;

  // Parameters by type; the fallback holds where they were not given. Other types fail.
  std::string text(size_t index, std::string_view fallback = {}) const;
  int64_t integer(size_t index, int64_t fallback = 0) const;
  bool flag(size_t index, bool fallback = false) const;

  /// The subject as text: itself where it is a string, else str() of it.
  std::string subject_text() const;
  /// The subject, which must be a string.
  std::string_view string_subject() const;
  /// A new text, safe where the subject is.
  Object like_subject(std::string_view text) const {
    return heap.text(text, subject.is_string() && subject.is_safe());
  }

  [[noreturn]] void fail(const std::string& message, const std::string& help = {}) const;

 private:
  std::string parameter_name(size_t index) const;

  std::string_view name_;
  const Signature& signature_;
  std::vector<Object> bound_;
  std::vector<bool> given_;
};

}  // namespace tizza::expr
