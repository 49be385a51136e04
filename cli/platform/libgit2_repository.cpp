#include "platform/libgit2_repository.hpp"

#include <fmt/core.h>
#include <git2.h>

#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "platform/history_marks.hpp"
#include "platform/packed_tags.hpp"
#include "platform/shared_library.hpp"

/// Debian's libgit2 reads every certificate of the system when it starts, which takes longer than
/// all that is asked of it here: nothing of it ever goes over a network (the user's git does). This
/// stands in front of the function of mbed TLS, which nobody else in the program uses.
extern "C" int mbedtls_x509_crt_parse_file(void*, const char*) {
  return 0;
}

namespace tizza::platform {
namespace {

struct GitLibrary : SharedLibrary {
  // Its interface changes with every release, so that only the one compiled for will do.
  GitLibrary() : SharedLibrary("libgit2.so." LIBGIT2_SOVERSION) {
    if (is_complete()) git_libgit2_init();
  }
  TIZZA_LIBRARY_FUNCTION(git_libgit2_init);
  TIZZA_LIBRARY_FUNCTION(git_repository_open_ext);
  TIZZA_LIBRARY_FUNCTION(git_repository_free);
  TIZZA_LIBRARY_FUNCTION(git_repository_workdir);
  TIZZA_LIBRARY_FUNCTION(git_repository_path);
  TIZZA_LIBRARY_FUNCTION(git_repository_commondir);
  TIZZA_LIBRARY_FUNCTION(git_repository_is_shallow);
  TIZZA_LIBRARY_FUNCTION(git_reference_lookup);
  TIZZA_LIBRARY_FUNCTION(git_reference_free);
  TIZZA_LIBRARY_FUNCTION(git_reference_symbolic_target);
  TIZZA_LIBRARY_FUNCTION(git_reference_name_to_id);
  TIZZA_LIBRARY_FUNCTION(git_revparse_single);
  TIZZA_LIBRARY_FUNCTION(git_object_lookup);
  TIZZA_LIBRARY_FUNCTION(git_object_peel);
  TIZZA_LIBRARY_FUNCTION(git_object_free);
  TIZZA_LIBRARY_FUNCTION(git_object_id);
  TIZZA_LIBRARY_FUNCTION(git_object_type);
  TIZZA_LIBRARY_FUNCTION(git_object_lookup_bypath);
  TIZZA_LIBRARY_FUNCTION(git_tree_walk);
  TIZZA_LIBRARY_FUNCTION(git_tree_entry_name);
  TIZZA_LIBRARY_FUNCTION(git_tree_entry_id);
  TIZZA_LIBRARY_FUNCTION(git_tree_entry_type);
  TIZZA_LIBRARY_FUNCTION(git_tree_entry_filemode);
  TIZZA_LIBRARY_FUNCTION(git_oid_fromstr);
  TIZZA_LIBRARY_FUNCTION(git_blob_rawcontent);
  TIZZA_LIBRARY_FUNCTION(git_blob_rawsize);
  TIZZA_LIBRARY_FUNCTION(git_tag_foreach);
  TIZZA_LIBRARY_FUNCTION(git_graph_descendant_of);
  TIZZA_LIBRARY_FUNCTION(git_merge_base);
  TIZZA_LIBRARY_FUNCTION(git_revwalk_new);
  TIZZA_LIBRARY_FUNCTION(git_revwalk_free);
  TIZZA_LIBRARY_FUNCTION(git_revwalk_sorting);
  TIZZA_LIBRARY_FUNCTION(git_revwalk_push);
  TIZZA_LIBRARY_FUNCTION(git_revwalk_hide);
  TIZZA_LIBRARY_FUNCTION(git_revwalk_next);
  TIZZA_LIBRARY_FUNCTION(git_commit_tree_id);
  TIZZA_LIBRARY_FUNCTION(git_commit_parentcount);
  TIZZA_LIBRARY_FUNCTION(git_commit_parent_id);
  TIZZA_LIBRARY_FUNCTION(git_commit_message);
  TIZZA_LIBRARY_FUNCTION(git_commit_time);
  TIZZA_LIBRARY_FUNCTION(git_tree_entry_byname);
  TIZZA_LIBRARY_FUNCTION(git_oid_tostr);
  TIZZA_LIBRARY_FUNCTION(git_oid_equal);
  TIZZA_LIBRARY_FUNCTION(git_error_last);

  static const GitLibrary& get() {
    static const GitLibrary library;
    return library;
  }
};

struct Free {
  void operator()(git_repository* repository) const {
    GitLibrary::get().git_repository_free(repository);
  }
  void operator()(git_object* object) const { GitLibrary::get().git_object_free(object); }
  void operator()(git_reference* reference) const {
    GitLibrary::get().git_reference_free(reference);
  }
  void operator()(git_revwalk* walk) const { GitLibrary::get().git_revwalk_free(walk); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

std::string without_end_slash(std::string path) {
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

class Libgit2Repository final : public GitRepository {
 public:
  explicit Libgit2Repository(Owned<git_repository> repository)
      : repository_(std::move(repository)),
        work_tree_(without_end_slash(library_.git_repository_workdir(repository_.get()))),
        git_directory_(without_end_slash(library_.git_repository_path(repository_.get()))) {}

  const std::string& work_tree() const override { return work_tree_; }
  const std::string& git_directory() const override { return git_directory_; }
  bool is_shallow() const override {
    return library_.git_repository_is_shallow(repository_.get()) == 1;
  }

  std::optional<std::string> head_commit() const override {
    git_oid id;
    if (library_.git_reference_name_to_id(&id, repository_.get(), "HEAD") != 0) return {};
    return hexadecimal(id);
  }

  std::optional<std::string> head_branch() const override {
    constexpr std::string_view kBranches = "refs/heads/";
    git_reference* found = nullptr;
    if (library_.git_reference_lookup(&found, repository_.get(), "HEAD") != 0) return {};
    const Owned<git_reference> head(found);
    const char* target = library_.git_reference_symbolic_target(head.get());
    if (target == nullptr || !std::string_view(target).starts_with(kBranches)) return {};
    return std::string(target).substr(kBranches.size());
  }

  Result<std::string> resolve(const std::string& revision) const override {
    TIZZA_TRY(const Owned<git_object> commit, find(revision, GIT_OBJECT_COMMIT));
    return hexadecimal(*library_.git_object_id(commit.get()));
  }

  /// Thousands of tags are packed into one file that says what each leads to, so that no object has
  /// to be read for them. That a few may lead to trees is found out where one is looked at.
  Result<std::vector<GitTag>> tags() const override {
    Tags all{*this, {}};
    const std::string common =
        without_end_slash(library_.git_repository_commondir(repository_.get()));
    const auto packed = read_packed_tags(common);
    if (!packed) {
      if (library_.git_tag_foreach(repository_.get(), &Tags::add, &all) != 0) return last_error();
      return std::move(all.found);
    }
    const auto loose = loose_tags(common);
    for (const std::string& name : loose) add_loose(name, all);
    const auto behind_loose = static_cast<ptrdiff_t>(all.found.size());
    all.found.reserve(all.found.size() + packed->size());
    for (const PackedTag& tag : *packed) {
      const std::string& target = tag.peeled.empty() ? tag.id : tag.peeled;
      if (std::binary_search(loose.begin(), loose.end(), tag.name)) continue;
      all.found.push_back({tag.name, target, !tag.peeled.empty()});
    }
    std::inplace_merge(all.found.begin(), all.found.begin() + behind_loose, all.found.end(),
                       [](const GitTag& a, const GitTag& b) { return a.name < b.name; });
    return std::move(all.found);
  }

  Result<std::string> read_blob(const std::string& revision,
                                const std::string& path) const override {
    TIZZA_TRY(const Owned<git_object> tree, find(revision, GIT_OBJECT_TREE));
    git_object* found = nullptr;
    if (library_.git_object_lookup_bypath(&found, tree.get(), path.c_str(), GIT_OBJECT_BLOB) != 0) {
      return failure("git", fmt::format("file `{}` does not exist at `{}`", path, revision));
    }
    return content(Owned<git_object>(found));
  }

  Result<std::string> read_object(const std::string& id) const override {
    git_oid oid;
    git_object* found = nullptr;
    if (library_.git_oid_fromstr(&oid, id.c_str()) != 0 ||
        library_.git_object_lookup(&found, repository_.get(), &oid, GIT_OBJECT_BLOB) != 0) {
      return failure("git", fmt::format("object `{}` does not exist", id));
    }
    return content(Owned<git_object>(found));
  }

  Result<std::vector<GitTreeEntry>> list_tree(const std::string& revision) const override {
    TIZZA_TRY(const Owned<git_object> object, find(revision, GIT_OBJECT_TREE));
    const auto* tree = reinterpret_cast<const git_tree*>(object.get());
    std::vector<GitTreeEntry> entries;
    if (library_.git_tree_walk(tree, GIT_TREEWALK_PRE, &add_entry, &entries) != 0) {
      return last_error();
    }
    // git sorts folders as if their names ended in `/`.
    std::sort(entries.begin(), entries.end(),
              [](const GitTreeEntry& a, const GitTreeEntry& b) { return a.path < b.path; });
    return entries;
  }

  Result<bool> is_ancestor(const std::string& ancestor,
                           const std::string& descendant) const override {
    TIZZA_TRY(const Owned<git_object> above, find(ancestor, GIT_OBJECT_COMMIT));
    TIZZA_TRY(const Owned<git_object> below, find(descendant, GIT_OBJECT_COMMIT));
    const git_oid* above_id = library_.git_object_id(above.get());
    const git_oid* below_id = library_.git_object_id(below.get());
    if (library_.git_oid_equal(above_id, below_id)) return true;
    const int answer = library_.git_graph_descendant_of(repository_.get(), below_id, above_id);
    if (answer < 0) return last_error();
    return answer == 1;
  }

  Status walk(const std::vector<GitPath>& paths,
              const std::function<void(const GitCommit&)>& visit) const override {
    git_revwalk* made = nullptr;
    if (library_.git_revwalk_new(&made, repository_.get()) != 0) return last_error();
    const Owned<git_revwalk> walk(made);
    library_.git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    git_oid id;
    if (library_.git_reference_name_to_id(&id, repository_.get(), "HEAD") != 0) return {};
    if (library_.git_revwalk_push(walk.get(), &id) != 0) return last_error();
    if (const auto end = common_end(paths)) {
      if (library_.git_revwalk_hide(walk.get(), &*end) != 0) return last_error();
    }
    HistoryMarks marks(paths);
    const auto objects = [&](const std::string& commit) { return objects_at(commit, paths); };
    for (;;) {
      const int error = library_.git_revwalk_next(&id, walk.get());
      if (error == GIT_ITEROVER) return {};
      if (error != 0) return last_error();
      TIZZA_TRY(GitCommit commit, read_commit(id));
      marks.mark(commit, objects);
      if (HistoryMarks::any(commit)) visit(commit);
    }
  }

 private:
  /// The newest commit that all the ends of the paths lead to.
  std::optional<git_oid> common_end(const std::vector<GitPath>& paths) const {
    std::optional<git_oid> end;
    for (const std::string& text : common_ends(paths)) {
      git_oid id;
      if (library_.git_oid_fromstr(&id, text.c_str()) != 0) return std::nullopt;
      if (!end) {
        end = id;
      } else if (git_oid base; library_.git_merge_base(&base, repository_.get(), &*end, &id) == 0) {
        end = base;
      } else {
        return std::nullopt;
      }
    }
    return end;
  }

  Result<Owned<git_object>> look_up(const git_oid& id, git_object_t type) const {
    git_object* found = nullptr;
    if (library_.git_object_lookup(&found, repository_.get(), &id, type) != 0) return last_error();
    return Owned<git_object>(found);
  }

  Result<GitCommit> read_commit(const git_oid& id) const {
    TIZZA_TRY(const Owned<git_object> object, look_up(id, GIT_OBJECT_COMMIT));
    const auto* commit = reinterpret_cast<const git_commit*>(object.get());
    GitCommit read;
    read.id = hexadecimal(id);
    read.time = library_.git_commit_time(commit);
    read.message = library_.git_commit_message(commit);
    for (unsigned i = 0; i < library_.git_commit_parentcount(commit); ++i) {
      read.parents.push_back(hexadecimal(*library_.git_commit_parent_id(commit, i)));
    }
    return read;
  }

  /// What stands at each path of a commit; nothing where that cannot be read.
  HistoryMarks::Objects objects_at(const std::string& commit,
                                   const std::vector<GitPath>& paths) const {
    HistoryMarks::Objects objects(paths.size());
    const bool is_any_below = std::any_of(paths.begin(), paths.end(),
                                          [](const GitPath& path) { return !path.path.empty(); });
    if (!is_any_below) return objects;  // every commit is about the whole tree
    git_oid id;
    if (library_.git_oid_fromstr(&id, commit.c_str()) != 0) return objects;
    const auto object = look_up(id, GIT_OBJECT_COMMIT);
    if (!object) return objects;
    const git_oid& tree_id =
        *library_.git_commit_tree_id(reinterpret_cast<const git_commit*>(object->get()));
    Folders folders;
    for (size_t i = 0; i < paths.size(); ++i) {
      const std::string& path = paths[i].path;
      if (path.empty()) {
        objects[i] = hexadecimal(tree_id);
      } else if (i > 0 && path == paths[i - 1].path) {  // asked with another end
        objects[i] = objects[i - 1];
      } else {
        objects[i] = object_at(tree_id, path, folders);
      }
    }
    return objects;
  }

  /// The folders of one commit in which paths end: packages mostly stand side by side.
  using Folders = std::map<std::string, Owned<git_object>>;

  std::string object_at(const git_oid& root, const std::string& path, Folders& folders) const {
    const size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    auto [place, is_new] = folders.try_emplace(folder);
    if (is_new) place->second = tree_at(root, folder);
    const auto* tree = reinterpret_cast<const git_tree*>(place->second.get());
    if (tree == nullptr) return {};
    const git_tree_entry* entry = library_.git_tree_entry_byname(tree, name.c_str());
    return entry == nullptr ? std::string() : hexadecimal(*library_.git_tree_entry_id(entry));
  }

  /// Null where there is no such folder.
  Owned<git_object> tree_at(const git_oid& root, const std::string& folder) const {
    auto tree = look_up(root, GIT_OBJECT_TREE);
    if (!tree.ok()) return nullptr;
    if (folder.empty()) return *std::move(tree);
    git_object* found = nullptr;
    library_.git_object_lookup_bypath(&found, tree->get(), folder.c_str(), GIT_OBJECT_TREE);
    return Owned<git_object>(found);
  }

  struct Tags {
    const Libgit2Repository& repository;
    std::vector<GitTag> found;

    static int add(const char* name, git_oid* id, void* user) {
      constexpr size_t kPrefix = std::string_view("refs/tags/").size();
      auto& tags = *static_cast<Tags*>(user);
      const auto& library = tags.repository.library_;
      git_object* target = nullptr;
      const int error =
          library.git_object_lookup(&target, tags.repository.repository_.get(), id, GIT_OBJECT_ANY);
      if (error != 0) return 0;
      const Owned<git_object> object(target);
      git_object* peeled = nullptr;
      // A tag of a tree or blob is no version of anything.
      if (library.git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) != 0) return 0;
      const Owned<git_object> commit(peeled);
      tags.found.push_back({std::string(name).substr(kPrefix),
                            hexadecimal(*library.git_object_id(commit.get())),
                            library.git_object_type(object.get()) == GIT_OBJECT_TAG});
      return 0;
    }
  };

  void add_loose(const std::string& name, Tags& all) const {
    const std::string ref = "refs/tags/" + name;
    git_oid id;
    if (library_.git_reference_name_to_id(&id, repository_.get(), ref.c_str()) != 0) return;
    Tags::add(ref.c_str(), &id, &all);
  }

  static int add_entry(const char* root, const git_tree_entry* entry, void* user) {
    const auto& library = GitLibrary::get();
    if (library.git_tree_entry_type(entry) == GIT_OBJECT_TREE) return 0;
    static_cast<std::vector<GitTreeEntry>*>(user)->push_back(
        {std::string(root) + library.git_tree_entry_name(entry),
         static_cast<uint32_t>(library.git_tree_entry_filemode(entry)),
         hexadecimal(*library.git_tree_entry_id(entry))});
    return 0;
  }

  std::string content(const Owned<git_object>& object) const {
    const auto* blob = reinterpret_cast<const git_blob*>(object.get());
    return {static_cast<const char*>(library_.git_blob_rawcontent(blob)),
            static_cast<size_t>(library_.git_blob_rawsize(blob))};
  }

  static std::string hexadecimal(const git_oid& id) {
    char text[GIT_OID_HEXSZ + 1];
    return GitLibrary::get().git_oid_tostr(text, sizeof text, &id);
  }

  Error last_error() const {
    const git_error* error = library_.git_error_last();
    return failure("git", error != nullptr ? error->message : "the repository cannot be read");
  }

  Result<Owned<git_object>> find(const std::string& revision, git_object_t type) const {
    git_object* found = nullptr;
    git_object* peeled = nullptr;
    if (library_.git_revparse_single(&found, repository_.get(), revision.c_str()) == 0) {
      const Owned<git_object> object(found);
      if (library_.git_object_peel(&peeled, object.get(), type) == 0) {
        return Owned<git_object>(peeled);
      }
    }
    return failure("git", fmt::format("revision `{}` does not exist", revision));
  }

  const GitLibrary& library_ = GitLibrary::get();
  Owned<git_repository> repository_;
  std::string work_tree_;
  std::string git_directory_;
};

}  // namespace

std::unique_ptr<GitRepository> open_with_libgit2(const std::string& directory) {
  const GitLibrary& library = GitLibrary::get();
  if (!library.is_complete()) return nullptr;
  git_repository* found = nullptr;
  if (library.git_repository_open_ext(&found, directory.c_str(), 0, nullptr) != 0) return nullptr;
  Owned<git_repository> repository(found);
  if (library.git_repository_workdir(repository.get()) == nullptr) return nullptr;
  return std::make_unique<Libgit2Repository>(std::move(repository));
}

}  // namespace tizza::platform
