#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace tizza::expr {

/// A text by its characters (code points), as Python counts them. ASCII needs no table.
class TextIndex {
 public:
  explicit TextIndex(std::string_view text) : text_(text), size_(utf8::count_code_points(text)) {
    if (size_ == text.size()) return;
    starts_.reserve(size_ + 1);
    for (size_t at = 0; at < text.size(); at += utf8::decode(text.substr(at)).size) {
      starts_.push_back(static_cast<uint32_t>(at));
    }
    size_ = starts_.size();
    starts_.push_back(static_cast<uint32_t>(text.size()));
  }

  size_t size() const { return size_; }
  /// The byte at which character `index` starts; the end of the text for size().
  size_t byte(size_t index) const { return starts_.empty() ? index : starts_[index]; }
  std::string_view at(size_t index) const { return range(index, index + 1); }
  std::string_view range(size_t begin, size_t end) const {
    return text_.substr(byte(begin), byte(end) - byte(begin));
  }

 private:
  std::string_view text_;
  size_t size_;
  std::vector<uint32_t> starts_;
};

}  // namespace tizza::expr
