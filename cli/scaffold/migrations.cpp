#include "scaffold/migrations.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/semver.hpp"

namespace tizza::scaffold {
namespace {

bool concerns(Node migration, const std::string& from) {
  const auto since = parse_semver(migration["version"].text());
  const auto made_by = parse_semver(from);
  if (!since || !made_by) return true;
  return precedence(*made_by, *since) < 0;
}

void move_one(TreeEntries& entries, const std::string& from, const std::string& to) {
  const std::string folder = from + "/";
  for (GitTreeEntry& entry : entries) {
    std::string path;
    if (entry.path == from) path = to;
    if (entry.path.starts_with(folder)) path = to + "/" + entry.path.substr(folder.size());
    if (path.empty()) continue;
    const auto stands_there = [&](const GitTreeEntry& other) { return other.path == path; };
    if (std::none_of(entries.begin(), entries.end(), stands_there)) entry.path = path;
  }
}

}  // namespace

bool is_in_project(const std::string& path) {
  return !path.starts_with('/') && path != "." && path != ".." && !path.starts_with("../") &&
         path != ".git" && !path.starts_with(".git/");
}

Migration migrations_since(const Manifest& manifest, const std::string& from) {
  Migration all;
  for (const Node migration : manifest.document->root()["migrations"].items()) {
    if (!concerns(migration, from)) continue;
    for (const auto& [old_id, new_id] : migration["rename_answers"].entries()) {
      all.answers[std::string(old_id.text())] = new_id.text();
    }
    for (const auto& [old_path, new_path] : migration["move"].entries()) {
      std::string before = normal_path(old_path.text());
      std::string after = normal_path(new_path.text());
      if (!is_in_project(before) || !is_in_project(after)) continue;
      all.moves.emplace_back(std::move(before), std::move(after));
    }
    if (const Node note = migration["note"]) all.notes.emplace_back(note.text());
  }
  return all;
}

TreeEntries moved(TreeEntries entries, const Migration& migration) {
  for (const auto& [from, to] : migration.moves) move_one(entries, from, to);
  sort_by_path(entries);
  return entries;
}

}  // namespace tizza::scaffold
