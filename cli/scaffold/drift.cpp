#include "scaffold/drift.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/git_blob.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/answers_file.hpp"
#include "scaffold/made_tree.hpp"
#include "scaffold/template_base.hpp"
#include "scaffold/whole.hpp"
#include "text/file_glob.hpp"

namespace tizza::scaffold {
namespace {

/// Compares one project; lives for one call of find_drift().
class Comparison {
 public:
  Comparison(const FileReader& files, Git& git, const std::string& folder,
             const DriftSources& sources)
      : files_(files), git_(git), folder_(folder), sources_(sources) {}

  Result<Drift> run() {
    TIZZA_CHECK(open());
    TIZZA_TRY(const KnownTemplate* known, sources_.newest(recorded_, folder_));
    if (known->tree.is_cookiecutter) {
      return failure("template", "`" + folder_ + "` is made by a template of cookiecutter",
                     "give that a tizza-template.yaml to compare its projects");
    }
    drift_.title = known->manifest.name;
    drift_.latest = known->manifest.version;
    drift_.behind = behind(known->versions);
    TIZZA_TRY(whole_, render_whole(known->tree, known->manifest, recorded_,
                                   {.registry = sources_.registry}));
    latest_ = made_entries(whole_.project, digits_);
    TIZZA_CHECK(find_base());
    head_ = moved(std::move(head_), whole_.migration);
    base_ = moved(std::move(base_), whole_.migration);
    find_renames();
    TIZZA_CHECK(classify_all());
    return std::move(drift_);
  }

 private:
  Status open() {
    TIZZA_TRY(repository_, git_.open(folder_));
    TIZZA_TRY(const std::string here, files_.real_path(folder_));
    TIZZA_TRY(const std::string root, files_.real_path(repository_->work_tree()));
    const std::string tree = here == root ? "HEAD" : "HEAD:" + relative_path(here, root);
    auto entries = repository_->list_tree(tree);
    const GitTreeEntry* answers =
        entries ? find_entry(*entries, std::string(kAnswersFile)) : nullptr;
    if (!answers) {
      return file_failure(
          "project", folder_,
          "`" + folder_ + "` has no `" + std::string(kAnswersFile) + "` in its last commit",
          "name a project that `tizza new` made, or link it: tizza template adopt " + folder_);
    }
    digits_ = answers->id.size();
    TIZZA_TRY(std::string text, repository_->read_object(answers->id));
    TIZZA_TRY(recorded_, read_committed(files_, folder_, std::move(text)));
    head_ = without(*std::move(entries), kAnswersFile);
    if (recorded_.destination.empty()) recorded_.destination = file_name(here);
    drift_.name = recorded_.destination;
    drift_.source = recorded_.source;
    drift_.version = recorded_.version;
    return {};
  }

  std::optional<size_t> behind(const std::vector<std::string>& versions) const {
    const auto at = std::find(versions.begin(), versions.end(), recorded_.version);
    if (at == versions.end()) return std::nullopt;
    return static_cast<size_t>(at - versions.begin());
  }

  /// What the template had made: what it makes now, or what is kept of it, or what its recorded
  /// version makes.
  Status find_base() {
    if (tree_hash(whole_.project) == recorded_.tree) {
      base_ = latest_;
      return {};
    }
    if (auto kept = repository_->list_tree(template_ref(recorded_.tree))) {
      base_ = without(*std::move(kept), kAnswersFile);
      return {};
    }
    again_ = sources_.as_recorded(recorded_, folder_);
    if (again_ && tree_hash(*again_) == recorded_.tree) {
      base_ = made_entries(*again_, digits_);
      return {};
    }
    return file_failure("template", folder_,
                        "what template `" + recorded_.source + "` had made of `" + folder_ +
                            "` is not in its repository",
                        "fetch it: git -C " + shell_quote(folder_) + " fetch origin '" +
                            std::string(kTemplateRefs) + "*:" + std::string(kTemplateRefs) + "*'");
  }

  /// Files that the project moved without a change.
  void find_renames() {
    std::map<std::string, std::string> gone;  // by content
    std::set<std::string> many;
    for (const GitTreeEntry& entry : base_) {
      if (find_entry(head_, entry.path)) continue;
      if (!gone.emplace(entry.id, entry.path).second) many.insert(entry.id);
    }
    for (const GitTreeEntry& entry : head_) {
      const auto from = gone.find(entry.id);
      const bool is_known = find_entry(base_, entry.path) || find_entry(latest_, entry.path);
      if (is_known || from == gone.end() || many.contains(entry.id)) continue;
      renames_[entry.path] = from->second;
      gone.erase(from);
    }
  }

  Status classify_all() {
    std::set<std::string> paths;
    for (const auto* tree : {&head_, &base_, &latest_}) {
      for (const GitTreeEntry& entry : *tree) paths.insert(entry.path);
    }
    for (const auto& [to, from] : renames_) paths.erase(from);
    for (const std::string& path : paths) TIZZA_CHECK(classify_one(path));
    return {};
  }

  Status classify_one(const std::string& path) {
    const auto renamed = renames_.find(path);
    const std::string from = renamed == renames_.end() ? std::string() : renamed->second;
    const std::string& known_as = from.empty() ? path : from;
    const GitTreeEntry* head = find_entry(head_, path);
    const GitTreeEntry* base = find_entry(base_, known_as);
    const GitTreeEntry* latest = find_entry(latest_, known_as);
    const bool is_managed = (base || latest) && !is_kept(path);
    if (!is_managed && !head) return {};
    TIZZA_TRY(const FileClass found,
              is_managed ? class_of(head, base, latest) : Result<FileClass>(FileClass::kUnmanaged));
    const bool is_nothing = !head && !latest;
    if (is_nothing) return {};  // both took it away
    if (head && is_managed) TIZZA_CHECK(find_open_fill_ins(path, *head, latest));
    ++drift_.counts.at(static_cast<size_t>(found));
    const bool stays = found == FileClass::kUnchanged || found == FileClass::kUnmanaged;
    if (!stays) drift_.files.push_back({path, found, from, {}});
    return {};
  }

  bool is_kept(const std::string& path) const {
    return std::any_of(whole_.kept_globs.begin(), whole_.kept_globs.end(),
                       [&](const std::string& glob) { return glob_matches(glob, path); });
  }

  /// At least one of base and latest is there.
  Result<FileClass> class_of(const GitTreeEntry* head, const GitTreeEntry* base,
                             const GitTreeEntry* latest) const {
    if (!head) return base ? FileClass::kDeletedByUser : FileClass::kNew;
    TIZZA_TRY(const bool is_as_made, is_same(head, base));
    TIZZA_TRY(const bool is_as_wanted, is_same(head, latest));
    if (is_as_wanted) return FileClass::kUnchanged;
    if (is_as_made) return latest ? FileClass::kUpdated : FileClass::kRemoved;
    TIZZA_TRY(const bool has_moved_on, is_same(base, latest));
    return has_moved_on ? FileClass::kOurs : FileClass::kDiverged;
  }

  /// Whether both are the same but for line ends, which git may turn, and secrets, which stand in
  /// one of them as placeholders.
  Result<bool> is_same(const GitTreeEntry* a, const GitTreeEntry* b) const {
    if (!a || !b) return a == b;
    if (a->mode != b->mode) return false;
    if (a->id == b->id) return true;
    if (a->mode == 0160000 || !may_differ(a->path) || !may_differ(b->path)) return false;
    TIZZA_TRY(const std::string one, text_of(*a));
    TIZZA_TRY(const std::string other, text_of(*b));
    return is_same_but_secrets(one, other) || is_same_but_secrets(other, one);
  }

  /// Only where the template makes line ends or placeholders there, reading pays.
  bool may_differ(const std::string& path) const {
    const TemplateFile* made = find_file(whole_.project, path);
    return !made || made->bytes.find("\r\n") != std::string::npos ||
           made->bytes.find(kSecretMark) != std::string::npos;
  }

  Result<std::string> text_of(const GitTreeEntry& entry) const {
    for (const Project* project : {&whole_.project, again_ ? &*again_ : nullptr}) {
      const TemplateFile* made = project ? find_file(*project, entry.path) : nullptr;
      if (!made || git_blob_id(made->bytes, digits_) != entry.id) continue;
      return replace_all(made->bytes, "\r\n", "\n");  // no object of the repository, maybe
    }
    TIZZA_TRY(const std::string text, repository_->read_object(entry.id));
    return replace_all(text, "\r\n", "\n");
  }

  Status find_open_fill_ins(const std::string& path, const GitTreeEntry& head,
                            const GitTreeEntry* latest) {
    if (whole_.markers.empty() || head.mode == 0120000 || head.mode == 0160000) return {};
    const bool is_latest = latest && latest->id == head.id;
    const TemplateFile* made = is_latest ? find_file(whole_.project, latest->path) : nullptr;
    if (made) {
      find_fill_ins(path, made->bytes, whole_.markers, drift_.fill_ins);
      return {};
    }
    TIZZA_TRY(const std::string text, repository_->read_object(head.id));
    find_fill_ins(path, text, whole_.markers, drift_.fill_ins);
    return {};
  }

  const FileReader& files_;
  Git& git_;
  const std::string& folder_;
  const DriftSources& sources_;
  std::unique_ptr<GitRepository> repository_;
  size_t digits_ = kSha1Digits;
  Recorded recorded_;
  Whole whole_;
  std::optional<Project> again_;  ///< What the recorded version makes, where that was asked.
  TreeEntries head_;
  TreeEntries base_;
  TreeEntries latest_;
  std::map<std::string, std::string> renames_;  ///< New path to old one.
  Drift drift_;
};

}  // namespace

Result<Drift> find_drift(const FileReader& files, Git& git, const std::string& folder,
                         const DriftSources& sources) {
  return Comparison(files, git, folder, sources).run();
}

}  // namespace tizza::scaffold
