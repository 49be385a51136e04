#include "text/surroundings.hpp"

#include <algorithm>

#include "text/readable_text.hpp"
#include "text/scalar_style.hpp"

namespace tizza {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

Surroundings::Surroundings(Node collection)
    : collection_(collection),
      text_(collection.document().source()->text()),
      text_start_(text_start(*collection.document().source())) {}

uint32_t Surroundings::line_start(uint32_t offset) const {
  while (offset > text_start_ && !is_line_end(text_[offset - 1])) --offset;
  return offset;
}

uint32_t Surroundings::line_end(uint32_t offset) const {
  while (offset < text_.size() && !is_line_end(text_[offset])) ++offset;
  return offset;
}

uint32_t Surroundings::next_line(uint32_t offset) const {
  offset = line_end(offset);
  if (text_.substr(offset).starts_with("\r\n")) return offset + 2;
  return std::min(offset + 1, static_cast<uint32_t>(text_.size()));
}

uint32_t Surroundings::skip_blanks(uint32_t offset) const {
  while (offset < text_.size() && is_blank(text_[offset])) ++offset;
  return offset;
}

uint32_t Surroundings::back_over_blanks(uint32_t offset) const {
  while (offset > 0 && is_blank(text_[offset - 1])) --offset;
  return offset;
}

bool Surroundings::starts_its_line(uint32_t offset) const {
  return back_over_blanks(offset) == line_start(offset);
}

std::string_view Surroundings::line_break() const {
  const size_t first = text_.find('\r');
  if (first == std::string_view::npos) return "\n";
  return text_.substr(first + 1).starts_with('\n') ? "\r\n" : "\r";
}

std::string Surroundings::indent(uint32_t offset) const {
  return std::string(offset - line_start(offset), ' ');
}

std::string Surroundings::ended(uint32_t at, std::string lines) const {
  const bool is_last = at == text_.size() && lines.find_first_of("\r\n") != std::string::npos;
  if (is_last) lines += line_break();
  return lines;
}

bool Surroundings::holds(Node node) const {
  return collection_.span().begin <= node.span().begin && node.span().end <= collection_.span().end;
}

uint32_t Surroundings::entry_end(size_t index) const {
  const auto [key, value] = collection_.entry(index);
  const bool is_last = index + 1 == collection_.size();
  if (is_last && !is_flow(collection_)) return collection_.span().end;
  if (holds(value) && value.span().begin >= key.span().end) return value.span().end;
  const size_t alias = text_.find('*', key.span().end);
  const size_t end = text_.find_first_of(" \t\r\n,]}", alias);
  return static_cast<uint32_t>(std::min(end, text_.size()));
}

uint32_t Surroundings::comments_above(uint32_t line, std::string_view indent) const {
  while (line > 0) {
    const uint32_t above = line_start(line - 1 - (text_.substr(0, line).ends_with("\r\n") ? 1 : 0));
    const uint32_t first = skip_blanks(above);
    if (text_[first] != '#' || first - above != indent.size()) break;
    line = above;
  }
  return line;
}

}  // namespace tizza
