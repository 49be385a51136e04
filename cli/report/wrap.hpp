#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tizza::report {

/// `text` in lines of at most `width` columns, broken at spaces. A word that is wider stands alone
/// in its line; line ends in the text stay, and lines that start with two spaces are not broken.
std::vector<std::string> wrap(std::string_view text, size_t width);

/// One row of a list of terms.
struct Term {
  std::string name;
  std::string meaning;
};

/// Terms at the left, their meanings beside them in one column, wrapped to `width`. A long term
/// stands on a line of its own. Ends with a line end unless there are no terms.
std::string term_list(const std::vector<Term>& terms, size_t width, bool colour);

}  // namespace tizza::report
