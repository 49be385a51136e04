#pragma once
#include <string>
#include <string_view>

/// Paths as text, with `/`; nothing here looks at a disk.
namespace tizza {

/// `child` below `folder`; `child` itself where it is absolute or `folder` is empty or `.`.
std::string join_path(std::string_view folder, std::string_view child);

/// The folder part: empty for a bare name, `/` for what stands in the root.
std::string parent_path(std::string_view path);

/// What stands behind the last `/`.
std::string file_name(std::string_view path);

/// Without `.`, empty parts and, as far as they can be taken back, `..`; `.` for nothing left.
std::string normal_path(std::string_view path);

/// How `path` reads from the folder `from`; both absolute. `.` where they are the same.
std::string relative_path(std::string_view path, std::string_view from);

}  // namespace tizza
