#include "scaffold/made_tree.hpp"

#include <algorithm>

#include "base/git_blob.hpp"

namespace tizza::scaffold {

TreeEntries made_entries(const Project& project, size_t digits) {
  TreeEntries entries;
  entries.reserve(project.size());
  for (const TemplateFile& file : project) {
    const uint32_t mode = file.is_symlink ? 0120000 : file.mode & 0111 ? 0100755 : 0100644;
    entries.push_back({file.path, mode, git_blob_id(file.bytes, digits)});
  }
  return entries;
}

bool is_same_but_secrets(std::string_view made, std::string_view text) {
  for (;;) {
    const size_t mark = made.find(kSecretMark);
    const size_t end = mark == std::string_view::npos ? mark : made.find('>', mark);
    if (end == std::string_view::npos) return made == text;
    if (text.substr(0, mark) != made.substr(0, mark)) return false;
    made.remove_prefix(end + 1);
    text.remove_prefix(mark);
    // What stands there ends where the template goes on: at what follows up to the next secret or
    // line end, or where nothing follows, at the end of the line.
    const std::string_view next = made.substr(0, std::min(made.find(kSecretMark), made.find('\n')));
    const std::string_view line = text.substr(0, text.find('\n'));
    const size_t behind = next.empty() ? line.size() : line.rfind(next);
    if (behind == std::string_view::npos) return false;
    text.remove_prefix(behind);
  }
}

}  // namespace tizza::scaffold
