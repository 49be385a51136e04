#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tizza::spec {

/// Every version of a description format that tizza reads, oldest first within a format.
enum class Version : uint8_t {
  kSwagger20,
  kOpenApi30,
  kOpenApi31,
  kOpenApi32,
  kAsyncApi20Rc1,
  kAsyncApi20Rc2,
  kAsyncApi20,
  kAsyncApi21,
  kAsyncApi22,
  kAsyncApi23,
  kAsyncApi24,
  kAsyncApi25,
  kAsyncApi26,
  kAsyncApi30,
  kAsyncApi31,
};

enum class Family : uint8_t { kSwagger, kOpenApi, kAsyncApi };

/// A set of versions, for gates in grammars and for the formats of a rule.
class Versions {
 public:
  constexpr Versions() = default;
  constexpr Versions(Version version) : bits_(1u << static_cast<uint32_t>(version)) {}

  static constexpr Versions range(Version first, Version last) {
    Versions set;
    for (uint32_t v = static_cast<uint32_t>(first); v <= static_cast<uint32_t>(last); ++v) {
      set.bits_ |= 1u << v;
    }
    return set;
  }

  constexpr bool has(Version version) const { return (bits_ & Versions(version).bits_) != 0; }
  constexpr Versions operator|(Versions other) const {
    Versions set;
    set.bits_ = bits_ | other.bits_;
    return set;
  }
  constexpr bool operator==(const Versions&) const = default;

 private:
  uint32_t bits_ = 0;
};

inline constexpr Versions kAllSwagger = Version::kSwagger20;
inline constexpr Versions kAllOpenApi3 = Versions::range(Version::kOpenApi30, Version::kOpenApi32);
inline constexpr Versions kAllOas = kAllSwagger | kAllOpenApi3;
inline constexpr Versions kAllAsyncApi2 =
    Versions::range(Version::kAsyncApi20Rc1, Version::kAsyncApi26);
inline constexpr Versions kAllAsyncApi3 =
    Versions::range(Version::kAsyncApi30, Version::kAsyncApi31);
inline constexpr Versions kAllAsyncApi = kAllAsyncApi2 | kAllAsyncApi3;
inline constexpr Versions kAllVersions = kAllOas | kAllAsyncApi;

/// What is known of one version.
struct VersionInfo {
  Version version;
  Family family;
  std::string_view number;  ///< As documents of the version say it: `2.0.0-rc1`.
};

const VersionInfo& info(Version version);
inline Family family(Version version) {
  return info(version).family;
}

/// All versions in the order of the enumeration.
std::span<const VersionInfo> all_versions();

/// What is known of one format.
struct FamilyInfo {
  Family family;
  std::string_view key;    ///< The field at the root that names the version: `swagger`.
  std::string_view title;  ///< `Swagger`.
};

const FamilyInfo& info(Family family);
std::span<const FamilyInfo> all_families();

/// The version of `family` that a document names as `number`.
std::optional<Version> find_version(Family family, std::string_view number);

/// The oldest version of the set, within the family.
std::optional<Version> first_of(Versions versions, Family family);

}  // namespace tizza::spec
