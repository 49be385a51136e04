#include <algorithm>

#include "base/strings.hpp"
#include "text/edits.hpp"
#include "text/scalar_style.hpp"
#include "text/surroundings.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

Error cannot_edit(Node sequence, std::string message) {
  return failure_at(sequence.location(), "edit", std::move(message), "change it in an editor");
}

/// Whether all items are written inside the list, in their order: none is an alias.
bool holds_all(Node sequence) {
  uint32_t end = sequence.span().begin;
  for (const Node item : sequence.items()) {
    if (item.span().begin < end || item.span().end > sequence.span().end) return false;
    end = item.span().end;
  }
  return true;
}

/// The same for one item and its neighbours.
bool holds_item(Node sequence, size_t index) {
  uint32_t end = sequence.span().begin;
  const size_t last = std::min(index + 2, sequence.size());
  for (size_t i = index - std::min<size_t>(index, 1); i < last; ++i) {
    const Span span = sequence.at(i).span();
    if (span.begin < end || span.end > sequence.span().end) return false;
    end = span.end;
  }
  return true;
}

/// The dash of a block item, where it starts its line.
std::optional<uint32_t> dash_of(const Surroundings& around, Node item) {
  const uint32_t behind = around.back_over_blanks(item.span().begin);
  if (behind == 0 || around.text()[behind - 1] != '-') return std::nullopt;
  if (!around.starts_its_line(behind - 1)) return std::nullopt;
  return behind - 1;
}

Result<Edit> remove_from_block(Node sequence, size_t index) {
  const Surroundings around(sequence);
  if (sequence.size() == 1) {
    const size_t before = around.text().find_last_not_of(" \t\r\n", sequence.span().begin - 1);
    if (before == std::string_view::npos || around.text()[before] != ':') {
      return cannot_edit(sequence, "the list does not stand right behind its key");
    }
    return Edit{{static_cast<uint32_t>(before + 1), sequence.span().end}, " []"};
  }
  const Node item = sequence.at(index);
  const auto dash = dash_of(around, item);
  if (!dash) return cannot_edit(sequence, "an item does not stand behind a dash of its own line");
  const uint32_t from = around.comments_above(around.line_start(*dash), around.indent(*dash));
  const bool is_last = index + 1 == sequence.size();
  if (is_last) return Edit{{from, around.next_line(item.span().end)}, ""};
  const auto next = dash_of(around, sequence.at(index + 1));
  if (!next) return cannot_edit(sequence, "an item does not stand behind a dash of its own line");
  const uint32_t to = around.comments_above(around.line_start(*next), around.indent(*next));
  return Edit{{from, std::max(from, to)}, ""};
}

Edit remove_from_flow(Node sequence, size_t index) {
  const Node item = sequence.at(index);
  if (index + 1 < sequence.size()) {
    return {{item.span().begin, sequence.at(index + 1).span().begin}, ""};
  }
  if (index > 0) return {{sequence.at(index - 1).span().end, item.span().end}, ""};
  // A comma may follow the last item, but none may stand alone.
  const Surroundings around(sequence);
  const size_t next = around.text().find_first_not_of(" \t\r\n", item.span().end);
  const bool has_comma = next != std::string_view::npos && around.text()[next] == ',';
  return {{item.span().begin, has_comma ? static_cast<uint32_t>(next + 1) : item.span().end}, ""};
}

/// As JSON, which is YAML's flow style too.
Edit append_to_flow(Node sequence, const std::vector<Value>& items) {
  const uint32_t at = sequence.at(sequence.size() - 1).span().end;
  std::string text;
  for (const Value& item : items) text.append(", ").append(write_json(item));
  return {{at, at}, std::move(text)};
}

Edit order_in_flow(Node sequence, const std::vector<size_t>& order) {
  const std::string_view text = sequence.document().source()->text();
  const auto between = [&](uint32_t from, uint32_t to) { return text.substr(from, to - from); };
  Edit edit{{sequence.at(0).span().begin, sequence.at(order.size() - 1).span().end}, ""};
  for (size_t i = 0; i < order.size(); ++i) {
    const Span moved = sequence.at(order[i]).span();
    if (i > 0) {
      edit.replacement += between(sequence.at(i - 1).span().end, sequence.at(i).span().begin);
    }
    edit.replacement += between(moved.begin, moved.end);
  }
  return edit;
}

Result<Edit> order_in_block(Node sequence, const std::vector<size_t>& order) {
  const Surroundings around(sequence);
  std::vector<uint32_t> starts;
  for (const Node item : sequence.items()) {
    const auto dash = dash_of(around, item);
    if (!dash) return cannot_edit(sequence, "an item does not stand behind a dash of its own line");
    starts.push_back(around.comments_above(around.line_start(*dash), around.indent(*dash)));
  }
  starts.push_back(around.next_line(sequence.at(order.size() - 1).span().end));
  const std::string_view line_break = around.line_break();
  Edit edit{{starts.front(), starts.back()}, ""};
  for (const size_t index : order) {
    const auto lines = around.text().substr(starts[index], starts[index + 1] - starts[index]);
    edit.replacement += lines;
    if (!lines.ends_with('\n')) edit.replacement += line_break;
  }
  const bool is_ended = around.text().substr(0, starts.back()).ends_with('\n');
  if (!is_ended) edit.replacement.resize(edit.replacement.size() - line_break.size());
  return edit;
}

}  // namespace

Result<Edit> order_items(Node sequence, const std::vector<size_t>& order) {
  if (order.size() < 2 || order.size() != sequence.size() || !holds_all(sequence)) {
    return failure("edit", "items can be moved only where they are written");
  }
  if (is_flow(sequence)) return order_in_flow(sequence, order);
  return order_in_block(sequence, order);
}

Result<Edit> remove_item(Node sequence, size_t index) {
  const bool is_there = sequence.is_sequence() && index < sequence.size();
  if (!is_there || sequence.span().begin == 0 || !holds_item(sequence, index)) {
    return failure("edit", "an item can be taken out only where it is written");
  }
  if (is_flow(sequence)) return remove_from_flow(sequence, index);
  return remove_from_block(sequence, index);
}

Result<Edit> append_items(Node sequence, const std::vector<Value>& items) {
  if (sequence.size() == 0 || !holds_all(sequence)) {
    return cannot_edit(sequence, "only a list that holds its items can be added to");
  }
  if (is_flow(sequence)) return append_to_flow(sequence, items);
  const Surroundings around(sequence);
  const auto dash = dash_of(around, sequence.at(sequence.size() - 1));
  if (!dash) return cannot_edit(sequence, "an item does not stand behind a dash of its own line");
  const std::string indent = around.indent(*dash);
  const uint32_t at = around.line_end(sequence.span().end);
  std::string text;
  for (const Value& item : items) {
    const std::string block = write_yaml(item);
    bool is_first = true;
    for (const std::string_view line : split_lines(block)) {
      text.append(around.line_break()).append(indent).append(is_first ? "- " : "  ").append(line);
      is_first = false;
    }
  }
  return Edit{{at, at}, around.ended(at, text)};
}

}  // namespace tizza
