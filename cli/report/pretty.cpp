#include <algorithm>
#include <unordered_map>

#include "base/strings.hpp"
#include "report/excerpt.hpp"
#include "report/places.hpp"
#include "report/printable.hpp"
#include "report/report.hpp"
#include "report/style.hpp"
#include "report/summary.hpp"
#include "report/wrap.hpp"

namespace tizza::report {
namespace {

/// Of more findings of one kind in one file than this …
constexpr size_t kGroupAbove = 5;
/// … so many are shown in full, and the places of so many others are named.
constexpr size_t kShownOfGroup = 3;
constexpr size_t kNamedOfGroup = 8;
/// Sentences are not broken to fewer columns.
constexpr int kNarrowest = 20;

/// Renders findings one after the other into one text.
class PrettyWriter {
 public:
  explicit PrettyWriter(const RenderOptions& options) : options_(options) {}

  void write(const Diagnostic& diagnostic) {
    const size_t gutter = gutter_of(diagnostic);
    header(diagnostic);
    place(diagnostic, gutter);
    for (const Note& note : diagnostic.notes) write_note(note, gutter);
    tail("help", diagnostic.help);
    if (!diagnostic.url.empty()) {
      out_ += label("see", Style::kHeading) +
              linked(printable(diagnostic.url), diagnostic.url, options_.links) + '\n';
    }
  }

  void line(std::string_view text) { out_.append(text).append("\n"); }

  /// The rest of a group: how many, and where.
  void write_rest(const std::vector<const Diagnostic*>& group) {
    const Diagnostic& first = *group.front();
    std::vector<std::string> lines;
    for (size_t i = kShownOfGroup; i < std::min(group.size(), kShownOfGroup + kNamedOfGroup); ++i) {
      if (group[i]->at) lines.push_back(std::to_string(begin_of(group[i]->at).line));
    }
    const size_t count = group.size() - kShownOfGroup;
    out_ += label(title_of(first), style_of(first.severity));
    out_ += counted(count, "more finding") + " in " + printable_line(path_of(first));
    if (!lines.empty()) out_ += ", lines " + join(lines, ", ");
    if (count > kNamedOfGroup) out_ += ", …";
    out_ += '\n';
    tail("help", "`--format concise` shows one line for each");
  }

  std::string take() { return std::move(out_); }

 private:
  std::string label(std::string_view name, Style style) const {
    return styled(std::string(name) + ":", style, options_.colour) + ' ';
  }

  /// `name: text`; on a terminal broken between words, so that none is cut at the edge.
  void sentence(std::string_view name, Style style, std::string_view text, Style text_style) {
    std::vector<std::string> lines = {printable(text)};
    if (options_.wraps) {
      const std::string whole = std::string(name) + ": " + lines[0];
      lines = wrap(whole, static_cast<size_t>(std::max(options_.width, kNarrowest)));
      lines[0].erase(0, std::min(lines[0].size(), name.size() + 2));
    }
    out_ += lines[0].empty() ? styled(std::string(name) + ":", style, options_.colour)
                             : label(name, style);
    for (const std::string& part : lines) {
      out_ += styled(part, text_style, options_.colour) + '\n';
    }
  }

  static std::string title_of(const Diagnostic& diagnostic) {
    std::string title(to_string(diagnostic.severity));
    if (!diagnostic.rule.empty()) title += "[" + printable(diagnostic.rule) + "]";
    return title;
  }

  void header(const Diagnostic& diagnostic) {
    sentence(title_of(diagnostic), style_of(diagnostic.severity), diagnostic.message,
             Style::kHeading);
  }

  Position begin_of(const Location& at) { return places_.find(*at.source, at.span.begin); }

  /// Columns of the largest line number among a finding and its notes.
  size_t gutter_of(const Diagnostic& diagnostic) {
    uint32_t largest = 1;
    if (diagnostic.at) largest = begin_of(diagnostic.at).line;
    for (const Note& note : diagnostic.notes) {
      if (note.at) largest = std::max(largest, note.at.begin().line);
    }
    return std::to_string(largest).size();
  }

  void arrow(const std::string& place, size_t gutter) {
    out_ += std::string(gutter, ' ') + styled("-->", Style::kMuted, options_.colour) + ' ' + place +
            '\n';
  }

  void place(const Diagnostic& diagnostic, size_t gutter) {
    if (!diagnostic.at) {
      if (!diagnostic.path.empty()) arrow(printable_line(diagnostic.path), gutter);
      return;
    }
    excerpt(diagnostic.at, begin_of(diagnostic.at), gutter, '^', style_of(diagnostic.severity));
  }

  void excerpt(const Location& at, Position begin, size_t gutter, char mark, Style style) {
    arrow(printable_line(at.source->path()) + ":" + std::to_string(begin.line) + ":" +
              std::to_string(begin.column),
          gutter);
    append_excerpt(out_, at, begin,
                   {gutter, mark, style, options_.colour, static_cast<size_t>(options_.width)});
  }

  void write_note(const Note& note, size_t gutter) {
    sentence("note", Style::kHeading, note.message, Style::kPlain);
    if (note.at) excerpt(note.at, note.at.begin(), gutter, '-', Style::kInfo);
  }

  void tail(std::string_view name, std::string_view text) {
    if (!text.empty()) sentence(name, Style::kHeading, text, Style::kPlain);
  }

  RenderOptions options_;
  Places places_;
  std::string out_;
};

/// A message without the names and values in it: what stands between backticks, and numbers.
std::string shape_of(std::string_view message) {
  std::string shape;
  bool is_quoted = false;
  for (const char c : message) {
    if (c == '`') is_quoted = !is_quoted;
    if (!is_quoted && (c < '0' || c > '9')) shape += c;
  }
  return shape;
}

/// Findings that say the same of one file.
class Groups {
 public:
  explicit Groups(const std::vector<Diagnostic>& findings) {
    for (const Diagnostic& finding : findings) groups_[key(finding)].push_back(&finding);
  }

  const std::vector<const Diagnostic*>& of(const Diagnostic& finding) const {
    return groups_.find(key(finding))->second;
  }

 private:
  static std::string key(const Diagnostic& finding) {
    return join({finding.rule, std::string(to_string(finding.severity)), path_of(finding),
                 shape_of(finding.message)},
                "\n");
  }

  StringMap<std::vector<const Diagnostic*>> groups_;
};

}  // namespace

std::string render_pretty(const Report& report, const RenderOptions& options) {
  PrettyWriter writer(options);
  const Groups groups(report.findings);
  for (const Diagnostic& finding : report.findings) {
    const auto& group = groups.of(finding);
    const bool is_long = group.size() > kGroupAbove;
    if (is_long && &finding > group[kShownOfGroup - 1]) continue;
    writer.write(finding);
    writer.line("");
    if (is_long && &finding == group[kShownOfGroup - 1]) {
      writer.write_rest(group);
      writer.line("");
    }
  }
  writer.line(summary_line(report, options.colour));
  return writer.take();
}

std::string render_diagnostic(const Diagnostic& diagnostic, const RenderOptions& options) {
  PrettyWriter writer(options);
  writer.write(diagnostic);
  return writer.take();
}

}  // namespace tizza::report
