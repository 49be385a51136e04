#include "registry/edit.hpp"

#include <algorithm>

#include "base/named_lock.hpp"
#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/strings.hpp"
#include "registry/declared.hpp"
#include "text/edits.hpp"
#include "text/reader.hpp"
#include "text/scalar.hpp"

namespace tizza::registry {
namespace {

Result<DocumentPtr> file_to_edit(const Registry& registry, const std::string& file) {
  if (registry.documents().empty()) {
    return file_failure("registry", registry.path(), "the registry cannot be read",
                        "run `tizza registry check`");
  }
  if (file.empty()) return registry.documents().front();
  std::vector<std::string> paths;
  for (const DocumentPtr& document : registry.documents()) {
    if (normal_path(document->path()) == normal_path(file)) return document;
    paths.push_back(document->path());
  }
  std::string help = near_names_help(file, paths);
  if (help.empty()) help = "add it to `include` of `" + registry.path() + "` first";
  return failure("registry", "`" + file + "` is not part of the registry", std::move(help));
}

Result<DocumentPtr> parse(const std::string& path, std::string text) {
  return read_document(std::make_shared<Source>(path, std::move(text)));
}

/// The text of `document` with the value set at the end of `keys`, mappings made on the way.
Result<std::string> set_at(const Document& document, const std::vector<std::string>& keys,
                           Value value) {
  Node holder = document.root();
  size_t depth = 0;
  while (depth + 1 < keys.size() && holder[keys[depth]] && !holder[keys[depth]].is_null()) {
    holder = holder[keys[depth++]];
    if (holder.is_mapping()) continue;
    return failure_at(
        holder.location(), "registry",
        "`" + keys[depth - 1] + "` is no mapping, so `" + keys[depth] + "` cannot be set in it");
  }
  for (size_t inner = keys.size(); inner-- > depth + 1;) {
    Value outer;
    outer.set(keys[inner], std::move(value));
    value = std::move(outer);
  }
  const Node old = holder[keys[depth]];
  const std::string* text = value.as_string();
  // `phone: +36123456789` needs no quotes here, so a new number gets none either.
  if (text && old.is_number() && plain_scalar_type(*text) == old.type()) {
    TIZZA_CHECK(check_unshared(holder, keys[depth]));
    return apply_edits(document.source()->text(), {replace_scalar(old, *text)});
  }
  TIZZA_TRY(Edit edit, set_entry(holder, keys[depth], value));
  return apply_edits(document.source()->text(), {std::move(edit)});
}

/// The words between commas.
Value split_list(std::string_view written) {
  Value::List list;
  for (const auto word : split(written, ',')) {
    if (!trim(word).empty()) list.emplace_back(trim(word));
  }
  return list;
}

/// Whether the schema wants text there, whatever it looks like.
bool takes_text_only(const Declared& declared) {
  constexpr std::string_view kOthers[] = {"array", "object", "integer", "number", "boolean"};
  return declared.allows("string") &&
         std::none_of(std::begin(kOthers), std::end(kOthers),
                      [&](std::string_view type) { return declared.allows(type); });
}

/// Whether the text is one scalar that YAML reads as it stands. `#alerts`, `@here` or `a: b` is no
/// YAML by itself, two lines would become one, and `|` would become nothing: all meant as text.
bool is_plain_data(Node root, std::string_view written) {
  return root.is_scalar() && !written.empty() && root.raw() == written &&
         root.style() != ScalarStyle::kLiteral && root.style() != ScalarStyle::kFolded &&
         written.find_first_of("\r\n") == std::string_view::npos;
}

Error unknown_field(Kind kind, const std::string& name) {
  const auto fields = Declared::entry(kind).fields();
  std::string help = near_names_help(name, fields);
  if (help.empty()) help = "it has " + quoted_list(fields);
  return failure("unknown-field",
                 "a " + std::string(info(kind).singular) + " has no field `" + name + "`",
                 std::move(help) + "; a name of your own starts with `x-`");
}

/// The value that `written` stands for where the schema declares this.
Result<Value> read_assigned(const Declared& declared, const std::string& written) {
  const bool wants_text = takes_text_only(declared);
  const bool is_collection = !wants_text && (written.starts_with('[') || written.starts_with('{'));
  auto value = parse("<value>", written);
  if (is_collection) {
    if (!value) return std::move(value).error();
    return Value::as_written((*value)->root());
  }
  if (declared.allows("array") && !declared.allows("string")) return split_list(written);
  if (!value || !is_plain_data((*value)->root(), written)) return Value(written);
  return wants_text ? Value((*value)->root().text()) : Value::as_written((*value)->root());
}

}  // namespace

Result<FileChange> add_item(const Registry& registry, Kind kind, const std::string& name,
                            const Value& fields, const std::string& file) {
  const KindInfo& target = info(kind);
  if (!is_name(name)) {
    return failure("name", "`" + name + "` is no name for a " + std::string(target.singular),
                   "use up to 63 of `a-z`, `0-9` and `-`, a letter or digit first");
  }
  if (const Item* taken = registry.find(kind, name)) {
    return failure_at(taken->key.location(), "duplicate-name",
                      std::string(target.singular) + " `" + name + "` is there already",
                      "change it: tizza registry set " + name + " FIELD=VALUE");
  }
  TIZZA_TRY(const DocumentPtr document, file_to_edit(registry, file));
  TIZZA_TRY(std::string after, set_at(*document, {std::string(target.section), name}, fields));
  return FileChange{document->path(), std::string(document->source()->text()), std::move(after)};
}

Result<Assignment> parse_assignment(Kind kind, std::string_view text) {
  const size_t equals = text.find('=');
  Assignment assignment;
  Declared declared = Declared::entry(kind);
  bool is_valid = equals != std::string_view::npos;
  for (const auto part : split(text.substr(0, equals), '.')) {
    is_valid = is_valid && !part.empty();
    assignment.field.emplace_back(part);
    declared = declared.field(part);
  }
  if (!is_valid) {
    return failure("usage", "`" + std::string(text) + "` is not FIELD=VALUE",
                   "for example tier=2, or links.graphs=https://graphs.tizza.com");
  }
  const std::string& name = assignment.field.front();
  if (!Declared::entry(kind).field(name).is_known() && !name.starts_with("x-")) {
    return unknown_field(kind, name);
  }
  TIZZA_TRY(assignment.value, read_assigned(declared, std::string(text.substr(equals + 1))));
  return assignment;
}

Result<FileChange> set_fields(const Item& item, const std::vector<Assignment>& assignments) {
  const Document& document = item.key.document();
  FileChange change{document.path(), std::string(document.source()->text()), {}};
  change.after = change.before;
  for (const Assignment& assignment : assignments) {
    // Each assignment may add mappings that the next one goes on in, so the text is read again.
    TIZZA_TRY(const DocumentPtr current, parse(change.path, change.after));
    std::vector<std::string> keys = {std::string(info(item.kind).section), item.name()};
    keys.insert(keys.end(), assignment.field.begin(), assignment.field.end());
    TIZZA_TRY(change.after, set_at(*current, keys, assignment.value));
  }
  return change;
}

Status write_change(FileSystem& files, const std::string& state_folder, const Registry& registry,
                    const FileChange& change) {
  TIZZA_TRY(const auto lock, lock_for(files, state_folder, registry.path()));
  TIZZA_TRY(const std::string now, files.read_file(change.path));
  if (now != change.before) {
    return file_failure("file-changed", change.path, "`" + change.path + "` changed meanwhile",
                        "run the command again");
  }
  return files.write_file(change.path, change.after);
}

}  // namespace tizza::registry
