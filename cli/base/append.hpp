#pragma once
#include <iterator>
#include <utility>
#include <vector>

namespace tizza {

/// Moves the items of `from` behind those of `to`; the whole list at once where `to` is empty, so
/// that a list of millions does not exist twice.
template <typename T>
void append(std::vector<T>& to, std::vector<T> from) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
}

}  // namespace tizza
