#pragma once
#include <memory>
#include <string>

#include "golden/golden_case.hpp"

namespace tizza::testing {

struct GoldenOutcome {
  int exit_code = 0;
  std::string out;
  std::string err;
};

/// Where a case runs: in memory, or in a temporary folder of the real disk.
class GoldenWorld {
 public:
  virtual ~GoldenWorld() = default;
  /// Runs one `$` line. The terminal's answers go on from one call to the next.
  virtual GoldenOutcome run(const std::string& line) = 0;
  /// The content of a file, `<absent>` where there is none.
  virtual std::string text(const std::string& path) = 0;
  virtual bool exists(const std::string& path) = 0;
  /// What should not be left behind: half-written files, held interrupts. Empty for nothing.
  virtual std::string leftovers() = 0;
  /// The text as the case shows it: the same on every machine.
  virtual std::string normalised(const std::string& text) = 0;
};

/// Whether a path is one of a file that was to be renamed: `.NAME.tizza-NUMBER`.
bool is_left_over(const std::string& path);

/// A fresh world for the case. `colour` forces colours on both streams.
std::unique_ptr<GoldenWorld> make_world(const GoldenCase& golden, bool colour);

}  // namespace tizza::testing
