#pragma once
#include <string>
#include <utility>
#include <vector>

#include "report/style.hpp"

namespace tizza::report {

/// One field of a table. Its text is shown on one line.
struct TableCell {
  std::string text;
  Style style = Style::kPlain;

  TableCell(std::string content, Style look = Style::kPlain)
      : text(std::move(content)), style(look) {}
  TableCell(std::string_view content, Style look = Style::kPlain)
      : TableCell(std::string(content), look) {}
  TableCell(const char* content, Style look = Style::kPlain)
      : TableCell(std::string(content), look) {}
};

struct TableOptions {
  size_t width = 0;  ///< Columns of the terminal; 0 shows every cell in full (a pipe, a file).
  bool colour = false;
};

/// Rows in aligned columns. On a terminal the widest columns are cut, with `…`, until a row
/// fits; the first one is cut last. Where columns that must stay whole leave no room for the
/// others, a row becomes a block: its leading whole columns, then one heading and cell a line.
class Table {
 public:
  explicit Table(std::vector<std::string> headings) : headings_(std::move(headings)) {}

  /// As many cells as there are headings.
  void add(std::vector<TableCell> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }
  /// The columns, from 0, that are never cut: names and ids that one has to copy, and sentences.
  Table& keep_whole(std::vector<size_t> columns);

  /// A line of headings and one a row; nothing where there are no rows.
  std::string render(const TableOptions& options) const;

 private:
  std::string render_blocks(const TableOptions& options) const;

  std::vector<std::string> headings_;
  std::vector<bool> is_whole_ = std::vector<bool>(headings_.size());
  std::vector<std::vector<TableCell>> rows_;
};

}  // namespace tizza::report
