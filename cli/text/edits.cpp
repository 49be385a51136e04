#include "text/edits.hpp"

#include <algorithm>
#include <tuple>

#include "base/strings.hpp"
#include "text/json_token.hpp"
#include "text/scalar.hpp"
#include "text/scalar_style.hpp"

namespace tizza {
namespace {

/// The spaces before the first line of a block scalar's content.
std::string content_indent(std::string_view raw) {
  for (const std::string_view line :
       split_lines(raw.substr(std::min(raw.find('\n'), raw.size())))) {
    const size_t indent = line.find_first_not_of(' ');
    if (indent != std::string_view::npos && line[indent] != '\r') return std::string(indent, ' ');
  }
  return {};
}

std::string literal_block(std::string_view text, std::string_view indent,
                          std::string_view line_end) {
  const bool is_ended = text.ends_with('\n');
  std::string block = is_ended ? "|" : "|-";
  for (const std::string_view line : split_lines(text)) {
    block.append(line_end);
    if (!line.empty()) block.append(indent).append(line);
  }
  return block;
}

bool fits_literal(std::string_view text) {
  const auto lines = split_lines(text);
  return lines.size() > 1 && !lines[0].empty() && lines[0][0] != ' ' && !text.ends_with("\n\n") &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
         });
}

std::string in_block_style(Node scalar, std::string_view text) {
  const std::string indent = content_indent(scalar.raw());
  if (indent.empty() || !fits_literal(text)) return quoted_or_plain(text, false);
  const std::string line_end = scalar.raw().find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
  const bool ends_text = scalar.span().end == scalar.document().source()->text().size();
  return literal_block(text, indent, line_end) + (ends_text ? line_end : "");
}

std::string in_plain_style(Node scalar, std::string_view text) {
  if (scalar.document().format() == Format::kJson) {
    return is_json_literal(text) ? std::string(text) : double_quoted(text);
  }
  const bool in_flow = stands_in_flow(scalar);
  const bool was_string = scalar.is_string() || scalar.is_null();
  const bool stays_plain = scalar.document().format() == Format::kToml ||
                           (!was_string && plain_scalar_type(text) != ScalarType::kString);
  return stays_plain ? std::string(text) : quoted_or_plain(text, in_flow);
}

std::string in_style_of(Node scalar, std::string_view text) {
  switch (scalar.style()) {
    case ScalarStyle::kPlain:
      return in_plain_style(scalar, text);
    case ScalarStyle::kSingleQuoted:
      return may_be_single_quoted(text, scalar.document().format()) ? single_quoted(text)
                                                                    : double_quoted(text);
    case ScalarStyle::kDoubleQuoted:
      return double_quoted(text);
    case ScalarStyle::kLiteral:
    case ScalarStyle::kFolded:
      return in_block_style(scalar, text);
  }
  return double_quoted(text);
}

}  // namespace

Result<std::string> apply_edits(std::string_view text, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
  });
  std::string edited;
  size_t copied = 0;
  for (const Edit& edit : edits) {
    if (edit.span.begin < copied || edit.span.end > text.size()) {
      return failure("edit", "two changes of one text overlap");
    }
    edited.append(text, copied, edit.span.begin - copied).append(edit.replacement);
    copied = edit.span.end;
  }
  edited.append(text, copied);
  return edited;
}

Edit replace_scalar(Node scalar, std::string_view text) {
  Edit edit{scalar.span(), in_style_of(scalar, text)};
  const std::string_view before = scalar.document().source()->text().substr(0, edit.span.begin);
  if (edit.span.size() == 0 && !before.empty() && !is_json_space(before.back())) {
    edit.replacement.insert(0, " ");  // `key:` has its value right behind the colon
  }
  return edit;
}

}  // namespace tizza
