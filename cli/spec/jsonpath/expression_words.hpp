#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "spec/jsonpath/expression.hpp"

namespace tizza::spec::jsonpath {

/// A name that filters know, and what it stands for.
struct NamedCallee {
  std::string_view name;
  Callee callee;
};

std::span<const NamedCallee> known_methods();
std::span<const NamedCallee> known_functions();
std::span<const NamedCallee> known_types();  ///< Of `@string()` and its like.

std::optional<Callee> find_callee(std::span<const NamedCallee> table, std::string_view name);

/// Which names of the table are close; nothing where none is.
std::string near_callees(std::span<const NamedCallee> table, std::string_view name);

/// A binary operator and how tightly it binds, 1 being the weakest.
struct BinaryOperator {
  std::string_view spelling;
  Operator op;
  int rank;
};

/// The operator with which a text starts, or nullptr.
const BinaryOperator* binary_operator_at(std::string_view text);

}  // namespace tizza::spec::jsonpath
