#pragma once
#include <string>

#include "platform/descriptor.hpp"

namespace tizza::platform {

/// The folder that holds `path`: `.` for a lone name. Slashes at the end do not count.
std::string parent_of(const std::string& path);
std::string name_of(const std::string& path);

/// A hidden name beside `path` that nobody else uses: `.NAME.tizza-4f0c…`.
std::string hidden_sibling(const std::string& path);

/// Makes renames and new names in the folder of `path` durable; the errno, or 0.
int sync_parent(const std::string& path);

/// open(2) with O_CLOEXEC, again after EINTR.
Descriptor open_file(const std::string& path, int flags, unsigned mode = 0);

}  // namespace tizza::platform
