#pragma once
#include <string>
#include <vector>

#include "report/report.hpp"

namespace tizza::report {

/// One file and what was found in it.
struct FileFindings {
  std::string path;
  const CheckedDocument* document = nullptr;  ///< None for what others refer to.
  std::vector<const Diagnostic*> findings = {};
  std::vector<const Diagnostic*> errors = {};
};

/// The checked documents in their order, then other files with findings or errors. What is about no
/// file stands under an empty path. The report must outlive the result.
std::vector<FileFindings> by_file(const Report& report);

}  // namespace tizza::report
