#pragma once
#include "ports/archives.hpp"

namespace tizza::platform {

/// Archives as libarchive reads them; of a zip its central directory counts, as for Python.
class LibarchiveArchives final : public Archives {
 public:
  Result<std::vector<ArchiveFile>> read(std::string_view bytes,
                                        const std::function<bool(std::string_view)>& is_wanted,
                                        size_t max_bytes) const override;
};

}  // namespace tizza::platform
