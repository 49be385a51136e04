#pragma once
#include <string>

#include "report/report.hpp"

namespace tizza::report {

/// `2 errors, 1 warning in 3 files`, or `3 files checked, no findings`; behind it how many are
/// known and do not count, and how many are known no longer: `; 2 known, 1 expired`.
std::string summary_line(const Report& report, bool colour);

}  // namespace tizza::report
