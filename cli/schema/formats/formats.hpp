#pragma once
#include <string_view>

#include "schema/decimal.hpp"
#include "schema/schema.hpp"

namespace tizza::schema {

/// One value of `format`: what a text or a number has to be. A value of another kind always fits.
struct FormatSpec {
  std::string_view name;
  std::string_view noun;     ///< With its article: `a date`.
  std::string_view example;  ///< Empty where there is no short one.
  bool (*fits_text)(std::string_view) = nullptr;
  bool (*fits_number)(const Decimal&) = nullptr;
  bool is_api_only = false;  ///< Means something in the API formats alone.
};

/// The format of that name, or nullptr where the dialect knows none: then every value fits.
const FormatSpec* find_format(std::string_view name, Dialect dialect);

}  // namespace tizza::schema
