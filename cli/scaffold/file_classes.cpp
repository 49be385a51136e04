#include "scaffold/file_classes.hpp"

#include <map>
#include <set>
#include <utility>

#include "base/paths.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::array<std::string_view, kFileClasses> kNames = {
    "new",  "update",    "merge",     "moved",    "removed", "conflict", "deleted by user",
    "ours", "unchanged", "unmanaged", "diverged",
};

bool is_same(const GitTreeEntry* a, const GitTreeEntry* b) {
  if (!a || !b) return a == b;
  return a->id == b->id && a->mode == b->mode;
}

/// Lives for one call of classify().
class Classifier {
 public:
  explicit Classifier(const UpdateTrees& trees) : trees_(trees) {
    for (const MergeConflict& conflict : trees.conflicts) {
      for (const std::string& path : conflict.paths) conflicts_.emplace(path, conflict.kind);
    }
    for (const Rename& rename : trees.their_renames) {
      their_names_[rename.to] = rename.from;
      sources_.insert(rename.from);
    }
    for (const Rename& rename : trees.our_renames) {
      our_names_[rename.to] = rename.from;
      our_sources_.insert(rename.from);
    }
    note_moves();
  }

  std::vector<ClassedFile> run() {
    std::set<std::string> paths;
    for (const auto* tree : {&trees_.base, &trees_.ours, &trees_.theirs, &trees_.result}) {
      for (const GitTreeEntry& entry : *tree) paths.insert(entry.path);
    }
    std::vector<ClassedFile> files;
    for (const std::string& path : paths) {
      if (auto file = classify_one(path); !file.path.empty()) files.push_back(std::move(file));
    }
    return files;
  }

 private:
  /// A file that stood in a renamed folder is found by its content under its new path.
  void note_moves() {
    std::map<std::pair<std::string, std::string>, std::string> arrivals;  // by content and name
    for (const GitTreeEntry& entry : trees_.result) {
      if (find_entry(trees_.ours, entry.path)) continue;
      arrivals[{entry.id, file_name(entry.path)}] = entry.path;
    }
    for (const GitTreeEntry& entry : trees_.ours) {
      if (find_entry(trees_.result, entry.path) || find_entry(trees_.base, entry.path)) continue;
      const auto arrival = arrivals.find({entry.id, file_name(entry.path)});
      if (arrival == arrivals.end()) continue;
      moves_[arrival->second] = entry.path;
      moved_.insert(entry.path);
    }
  }

  ClassedFile classify_one(const std::string& path) {
    const auto* base = find_entry(trees_.base, path);
    const auto* ours = find_entry(trees_.ours, path);
    const auto* theirs = find_entry(trees_.theirs, path);
    const auto* result = find_entry(trees_.result, path);
    if (const auto conflict = conflicts_.find(path); conflict != conflicts_.end()) {
      return {path, FileClass::kConflict, {}, conflict->second};
    }
    if (!result) return without_result(path, base, ours, theirs);
    if (!ours) return arrived(path, base, theirs, result);
    std::string from;
    if (const auto renamed = our_names_.find(path); !base && renamed != our_names_.end()) {
      from = renamed->second;
      base = find_entry(trees_.base, from);
      theirs = find_entry(trees_.theirs, from);
    }
    if (!base && !theirs) return {path, FileClass::kUnmanaged, {}, {}};
    if (is_same(ours, result)) {
      if (!is_same(ours, base)) return {path, FileClass::kOurs, from, {}};
      return {path, FileClass::kUnchanged, from, {}};
    }
    return {path, is_same(ours, base) ? FileClass::kUpdated : FileClass::kMerged, from, {}};
  }

  /// It is no longer there, or never was; no path where another file tells the story.
  ClassedFile without_result(const std::string& path, const GitTreeEntry* base,
                             const GitTreeEntry* ours, const GitTreeEntry* theirs) const {
    if (!ours) {
      const bool was_known = base || their_names_.contains(path);
      if (!was_known || !theirs || our_sources_.contains(path)) return {};
      return {path, FileClass::kDeletedByUser, {}, {}};
    }
    if (moved_.contains(path) || sources_.contains(path)) return {};
    return {path, FileClass::kRemoved, {}, {}};
  }

  /// The project had nothing under this path.
  ClassedFile arrived(const std::string& path, const GitTreeEntry* base, const GitTreeEntry* theirs,
                      const GitTreeEntry* result) const {
    if (const auto moved = moves_.find(path); moved != moves_.end()) {
      return {path, FileClass::kMoved, moved->second, {}};
    }
    const auto renamed = their_names_.find(path);
    if (renamed == their_names_.end()) {
      const bool has_edits = theirs && !is_same(theirs, result);
      return {path, has_edits || base ? FileClass::kMerged : FileClass::kNew, {}, {}};
    }
    const bool is_edited = !is_same(result, theirs);
    return {path, is_edited ? FileClass::kMerged : FileClass::kUpdated, renamed->second, {}};
  }

  const UpdateTrees& trees_;
  std::map<std::string, std::string> conflicts_;
  std::map<std::string, std::string> their_names_;  ///< New name to old one.
  std::map<std::string, std::string> our_names_;
  std::set<std::string> sources_;  ///< Old names of what the template renamed.
  std::set<std::string> our_sources_;
  std::map<std::string, std::string> moves_;
  std::set<std::string> moved_;
};

}  // namespace

std::string_view to_string(FileClass file_class) {
  return kNames.at(static_cast<size_t>(file_class));
}

std::vector<ClassedFile> classify(const UpdateTrees& trees) {
  return Classifier(trees).run();
}

std::array<size_t, kFileClasses> count_classes(const std::vector<ClassedFile>& files) {
  std::array<size_t, kFileClasses> counts{};
  for (const ClassedFile& file : files) ++counts.at(static_cast<size_t>(file.file_class));
  return counts;
}

}  // namespace tizza::scaffold
