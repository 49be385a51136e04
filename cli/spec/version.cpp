#include "spec/version.hpp"

#include <algorithm>

namespace tizza::spec {
namespace {

constexpr VersionInfo kVersions[] = {
    {Version::kSwagger20, Family::kSwagger, "2.0"},
    {Version::kOpenApi30, Family::kOpenApi, "3.0"},
    {Version::kOpenApi31, Family::kOpenApi, "3.1"},
    {Version::kOpenApi32, Family::kOpenApi, "3.2"},
    {Version::kAsyncApi20Rc1, Family::kAsyncApi, "2.0.0-rc1"},
    {Version::kAsyncApi20Rc2, Family::kAsyncApi, "2.0.0-rc2"},
    {Version::kAsyncApi20, Family::kAsyncApi, "2.0.0"},
    {Version::kAsyncApi21, Family::kAsyncApi, "2.1.0"},
    {Version::kAsyncApi22, Family::kAsyncApi, "2.2.0"},
    {Version::kAsyncApi23, Family::kAsyncApi, "2.3.0"},
    {Version::kAsyncApi24, Family::kAsyncApi, "2.4.0"},
    {Version::kAsyncApi25, Family::kAsyncApi, "2.5.0"},
    {Version::kAsyncApi26, Family::kAsyncApi, "2.6.0"},
    {Version::kAsyncApi30, Family::kAsyncApi, "3.0.0"},
    {Version::kAsyncApi31, Family::kAsyncApi, "3.1.0"},
};

constexpr FamilyInfo kFamilies[] = {
    {Family::kSwagger, "swagger", "Swagger"},
    {Family::kOpenApi, "openapi", "OpenAPI"},
    {Family::kAsyncApi, "asyncapi", "AsyncAPI"},
};

/// `3.0` stands for 3.0.0, 3.0.4 and 3.0.1-rc2: patches of OpenAPI change no structure.
bool is_patch_of(std::string_view number, std::string_view text) {
  if (!text.starts_with(number)) return false;
  text.remove_prefix(number.size());
  if (text.empty()) return true;
  if (text[0] != '.') return false;
  const size_t digits = std::min(text.find_first_not_of("0123456789", 1), text.size());
  return digits > 1 && (digits == text.size() || (text[digits] == '-' && digits + 1 < text.size()));
}

bool names(const VersionInfo& version, std::string_view text) {
  if (version.family == Family::kOpenApi) return is_patch_of(version.number, text);
  return version.number == text;
}

}  // namespace

std::span<const VersionInfo> all_versions() {
  return kVersions;
}

std::span<const FamilyInfo> all_families() {
  return kFamilies;
}

const VersionInfo& info(Version version) {
  return all_versions()[static_cast<size_t>(version)];
}

const FamilyInfo& info(Family family) {
  return all_families()[static_cast<size_t>(family)];
}

std::optional<Version> find_version(Family family, std::string_view number) {
  for (const auto& known : all_versions()) {
    if (known.family == family && names(known, number)) return known.version;
  }
  return std::nullopt;
}

std::optional<Version> first_of(Versions versions, Family family) {
  for (const auto& known : all_versions()) {
    if (known.family == family && versions.has(known.version)) return known.version;
  }
  return std::nullopt;
}

}  // namespace tizza::spec
