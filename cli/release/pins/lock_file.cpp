#include "release/pins/lock_file.hpp"

#include "base/paths.hpp"
#include "release/pins/pin.hpp"
#include "text/reader.hpp"

namespace tizza::release {
namespace {

Result<DocumentPtr> read_lock(const std::string& name, const SourcePtr& source) {
  if (name.ends_with(".json")) return read_json(source);
  if (name == "Chart.lock") return read_yaml(source);
  if (name == "poetry.lock" || name == "uv.lock" || name == "pdm.lock") return read_toml(source);
  return DocumentPtr();
}

/// The item of a list whose `name` is this one, names written as each likes.
Node named_item(Node list, const std::string& name) {
  for (const Node item : list.items()) {
    if (normal_name(item["name"].text()) == normal_name(name)) return item;
  }
  return {};
}

}  // namespace

Result<std::optional<LockFile>> LockFile::beside(const FileReader& files,
                                                 const std::string& manifest,
                                                 std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const std::string path = join_path(parent_path(manifest), name);
    if (!files.exists(path)) continue;
    TIZZA_TRY(std::string text, files.read_file(path));
    LockFile lock;
    lock.name_ = name;
    TIZZA_TRY(lock.document_,
              read_lock(lock.name_, std::make_shared<const Source>(path, std::move(text))));
    return std::optional(std::move(lock));
  }
  return std::optional<LockFile>();
}

std::optional<std::string> LockFile::version_of(const std::string& name) const {
  if (!document_) return std::string();
  const Node root = document_->root();
  Node entry;
  if (name_.ends_with(".json")) {
    entry = root["packages"]["node_modules/" + name];
    if (!entry) entry = root["dependencies"][name];
  } else {
    entry = named_item(root[name_ == "Chart.lock" ? "dependencies" : "package"], name);
  }
  if (!entry) return std::nullopt;
  return std::string(entry["version"].text());
}

}  // namespace tizza::release
