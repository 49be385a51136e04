#include "expr/filters.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::expr {
namespace {

const StringMap<FilterSpec>& table() {
  static const StringMap<FilterSpec> kTable = [] {
    StringMap<FilterSpec> all;
    for (auto* part : {text_filters, markup_filters, number_filters, sequence_filters,
                       selection_filters, order_filters}) {
      for (auto& filter : part()) all.emplace(filter.name, filter);
    }
    return all;
  }();
  return kTable;
}

}  // namespace

const FilterSpec* find_filter(std::string_view name) {
  const auto found = table().find(name);
  return found == table().end() ? nullptr : &found->second;
}

std::vector<std::string> filter_names() {
  std::vector<std::string> names;
  for (const auto& [name, filter] : table()) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace tizza::expr
