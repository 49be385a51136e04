#pragma once
#include <string>

#include "report/report.hpp"

namespace tizza::report {

/// `2 errors and 1 warning in 3 files`, or `3 files checked, no findings`.
std::string summary_line(const Report& report, bool colour);

}  // namespace tizza::report
