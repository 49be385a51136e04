#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace tizza::yaml {

/// Block scalars without lines that are followed, in the same column, by more of what holds them:
///
///     menu:
///       note: |
///       size: 2
///
/// libfyaml 0.7.12 takes what follows for their lines. So it is given a text in which their headers
/// are masked as plain scalars of the same length. Whether a line ends in a header cannot be told
/// from the line alone (it may belong to a text); a parse tells, and what it does not meet is
/// dropped.
class EmptyBlocks {
 public:
  EmptyBlocks() = default;
  /// All that look like it.
  explicit EmptyBlocks(std::string_view text);

  /// The text with the `|` or `>` of each replaced.
  std::string masked(std::string_view text) const;

  /// Whether a scalar that starts at `offset` is one of them. Asked in the order of the text.
  bool meet(uint32_t offset);
  /// Forgets those that a parse did not meet; whether there were any.
  bool drop_others();

 private:
  std::vector<uint32_t> headers_;  // ascending
  std::vector<uint32_t> met_;
  size_t next_ = 0;
};

/// Empty lines below the header at `offset`, with the indentation of the line behind them.
Span lines_below(std::string_view text, uint32_t offset);

/// What an empty block is made of: nothing, or line ends where the header keeps them.
std::string empty_block_text(std::string_view text, uint32_t offset);

}  // namespace tizza::yaml
