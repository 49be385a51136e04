#include "release/changelog_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/strings.hpp"
#include "release/changelog.hpp"

// Keep a Changelog 1.1.0, edited in place: what is not part of the release stays byte for byte.
namespace tizza::release {
namespace {

constexpr std::string_view kHeader =
    "# Changelog\n\nAll notable changes are listed here, as Keep a Changelog has them.\n\n"
    "## [Unreleased]\n";

std::string_view line_break(std::string_view text) {
  const size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

/// One line and where it stands.
struct Line {
  std::string_view text;  ///< Without its end.
  size_t begin = 0;
  size_t next = 0;  ///< Where the next one starts.
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const size_t next = std::min(end + 1, text.size());
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, at, next});
    at = next;
  }
  return lines;
}

/// Marks what stands in fenced code: a heading in there is none.
std::vector<bool> fenced(const std::vector<Line>& lines) {
  std::vector<bool> inside;
  bool is_open = false;
  for (const Line& line : lines) {
    const auto text = trim(line.text);
    const bool is_fence = text.starts_with("```") || text.starts_with("~~~");
    inside.push_back(is_open || is_fence);
    if (is_fence) is_open = !is_open;
  }
  return inside;
}

bool is_unreleased(std::string_view line) {
  const std::string title = to_lower(trim(line.substr(3)));
  return title.starts_with("[unreleased]") || title == "unreleased";
}

/// `[Unreleased]: https://…`: the links at the end of the file.
bool is_link(std::string_view line) {
  const size_t close = line.find("]: ");
  return line.starts_with('[') && close != std::string_view::npos && close > 1;
}

/// The places of a changelog that an edit needs.
struct Places {
  std::optional<size_t> after_unreleased;  ///< Behind the heading of what is not released.
  size_t first_release = 0;  ///< Its heading, or else the links at the end, or the end.
  std::optional<Line> unreleased_link;
};

Places find_places(std::string_view text) {
  const auto lines = lines_of(text);
  const auto inside = fenced(lines);
  Places places;
  std::optional<size_t> first, links;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (inside[i]) continue;
    const Line& line = lines[i];
    if (line.text.starts_with("## ") && is_unreleased(line.text)) {
      if (!places.after_unreleased) places.after_unreleased = line.next;
    } else if (line.text.starts_with("## ")) {
      if (!first) first = line.begin;
    } else if (is_link(line.text)) {
      if (!links) links = line.begin;
      if (to_lower(line.text).starts_with("[unreleased]: ")) places.unreleased_link = line;
    }
  }
  places.first_release = first.value_or(links.value_or(text.size()));
  return places;
}

std::string with_breaks(const std::string& text, std::string_view line_end) {
  return line_end == "\n" ? text : replace_all(text, "\n", line_end);
}

/// Ends a text with one empty line, so that a heading may follow.
void end_with_blank_line(std::string& text, std::string_view line_end) {
  if (text.empty()) return;
  if (!text.ends_with('\n')) text += line_end;
  const std::string two = std::string(line_end) + std::string(line_end);
  if (!text.ends_with(two)) text += line_end;
}

/// `[Unreleased]: …/compare/1.4.0...HEAD` goes on from the new tag, and the release gets a link.
void move_link(std::string& text, const ReleaseNotes& notes, std::string_view line_end) {
  const auto link = find_places(text).unreleased_link;
  if (!link || notes.previous_tag.empty()) return;
  const std::string old_range = "/" + notes.previous_tag + "...HEAD";
  if (!link->text.ends_with(old_range)) return;
  const std::string label(link->text.substr(0, link->text.find(": ") + 2));
  const std::string base(
      link->text.substr(label.size(), link->text.size() - label.size() - old_range.size()));
  const std::string made =
      fmt::format("{}{}/{}...HEAD{}[{}]: {}/{}...{}", label, base, notes.tag, line_end,
                  notes.version, base, notes.previous_tag, notes.tag);
  text.replace(link->begin, link->text.size(), made);
}

}  // namespace

std::string date_text(const Day& day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string insert_section(const std::string& text, const std::string& section) {
  std::string all = trim(text).empty() ? std::string(kHeader) : text;
  const auto line_end = line_break(all);
  const size_t at = find_places(all).first_release;
  std::string before = all.substr(0, at);
  end_with_blank_line(before, line_end);
  std::string made = with_breaks(std::string(trim(section)), line_end) + std::string(line_end);
  if (at < all.size()) made += line_end;
  return before + made + all.substr(at);
}

std::string add_section(const std::string& text, const ReleaseNotes& notes,
                        const std::string& body) {
  std::string all = trim(text).empty() ? std::string(kHeader) : text;
  const auto line_end = line_break(all);
  const std::string heading = fmt::format("## [{}] - {}", notes.version, date_text(notes.date));
  const Places places = find_places(all);
  const auto begin = places.after_unreleased;
  if (begin && *begin <= places.first_release) {
    const auto written = std::string_view(all).substr(*begin, places.first_release - *begin);
    if (!trim(written).empty()) {
      // What people wrote is the section; what they left out they left out on purpose.
      std::string insertion(line_end);
      insertion += heading + std::string(line_end);
      if (!written.starts_with('\n') && !written.starts_with('\r')) insertion += line_end;
      all.insert(*begin, insertion);
      move_link(all, notes, line_end);
      return all;
    }
  }
  const std::string content = body.empty() ? "No notable changes.\n" : body;
  all = insert_section(all, heading + "\n\n" + content);
  move_link(all, notes, line_end);
  return all;
}

}  // namespace tizza::release
