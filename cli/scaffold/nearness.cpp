#include "scaffold/nearness.hpp"

#include <unordered_map>

#include "base/strings.hpp"
#include "scaffold/made_tree.hpp"

namespace tizza::scaffold {
namespace {

/// How many lines of `made` are among `actual`, each of which counts once. Order does not matter:
/// what was moved is still there.
size_t common_lines(const std::vector<std::string_view>& made,
                    const std::vector<std::string_view>& actual) {
  std::unordered_map<std::string_view, size_t> there;
  for (const std::string_view line : actual) ++there[line];
  size_t found = 0;
  for (const std::string_view line : made) {
    const auto at = there.find(line);
    if (at == there.end() || at->second == 0) continue;
    --at->second;
    ++found;
  }
  return found;
}

}  // namespace

const std::string& CommittedFiles::text(const std::string& path) const {
  const auto known = texts_.find(path);
  if (known != texts_.end()) return known->second;
  std::string& text = texts_[path];
  const GitTreeEntry* entry = find_entry(entries_, path);
  if (!entry || entry->mode == 0160000) return text;
  if (auto content = repository_->read_object(entry->id)) text = *std::move(content);
  return text;
}

Nearness nearness(const Project& made, const CommittedFiles& files) {
  Nearness near;
  const size_t digits = files.entries().empty() ? 0 : files.entries().front().id.size();
  const TreeEntries ids = made_entries(made, digits);
  for (size_t i = 0; i < made.size(); ++i) {
    const auto lines = split_lines(made[i].bytes);
    const size_t weight = lines.empty() ? 1 : lines.size();  // an empty file is something, too
    ++near.files;
    near.lines += weight;
    const GitTreeEntry* entry = find_entry(files.entries(), made[i].path);
    if (!entry) continue;
    if (entry->id == ids[i].id) {
      ++near.same;
      near.lines += weight;
      near.found += 2 * weight;
      continue;
    }
    ++near.changed;
    const auto actual = split_lines(files.text(made[i].path));
    near.lines += actual.size();
    near.found += 2 * common_lines(lines, actual);
  }
  return near;
}

}  // namespace tizza::scaffold
