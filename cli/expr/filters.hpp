#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "expr/call.hpp"

namespace tizza::expr {

struct FilterSpec {
  std::string_view name;
  Object (*run)(Call& call);
  Signature signature = {};
};

/// Null where there is none of this name.
const FilterSpec* find_filter(std::string_view name);
std::vector<std::string> filter_names();

// The filters by what they work on; filters.cpp makes one table of them.
std::vector<FilterSpec> text_filters();
std::vector<FilterSpec> markup_filters();
std::vector<FilterSpec> number_filters();
std::vector<FilterSpec> sequence_filters();
std::vector<FilterSpec> selection_filters();
std::vector<FilterSpec> order_filters();

}  // namespace tizza::expr
