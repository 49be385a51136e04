#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace tizza {

/// The digits of an object's id in a repository with SHA-1 names, and in one with SHA-256 names.
inline constexpr size_t kSha1Digits = 40;
inline constexpr size_t kSha256Digits = 64;

/// The id that git gives a blob with these bytes, in hexadecimal: what tells equal files from
/// different ones without reading an object.
std::string git_blob_id(std::string_view bytes, size_t digits);

}  // namespace tizza
