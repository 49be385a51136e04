#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tizza::platform {

/// Puts `content` at `path` so that at every moment, also after a power cut, the old or the new
/// content is there as a whole. Keeps mode and owner of an existing file; symlinks are followed.
/// Gives the errno of what failed, with nothing changed and nothing left behind, or 0.
int atomic_write(const std::string& path, std::string_view content, uint32_t mode);

}  // namespace tizza::platform
