#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tizza::testing {

/// A number of kill points that no call of a test comes to.
inline constexpr int kNeverReached = 1'000'000;

/// Where a call that may be killed is made, with none of the user's settings.
struct KilledPlace {
  std::string home;    ///< Becomes HOME.
  std::string folder;  ///< The working directory.
  std::map<std::string, std::string> environment = {};
};

/// Runs tizza with real files, processes and git in a process of its own, which dies at its
/// `number`th kill point (kill_points.hpp). The exit code; none where it died.
std::optional<int> run_killed(const KilledPlace& place, const std::vector<std::string>& arguments,
                              int number = kNeverReached);

}  // namespace tizza::testing
