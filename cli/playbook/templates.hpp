#pragma once
#include <optional>
#include <unordered_map>

#include "expr/prepared.hpp"
#include "text/document.hpp"

namespace tizza::playbook {

/// The texts of one document, each parsed once, for checks that fill them in for thousands of
/// services. The document outlives it. Not for two threads at once.
class Templates {
 public:
  /// Null where the text has no expressions and stands for itself.
  const expr::Prepared* text(Node scalar, expr::Autoescape autoescape);
  /// The part of the scalar's text that is an expression.
  const expr::Prepared& expression(Node scalar, Span within);

 private:
  /// A place in the text of a scalar, which is where it is in memory, and how it is read.
  struct Key {
    const char* text;
    uint32_t begin;
    uint32_t use;

    bool operator==(const Key&) const = default;
  };
  struct Hash {
    size_t operator()(const Key& key) const {
      return std::hash<const void*>()(key.text) * 31 + key.begin * 7 + key.use;
    }
  };

  std::unordered_map<Key, std::optional<expr::Prepared>, Hash> known_;
};

/// Whether a text has tags in it.
bool has_expressions(std::string_view text);

}  // namespace tizza::playbook
