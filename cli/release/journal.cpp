#include "release/journal.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::release {
namespace {

constexpr std::string_view kModes[] = {"push", "branch", "tag-only"};
constexpr int kVersion = 1;

std::string folder_of(const Repository& repository) {
  return join_path(repository.local().git_directory(), "tizza/release");
}

Value tag_value(const JournalTag& tag) {
  Value value;
  value.set("package", tag.package).set("version", tag.version);
  value.set("tag", tag.tag).set("message", tag.message);
  value.set("folder", tag.folder).set("entry", tag.entry);
  return value;
}

Value file_value(const FileChange& file) {
  Value value;
  value.set("path", file.path).set("before", file.before).set("after", file.after);
  value.set("new", file.is_new).set("removed", file.is_removed);
  return value;
}

std::string text(Node node, std::string_view key) {
  return std::string(node[key].text());
}

bool flag(Node node, std::string_view key) {
  return node[key].as_bool().value_or(false);
}

Journal journal_of(Node root, RunMode mode) {
  Journal journal;
  journal.mode = mode;
  journal.remote = text(root, "remote");
  journal.branch = text(root, "branch");
  journal.start = text(root, "start");
  journal.start_branch = text(root, "start_branch");
  journal.message = text(root, "message");
  journal.sign = flag(root, "sign");
  journal.index = text(root, "index");
  journal.dist = text(root, "dist");
  journal.registry = text(root, "registry");
  journal.date = text(root, "date");
  journal.is_out = flag(root, "out");
  for (const Node tag : root["tags"].items()) {
    journal.tags.push_back({text(tag, "package"), text(tag, "version"), text(tag, "tag"),
                            text(tag, "message"), text(tag, "folder"), text(tag, "entry")});
  }
  for (const Node file : root["files"].items()) {
    journal.files.push_back({text(file, "path"), text(file, "before"), text(file, "after"),
                             flag(file, "new"), flag(file, "removed")});
  }
  return journal;
}

}  // namespace

std::string_view to_string(RunMode mode) {
  return kModes[static_cast<size_t>(mode)];
}

std::optional<RunMode> run_mode_named(std::string_view name) {
  const auto found = std::find(std::begin(kModes), std::end(kModes), name);
  if (found == std::end(kModes)) return std::nullopt;
  return static_cast<RunMode>(found - std::begin(kModes));
}

std::string journal_path(const Repository& repository) {
  return join_path(folder_of(repository), "journal.json");
}

Result<std::optional<Journal>> read_journal(const FileReader& files, const std::string& path) {
  if (!files.exists(path)) return std::optional<Journal>();
  TIZZA_TRY(std::string content, files.read_file(path));
  const auto document = read_json(std::make_shared<const Source>(path, std::move(content)));
  const Node root = document.ok() ? (*document)->root() : Node();
  const auto mode = run_mode_named(root["mode"].text());
  if (!mode || root["schema_version"].as_int() != kVersion || text(root, "start").empty()) {
    return file_failure(
        "journal", path, fmt::format("the journal `{}` cannot be read", path),
        "it was written by another version of tizza, or changed by hand: see what it "
        "says, then remove it");
  }
  return std::optional<Journal>(journal_of(root, *mode));
}

Status write_journal(FileSystem& files, const std::string& path, const Journal& journal) {
  Value::List tags, changes;
  for (const JournalTag& tag : journal.tags) tags.push_back(tag_value(tag));
  for (const FileChange& file : journal.files) changes.push_back(file_value(file));
  Value value;
  value.set("schema_version", kVersion).set("mode", to_string(journal.mode));
  value.set("remote", journal.remote).set("branch", journal.branch);
  value.set("start", journal.start).set("start_branch", journal.start_branch);
  value.set("message", journal.message).set("sign", journal.sign);
  value.set("index", journal.index).set("dist", journal.dist);
  value.set("registry", journal.registry).set("date", journal.date).set("out", journal.is_out);
  value.set("tags", std::move(tags)).set("files", std::move(changes));
  TIZZA_CHECK(files.make_directories(parent_path(path)));
  return files.write_file(path, write_json(value, 2) + "\n", 0600);
}

}  // namespace tizza::release
