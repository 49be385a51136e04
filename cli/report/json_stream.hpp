#pragma once
#include <concepts>
#include <string>
#include <string_view>

namespace tizza::report {

/// Writes JSON piece by piece on one line, so that a large report is in memory once. Whoever writes
/// sees to it that members stand in objects and items in arrays.
class JsonStream {
 public:
  /// Opens an object or array: an item, the root, or the value behind key().
  void open(char bracket);
  void open(std::string_view key, char bracket);
  void close();

  void key(std::string_view name);
  void text(std::string_view value);
  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, const char* value) { member(name, std::string_view(value)); }
  template <std::unsigned_integral Number>
  void member(std::string_view name, Number value) {
    key(name);
    out_ += std::to_string(value);
  }
  void member(std::string_view name, bool value);

  /// The text so far; the stream is empty afterwards.
  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  std::string closing_;  ///< The brackets that are open, innermost last.
};

}  // namespace tizza::report
