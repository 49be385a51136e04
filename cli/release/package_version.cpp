#include "release/package_version.hpp"

#include <fmt/core.h>

#include <optional>

#include "base/paths.hpp"
#include "base/pep440.hpp"
#include "base/semver.hpp"
#include "base/strings.hpp"
#include "base/version_mapping.hpp"
#include "release/format_table.hpp"

namespace tizza::release {
namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const VersionFormat* format : version_formats()) names.emplace_back(format->file);
  return names;
}

Result<PackageVersion> read_version_file(const FileReader& files, const VersionFormat& format,
                                         std::string path) {
  TIZZA_TRY(std::string text, files.read_file(path));
  const auto source = std::make_shared<const Source>(path, std::move(text));
  TIZZA_TRY(FoundVersion found, format.find(source));
  return PackageVersion{&format, std::move(path), std::move(found)};
}

/// The version as PEP 440 has it, whose grammar takes in most others; none where it has no place.
std::optional<Pep440Version> as_python(const std::string& text) {
  if (const auto semantic = parse_semver(text); semantic.ok()) {
    auto mapped = to_pep440(*semantic);
    if (mapped.ok()) return *std::move(mapped);
  }
  auto python = parse_pep440(text);
  if (!python.ok()) return std::nullopt;
  return *std::move(python);
}

bool agree(const PackageVersion& a, const PackageVersion& b) {
  return is_same_version(a.format->scheme, a.found.text, b.format->scheme, b.found.text);
}

Error disagreement(const PackageVersion& first, const PackageVersion& second) {
  return version_ambiguous(
      second.found.at,
      fmt::format("`{}` states version `{}`, but `{}` states `{}`", second.path, second.found.text,
                  first.path, first.found.text),
      first.found.at, "make both the same, or name one by `--version-file`");
}

Error no_version_file(const std::string& directory) {
  return file_failure("version-absent", directory,
                      fmt::format("no file in `{}` states a version", directory),
                      "add one of " + quoted_list(format_names(), "or"));
}

/// The error of a version's text, moved to where the text stands in its file.
Error at_place(Error error, const FoundVersion& found) {
  Span span = error.diagnostic.at.span;
  span.begin += found.at.span.begin;
  span.end += found.at.span.begin;
  error.diagnostic.at = {found.at.source, span};
  error.verdict = Verdict::kNegative;
  return error;
}

Result<std::string> normal_form(VersionScheme scheme, const std::string& text) {
  if (scheme != VersionScheme::kPep440) {
    const auto semantic = parse_semver(text);
    if (semantic.ok()) return semantic->text();
    if (scheme == VersionScheme::kSemVer) return semantic.error();
  }
  TIZZA_TRY(const Pep440Version python, parse_pep440(text));
  return python.text();
}

}  // namespace

bool is_same_version(VersionScheme a_scheme, const std::string& a, VersionScheme b_scheme,
                     const std::string& b) {
  if (a == b) return true;
  auto left = as_python(a), right = as_python(b);
  if (!left || !right) return false;
  const bool is_any_numbers_alone =
      a_scheme == VersionScheme::kNumbers || b_scheme == VersionScheme::kNumbers;
  if (is_any_numbers_alone) left->pre = right->pre = std::nullopt;
  return *left == *right;
}

Result<std::vector<PackageVersion>> read_package_versions(const FileReader& files,
                                                          const std::string& directory,
                                                          const std::string& only) {
  std::vector<PackageVersion> stated;
  std::optional<Error> absent;
  for (const VersionFormat* format : version_formats()) {
    std::string path = join_path(directory, format->file);
    if (only.empty() ? !files.exists(path) : only != format->file) continue;
    auto read = read_version_file(files, *format, std::move(path));
    if (read.ok()) {
      if (!stated.empty() && !agree(stated[0], *read)) return disagreement(stated[0], *read);
      stated.push_back(*std::move(read));
    } else if (only.empty() && read.error().diagnostic.rule == "version-absent") {
      if (!absent) absent = read.error();
    } else {
      return std::move(read).error();
    }
  }
  if (!stated.empty()) return stated;
  return absent ? *std::move(absent) : no_version_file(directory);
}

Result<PackageVersion> read_package_version(const FileReader& files, const std::string& directory,
                                            const std::string& only) {
  TIZZA_TRY(auto stated, read_package_versions(files, directory, only));
  return std::move(stated.front());
}

Result<std::string> check_version(const PackageVersion& version) {
  const FoundVersion& found = version.found;
  auto normal = normal_form(version.format->scheme, found.text);
  if (!normal.ok()) return at_place(std::move(normal).error(), found);
  const auto text = std::string_view(found.text);
  const bool has_blanks = trim(text) != text;
  if (!has_blanks && !text.starts_with('v') && !text.starts_with('V')) return normal;
  const std::string message =
      fmt::format("version `{}` {}, which no tag has", text,
                  has_blanks ? "has blanks at its ends" : fmt::format("starts with `{}`", text[0]));
  return at_place(version_error(text, {0, static_cast<uint32_t>(text.size())}, message,
                                fmt::format("write `{}`", *normal)),
                  found);
}

}  // namespace tizza::release
