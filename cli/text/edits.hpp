#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/edit.hpp"
#include "base/result.hpp"
#include "text/document.hpp"
#include "text/value.hpp"

/// Changes to files that people wrote. Every change is a replacement of bytes; comments, order,
/// quoting and line ends outside the spans stay as they are.
namespace tizza {

/// The text with all edits applied. They may come in any order and must not overlap (an error of
/// the rule `edit` else); two insertions at one place keep their order.
Result<std::string> apply_edits(std::string_view text, std::vector<Edit> edits);

/// An error of the rule `edit` where setting `key` in the mapping would change more than that: the
/// bytes of the mapping, of what holds it or of the value stand in other places too, by an alias.
Status check_unshared(Node mapping, std::string_view key);

/// Replaces the value under `key`, or adds the entry behind the mapping's last one with the
/// indentation and line ends found there. Works on block and flow mappings and on JSON; in YAML an
/// empty `{}` or nothing at all (`key:`, an empty text) becomes a block. TOML, entries
/// that come from aliases and what check_unshared() refuses are errors of the rule `edit`.
Result<Edit> set_entry(Node mapping, std::string_view key, const Value& value);

/// Takes the entry out, its line and the comment lines directly above it included. A mapping that
/// loses its only entry becomes `{}`. An absent key is an error of the rule `edit`.
Result<Edit> remove_entry(Node mapping, std::string_view key);

/// Takes an item out of a list: its lines and the comment lines directly above them, or between
/// brackets the item and one comma. The only item of a list in block style leaves ` []`. An item
/// that comes from an alias, and a dash that does not start its line, are errors of the rule
/// `edit`.
Result<Edit> remove_item(Node sequence, size_t index);

/// Puts the items of a list into another order, `order[i]` being the index of the one that comes
/// i-th: whole lines with the comment lines directly above them, or between brackets the items
/// alone. Lists that hold aliases, and dashes that do not start their lines, are errors of the rule
/// `edit`.
Result<Edit> order_items(Node sequence, const std::vector<size_t>& order);

/// Adds items behind the last one of a list that is not empty: each as a block, or as JSON between
/// brackets.
Result<Edit> append_items(Node sequence, const std::vector<Value>& items);

/// Replaces a scalar, in the quoting style that it has where the new text allows. A string stays a
/// string: plain `1.2.3` becomes quoted `"1.3"`, while plain `1.2` becomes plain `1.3`.
Edit replace_scalar(Node scalar, std::string_view text);

}  // namespace tizza
