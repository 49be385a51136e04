#include "spec/rules/tag_order.hpp"

#include <algorithm>
#include <numeric>

#include "base/collation.hpp"
#include "text/edits.hpp"

namespace tizza::spec {

Result<Edit> sort_tags(const ApiDescription& api, Node tags) {
  std::vector<std::string_view> names;
  for (const Node written : tags.items()) names.push_back(api.target(written)["name"].text());
  std::vector<size_t> order(names.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order,
                           [&](size_t a, size_t b) { return collate(names[a], names[b]) < 0; });
  return order_items(tags, order);
}

}  // namespace tizza::spec
