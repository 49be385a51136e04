#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "text/value.hpp"

namespace tizza {

/// Carries the 66 noncharacters (Unicode 15, section 23.7) past yaml-cpp, which writes U+FFFD for
/// each, and U+007F, which it writes although YAML does not allow it (1.2.2, chapter 5.1): they go
/// in as a private-use character and eight hexadecimal digits, and become escapes in what came out.
class Noncharacters {
 public:
  /// Ready for every string in `value`. Most values hold none of them; then nothing is done.
  explicit Noncharacters(const Value& value);

  /// `text` with stand-ins, or nothing where it may be written as it is.
  std::optional<std::string> hide(std::string_view text) const;

  /// What yaml-cpp wrote, with an escape (`\U0000FFFF`) for each stand-in. These are in double
  /// quotes if every hidden text was written so.
  std::string reveal(std::string written) const;

 private:
  std::string mark_;  // one that stands nowhere in the value, or empty
};

}  // namespace tizza
