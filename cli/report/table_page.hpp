#pragma once
#include <string>
#include <utility>
#include <vector>

#include "report/table.hpp"

namespace tizza::report {

/// A table as a page: what stands in its rows, and below it what there is to say of each.
struct TablePage {
  struct Row {
    std::vector<TableCell> cells;                              ///< As many as there are headings.
    std::vector<std::pair<std::string, std::string>> details;  ///< What kind, and what.
  };

  std::string title;
  std::vector<std::string> headings;
  std::vector<Row> rows;
};

/// One page of HTML that needs nothing beside it.
std::string render_table_page(const TablePage& page);

}  // namespace tizza::report
