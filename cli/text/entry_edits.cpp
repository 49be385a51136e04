#include <algorithm>

#include <fmt/core.h>

#include "base/strings.hpp"
#include "text/edits.hpp"
#include "text/json_token.hpp"
#include "text/scalar_style.hpp"
#include "text/surroundings.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

bool is_json(Node node) {
  return node.document().format() == Format::kJson;
}

std::string scalar_text(const Value& value) {
  if (const std::string* text = value.as_string()) return *text;
  return write_json(value);
}

/// A value between brackets, on one line.
std::string flow_text(const Value& value, bool as_json) {
  if (as_json) return write_json(value);
  if (const std::string* text = value.as_string()) return quoted_or_plain(*text, true);
  std::vector<std::string> parts;
  if (const auto* list = value.as_list()) {
    for (const Value& item : *list) parts.push_back(flow_text(item, false));
    return "[" + join(parts, ", ") + "]";
  }
  if (const auto* mapping = value.as_mapping()) {
    for (const auto& [key, member] : *mapping) {
      parts.push_back(quoted_or_plain(key, true) + ": " + flow_text(member, false));
    }
    return "{" + join(parts, ", ") + "}";
  }
  return write_json(value);
}

/// `key: value` as a block, each line behind the first with `indent` before it.
std::string block_entry(std::string_view key, const Value& value, std::string_view indent,
                        std::string_view line_break) {
  const std::string yaml = write_yaml(Value::Mapping{{std::string(key), value}});
  std::string entry;
  for (const std::string_view line : split_lines(yaml)) {
    if (!entry.empty()) entry.append(line_break);
    if (!entry.empty() && !line.empty()) entry.append(indent);
    entry.append(line);
  }
  return entry;
}

std::string flow_entry(Node mapping, std::string_view key, const Value& value) {
  if (is_json(mapping)) return json_quote(key) + ": " + write_json(value);
  return quoted_or_plain(key, true) + ": " + flow_text(value, false);
}

Error cannot_edit(Node mapping, std::string message) {
  return failure_at(mapping.location(), "edit", std::move(message), "change it in an editor");
}

/// Whether the last key stands behind a question mark: nobody writes such keys in files that tizza
/// changes, and what may follow them is a science of its own.
bool has_explicit_key(Node mapping) {
  if (mapping.size() == 0) return false;
  const Surroundings around(mapping);
  const uint32_t key = mapping.entry(mapping.size() - 1).key.span().begin;
  const uint32_t before = around.back_over_blanks(key);
  return before > 0 && around.text()[before - 1] == '?';
}

/// Whether the mapping ends with the text, in a block scalar whose last line has no end: one that
/// is written behind it would become part of the scalar.
bool ends_in_cut_block_scalar(Node mapping) {
  const std::string_view text = mapping.document().source()->text();
  Node last = mapping;
  while (last.size() > 0) {
    last = last.is_mapping() ? last.entry(last.size() - 1).value : last.at(last.size() - 1);
  }
  const bool is_block =
      last.style() == ScalarStyle::kLiteral || last.style() == ScalarStyle::kFolded;
  return is_block && last.span().end == text.size();
}

/// Whether the last entry between brackets has no value: a comma behind its colon may become part
/// of a text.
bool ends_with_nothing(Node mapping) {
  if (!is_flow(mapping) || mapping.size() == 0) return false;
  return mapping.entry(mapping.size() - 1).value.span().size() == 0;
}

/// Behind the last entry of a block mapping, on a line of its own.
Edit append_block(Node mapping, std::string_view key, const Value& value) {
  const Surroundings around(mapping);
  const uint32_t at = around.line_end(mapping.span().end);
  const std::string indent = around.indent(mapping.span().begin);
  const std::string line_break(around.line_break());
  const std::string entry = block_entry(key, value, indent, line_break);
  return {{at, at}, line_break + indent + around.ended(at, entry)};
}

/// Behind the last entry of a mapping in brackets: on its line, or on a line of its own where the
/// last one has that. A comment behind the last entry stays where it is.
Edit append_flow(Node mapping, std::string_view key, const Value& value) {
  const Surroundings around(mapping);
  const std::string entry = flow_entry(mapping, key, value);
  if (mapping.size() == 0) {
    return {{mapping.span().begin + 1, mapping.span().end - 1}, entry};
  }
  const uint32_t last_key = mapping.entry(mapping.size() - 1).key.span().begin;
  const uint32_t end = around.entry_end(mapping.size() - 1);
  const uint32_t next = around.skip_blanks(end);
  const bool has_comma = around.text().substr(next).starts_with(',');
  const uint32_t from = has_comma ? next + 1 : end;
  const std::string comma = has_comma ? "" : ",";
  if (!around.starts_its_line(last_key)) return {{from, from}, comma + " " + entry};
  const uint32_t rest = around.skip_blanks(from);
  const bool is_alone = rest == around.line_end(from) || around.text()[rest] == '#';
  const uint32_t to = is_alone ? around.line_end(from) : from;
  return {{from, to},
          comma + std::string(around.text().substr(from, to - from)) +
              std::string(around.line_break()) + around.indent(last_key) + entry};
}

/// The value of an entry of a block mapping is written anew, from behind the colon. A comment on
/// the line where the old value ended goes to the line where the new one starts.
Edit replace_in_block(Node mapping, size_t index, const Value& value) {
  const Surroundings around(mapping);
  const Node key = mapping.entry(index).key;
  const auto from = static_cast<uint32_t>(around.text().find(':', key.span().end)) + 1;
  const uint32_t end = std::max(from, around.entry_end(index));
  const std::string indent = around.indent(key.span().begin);
  const std::string line_break(around.line_break());
  const std::string written = block_entry("k", value, indent, line_break).substr(2);
  const size_t first_line = written.find(line_break);
  if (first_line == std::string::npos) return {{from, end}, written};
  const uint32_t line_end = around.line_end(end);
  const std::string comment(around.text().substr(end, line_end - end));
  return {
      {from, line_end},
      written.substr(0, first_line) + comment + around.ended(line_end, written.substr(first_line))};
}

Edit replace_with_scalar(Node old, const Value& value) {
  if (const std::string* text = value.as_string()) {
    Edit edit = replace_scalar(old, *text);
    const bool is_plain = old.style() == ScalarStyle::kPlain && !is_json(old);
    if (is_plain && !old.is_string()) {
      const bool has_space = edit.replacement.starts_with(' ');
      edit.replacement = (has_space ? " " : "") + quoted_or_plain(*text, stands_in_flow(old));
    }
    if (is_json(old)) edit.replacement = json_quote(*text);
    return edit;
  }
  const Edit place = replace_scalar(old, "x");
  const bool has_space = place.replacement.starts_with(' ');
  return {old.span(), (has_space ? " " : "") + scalar_text(value)};
}

bool is_scalar(const Value& value) {
  return !value.as_list() && !value.as_mapping();
}

Result<Edit> replace_value(Node mapping, size_t index, const Value& value) {
  const auto [key, old] = mapping.entry(index);
  const Surroundings around(mapping);
  const bool is_shared = !around.holds(old) || old.span().begin < key.span().end;
  if (!around.holds(key) || (is_shared && is_flow(mapping))) {
    return cannot_edit(mapping, fmt::format("`{}` comes from an alias", key.text()));
  }
  if (!is_shared && old.is_scalar() && is_scalar(value)) return replace_with_scalar(old, value);
  const bool in_flow = is_flow(mapping) || stands_in_flow(mapping);
  if (in_flow || (is_flow(old) && !is_scalar(value) && old.size() > 0)) {
    return Edit{old.span(), flow_text(value, is_json(mapping))};
  }
  return replace_in_block(mapping, index, value);
}

std::optional<size_t> index_of(Node mapping, std::string_view key) {
  if (!mapping.is_mapping()) return std::nullopt;
  for (size_t i = 0; i < mapping.size(); ++i) {
    if (mapping.entry(i).key.text() == key) return i;
  }
  return std::nullopt;
}

/// The first entry of what is empty so far: of a whole text, or of a value in a block mapping.
std::optional<Edit> begin_block(Node empty, std::string_view key, const Value& value) {
  const Surroundings around(empty);
  const Node holder = empty.parent();
  if (!holder && empty.is_null()) {
    const auto end = static_cast<uint32_t>(around.text().size());
    const bool is_ended =
        around.text().empty() || around.text().ends_with('\n') || around.text().ends_with('\r');
    const std::string line_break(around.line_break());
    return Edit{
        {end, end},
        (is_ended ? "" : line_break) + block_entry(key, value, "", line_break) + line_break};
  }
  if (!holder.is_mapping() || is_flow(holder) || stands_in_flow(holder)) return std::nullopt;
  const auto index = index_of(holder, empty.key().text());
  return replace_in_block(holder, *index, Value::Mapping{{std::string(key), value}});
}

Edit remove_from_block(Node mapping, size_t index) {
  const Surroundings around(mapping);
  const uint32_t key = mapping.entry(index).key.span().begin;
  const uint32_t end = around.entry_end(index);
  if (!around.starts_its_line(key)) {
    // `- key: value`: the dash stays for the entry that follows.
    return {{key, around.skip_blanks(around.next_line(end))}, ""};
  }
  const uint32_t line = around.line_start(key);
  const bool is_file_head = index == 0 && !mapping.parent();
  const uint32_t from = is_file_head ? line : around.comments_above(line, around.indent(key));
  return {{from, around.next_line(end)}, ""};
}

Edit remove_from_flow(Node mapping, size_t index) {
  const Surroundings around(mapping);
  const uint32_t key = mapping.entry(index).key.span().begin;
  if (index + 1 < mapping.size()) return {{key, mapping.entry(index + 1).key.span().begin}, ""};
  return {{around.entry_end(index - 1), around.entry_end(index)}, ""};
}

/// The whole mapping becomes `{}`, right behind its key or dash where nothing else stands between.
Edit remove_last(Node mapping) {
  const Surroundings around(mapping);
  uint32_t from = mapping.span().begin;
  while (from > 0 && is_json_space(around.text()[from - 1])) --from;
  const bool behind_indicator =
      from > 0 && (around.text()[from - 1] == ':' || around.text()[from - 1] == '-');
  if (is_flow(mapping) || !behind_indicator) return {mapping.span(), "{}"};
  return {{from, mapping.span().end}, " {}"};
}

}  // namespace

Result<Edit> set_entry(Node mapping, std::string_view key, const Value& value) {
  if (!mapping || mapping.document().format() == Format::kToml) {
    return failure("edit", "entries can be set in mappings of YAML and JSON only");
  }
  TIZZA_CHECK(check_unshared(mapping, key));
  if (const auto index = index_of(mapping, key)) return replace_value(mapping, *index, value);
  const bool is_empty = mapping.is_null() || (mapping.is_mapping() && mapping.size() == 0);
  if (is_empty && !is_json(mapping)) {
    if (auto edit = begin_block(mapping, key, value)) return *edit;
  }
  if (!mapping.is_mapping()) return cannot_edit(mapping, "this is no mapping");
  if (has_explicit_key(mapping)) {
    return cannot_edit(mapping, "its last key is written with a `?`");
  }
  if (ends_in_cut_block_scalar(mapping)) {
    return cannot_edit(mapping, "the text ends without a line end, in a block scalar");
  }
  if (ends_with_nothing(mapping)) return cannot_edit(mapping, "its last entry has no value");
  return is_flow(mapping) ? append_flow(mapping, key, value) : append_block(mapping, key, value);
}

Result<Edit> remove_entry(Node mapping, std::string_view key) {
  const auto index = index_of(mapping, key);
  if (!index || !Surroundings(mapping).holds(mapping.entry(*index).key)) {
    return cannot_edit(mapping, fmt::format("there is no `{}` to remove", key));
  }
  if (mapping.size() == 1) return remove_last(mapping);
  return is_flow(mapping) ? remove_from_flow(mapping, *index) : remove_from_block(mapping, *index);
}

}  // namespace tizza
