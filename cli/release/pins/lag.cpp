#include "release/pins/lag.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/version_mapping.hpp"

namespace tizza::release {
namespace {

/// Either grammar, as PEP 440 orders it, which takes in what most packages write.
std::optional<Pep440Version> read_version(const std::string& text) {
  if (const auto semantic = parse_semver(text); semantic.ok()) {
    auto mapped = to_pep440(*semantic);
    if (mapped.ok()) return *std::move(mapped);
  }
  auto python = parse_pep440(text);
  if (!python.ok()) return std::nullopt;
  return *std::move(python);
}

Natural number(const Pep440Version& version, size_t index) {
  return index < version.release.size() ? version.release[index] : Natural(0);
}

std::string part_between(const Pep440Version& pinned, const Pep440Version& latest) {
  if (pinned >= latest) return {};
  constexpr const char* kParts[] = {"major", "minor", "patch"};
  for (size_t i = 0; i < 3; ++i) {
    if (number(pinned, i) != number(latest, i)) return kParts[i];
  }
  return "pre-release";
}

/// `git+https://ana:x@git.tizza.com/auth.git/` and `https://git.tizza.com/auth` are one place.
std::string normal_address(std::string_view address) {
  if (const size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address = address.substr(scheme + 3);
  }
  const size_t path = std::min(address.find('/'), address.size());
  if (const size_t user = address.substr(0, path).rfind('@'); user != std::string_view::npos) {
    address = address.substr(user + 1);
  }
  while (address.ends_with('/')) address.remove_suffix(1);
  if (address.ends_with(".git")) address.remove_suffix(4);
  return replace_all(to_lower(address), ":", "/");
}

const KnownPackage* find_package(const Pin& pin, const std::vector<KnownPackage>& known) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownPackage& package) {
    if (!pin.name.empty() && is_pin_of(pin, package.name)) return true;
    return !pin.address.empty() && !package.address.empty() &&
           normal_address(pin.address) == normal_address(package.address);
  });
  return found == known.end() ? nullptr : &*found;
}

}  // namespace

std::string pinned_version(const Pin& pin) {
  switch (pin.kind) {
    case PinKind::kVersion:
    case PinKind::kLocked:
      return pin.pin;
    case PinKind::kTag: {
      const auto ref = read_version_ref(pin.pin);
      return ref ? std::string(ref->version) : std::string();
    }
    default:
      return {};
  }
}

std::optional<Lag> lag_of(const Pin& pin, const std::vector<KnownPackage>& known) {
  const KnownPackage* package = find_package(pin, known);
  if (package == nullptr) return std::nullopt;
  const auto pinned = read_version(pinned_version(pin));
  const auto latest = read_version(package->versions.front());
  if (!pinned || !latest) return std::nullopt;
  Lag lag{package->versions.front(), part_between(*pinned, *latest), std::nullopt};
  if (!package->are_all) return lag;
  lag.releases = std::count_if(package->versions.begin(), package->versions.end(),
                               [&](const std::string& text) {
                                 const auto version = read_version(text);
                                 return version && *version > *pinned;
                               });
  return lag;
}

}  // namespace tizza::release
