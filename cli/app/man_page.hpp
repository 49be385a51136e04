#pragma once
#include <string>
#include <vector>

namespace tizza::app {

/// A manual page in the language of man(7).
struct ManPage {
  std::string name;  ///< Without its section: `tizza-release-plan`.
  std::string text;
};

/// `tizza` and one page for each command that is not hidden.
std::vector<ManPage> man_pages();

}  // namespace tizza::app
