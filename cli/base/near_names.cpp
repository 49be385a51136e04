#include "base/near_names.hpp"

#include <algorithm>
#include <utility>

#include "base/strings.hpp"

namespace tizza {

size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  const size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<size_t> two_back(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    size_t best = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_back[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    std::swap(two_back, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

std::vector<std::string> near_names(std::string_view wanted,
                                    const std::vector<std::string>& names) {
  constexpr size_t kMost = 3;
  constexpr size_t kShortestStart = 3;
  const std::string lower = to_lower(wanted);
  std::vector<std::pair<size_t, std::string>> near;
  for (const auto& name : names) {
    const std::string candidate = to_lower(name);
    const size_t limit = std::max(lower.size(), candidate.size()) / 3;
    const size_t distance = edit_distance(lower, candidate, limit);
    const bool is_start = std::min(lower.size(), candidate.size()) >= kShortestStart &&
                          (candidate.starts_with(lower) || lower.starts_with(candidate));
    if (distance <= limit || is_start) near.emplace_back(std::min(distance, limit + 1), name);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string> result;
  for (const auto& [distance, name] : near) {
    if (result.size() < kMost) result.push_back(name);
  }
  return result;
}

std::string near_names_help(std::string_view wanted, const std::vector<std::string>& names) {
  const auto near = near_names(wanted, names);
  if (near.empty()) return {};
  return quoted_list(near) + (near.size() == 1 ? " is close" : " are close");
}

std::string names_help(std::string_view wanted, const std::vector<std::string>& names) {
  constexpr size_t kShown = 12;
  std::string near = near_names_help(wanted, names);
  if (!near.empty() || names.empty()) return near;
  if (names.size() <= kShown) return "give " + quoted_list(names, "or");
  const std::vector<std::string> first(names.begin(), names.begin() + kShown);
  return "give " + quoted_list(first, "or") + ", or another of the " + std::to_string(names.size());
}

}  // namespace tizza
