#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/pins/pin.hpp"

/// How far a pin is behind what is known to be released.
namespace tizza::release {

/// The versions of one package, as the registry or its tags tell.
struct KnownPackage {
  std::string name;
  std::string address;                ///< Its repository; empty where nobody says it.
  std::vector<std::string> versions;  ///< Highest first; at least one.
  bool are_all = false;               ///< Whether every release is among them.
};

struct Lag {
  std::string latest;
  std::string part;  ///< `major`, `minor`, `patch` or `pre-release`; empty where it is the latest.
  std::optional<size_t> releases;  ///< How many there were since; none where not all are known.
};

/// None where the package is not known, or the pin names no version.
std::optional<Lag> lag_of(const Pin& pin, const std::vector<KnownPackage>& known);

/// The version that a pin names: `1.4.0` of `v1.4.0`; empty where it names none.
std::string pinned_version(const Pin& pin);

}  // namespace tizza::release
