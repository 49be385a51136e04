#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace tizza {

/// One file of the source tree that the binary carries, byte for byte. The text lives as long as
/// the program.
struct EmbeddedFile {
  std::string_view path;  ///< Below its folder, with `/`: `services/django-rest/files/setup.py`.
  std::string_view bytes;
  uint32_t mode = 0644;  ///< 0755 for what the owner may execute.
};

/// Everything below templates/, sorted by path.
std::span<const EmbeddedFile> embedded_templates();

/// Everything below registry-schema/, sorted by path.
std::span<const EmbeddedFile> embedded_schemas();

/// The file with exactly this path, or nullptr.
const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files, std::string_view path);

}  // namespace tizza
