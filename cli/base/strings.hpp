#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tizza {

/// Hash and equality that let a map of strings be asked with a string_view.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// The pieces between the separators; one empty piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The lines of a text without their ends (LF or CR LF); no empty one behind a last line end.
std::vector<std::string_view> split_lines(std::string_view text);

/// Without white space (space, tab, CR, LF) at both ends.
std::string_view trim(std::string_view text);

std::string to_lower(std::string_view text);  ///< ASCII letters only.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `a`, `a and b`, `a, b and c`; each part in backticks.
std::string quoted_list(const std::vector<std::string>& parts, std::string_view last = "and");

/// `1 finding`, `2 findings`; `plural` is the regular form with `s` where it is empty.
std::string counted(size_t count, std::string_view singular, std::string_view plural = {});

/// One word for a POSIX shell: as it is where it is harmless, else in single quotes.
std::string shell_quote(std::string_view word);

}  // namespace tizza
