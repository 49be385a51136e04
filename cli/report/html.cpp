#include <algorithm>
#include <array>
#include <map>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/version.hpp"
#include "report/by_file.hpp"
#include "report/excerpt.hpp"
#include "report/html_assets.hpp"
#include "report/markup.hpp"
#include "report/places.hpp"
#include "report/printable.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"

namespace tizza::report {
namespace {

constexpr size_t kExcerptColumns = 160;

/// What a person is to see of a text: nothing in it acts as markup or turns the reading direction.
std::string html(std::string_view text) {
  return markup_text(printable(text));
}

/// A sentence whose values stand in backticks: as code.
std::string sentence(std::string_view text) {
  const auto parts = split(text, '`');
  if (parts.size() % 2 == 0) return html(text);
  std::string result;
  for (size_t i = 0; i < parts.size(); ++i) {
    result += i % 2 == 0 ? html(parts[i]) : "<code>" + html(parts[i]) + "</code>";
  }
  return result;
}

/// The source of a script as a content security policy names it: its SHA-256 in base64.
std::string script_digest(std::string_view script) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = sha256(script);
  std::string encoded = "sha256-";
  uint32_t bits = 0;
  uint32_t count = 0;
  for (const char digit : hex) {
    bits = bits << 4 | static_cast<uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    for (count += 4; count >= 6; count -= 6) encoded += kDigits[(bits >> (count - 6)) & 63];
  }
  // 256 bits are 42 digits, four bits and one sign of padding.
  return encoded + kDigits[(bits << 2) & 63] + "=";
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Report& report) : report_(report) {
    for (size_t i = 0; i < report.rules.size(); ++i) rule_index_.emplace(report.rules[i].id, i);
  }

  std::string write() {
    head();
    filter();
    out_ += "<main>\n";
    for (const FileFindings& file : by_file(report_)) section(file);
    if (report_.findings.empty() && report_.errors.empty()) {
      out_ += "<p class=\"none\">No findings.</p>\n";
    }
    out_ += "</main>\n";
    known();
    rules();
    out_.append("<script>").append(html_script()).append("</script>\n</body>\n</html>\n");
    return std::move(out_);
  }

 private:
  void head() {
    const std::string summary = html(summary_line(report_, false));
    out_ =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'; script-src '" +
        script_digest(html_script()) + "'\">\n<title>" + summary + "</title>\n<style>";
    out_.append(html_style()).append("</style>\n</head>\n<body>\n<header>\n<h1>");
    out_ +=
        summary + "</h1>\n<p class=\"muted\">tizza " + html(tool_version()) + "</p>\n</header>\n";
  }

  void filter() {
    out_ +=
        "<form id=\"filter\" hidden>\n<input type=\"search\" name=\"search\" "
        "placeholder=\"Search\" aria-label=\"Search\">\n";
    std::array<size_t, 4> counts = {};
    std::map<std::string, size_t> of_rule;
    for (const Diagnostic& finding : report_.findings) {
      ++counts[static_cast<size_t>(finding.severity)];
      ++of_rule[finding.rule];
    }
    for (size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      const std::string name(to_string(static_cast<Severity>(i)));
      out_ += "<label class=\"" + name + "\"><input type=\"checkbox\" name=\"severity\" value=\"" +
              name + "\" checked> <span class=\"severity\">" + name + "</span> " +
              std::to_string(counts[i]) + "</label>\n";
    }
    out_ += "<select name=\"rule\" aria-label=\"Rule\">\n<option value=\"\">all rules</option>\n";
    for (const auto& [rule, count] : of_rule) {
      out_ += "<option value=\"" + html(rule) + "\">" + html(rule) + " (" + std::to_string(count) +
              ")</option>\n";
    }
    out_ += "</select>\n<output name=\"shown\" class=\"muted\"></output>\n</form>\n";
  }

  void section(const FileFindings& file) {
    const size_t count = file.findings.size() + file.errors.size();
    if (count == 0 && file.document == nullptr) return;
    out_ += count == 0 ? "<details class=\"file\">\n" : "<details class=\"file\" open>\n";
    out_ += "<summary><h2><code>" + html(file.path.empty() ? "tizza" : file.path) +
            "</code></h2> <span class=\"muted\">";
    if (file.document) out_ += html(file.document->format + " " + file.document->version) + " · ";
    out_ += (count == 0 ? "no findings" : counted(count, "finding")) + "</span></summary>\n";
    for (const Diagnostic* error : file.errors) finding(*error);
    for (const Diagnostic* found : file.findings) finding(*found);
    out_ += "</details>\n";
  }

  void finding(const Diagnostic& found) {
    const std::string severity(to_string(found.severity));
    out_ += "<article class=\"finding " + severity + "\" data-severity=\"" + severity +
            "\" data-rule=\"" + html(found.rule) + "\">\n<h3><span class=\"severity\">" + severity +
            "</span> " + sentence(found.message) + "</h3>\n<p class=\"muted\">";
    if (const auto index = rule_index_.find(found.rule); index != rule_index_.end()) {
      out_ += "<a href=\"#rule-" + std::to_string(index->second) + "\"><code>" + html(found.rule) +
              "</code></a>";
    } else {
      out_ += "<code>" + html(found.rule) + "</code>";
    }
    if (found.at) out_ += " " + place(found.at, regions_.find(found.at).begin);
    if (!found.pointer.empty()) out_ += " <code>" + html(found.pointer) + "</code>";
    out_ += "</p>\n";
    if (found.at) excerpt(found.at, regions_.find(found.at).begin, 1);
    for (const Note& note : found.notes) {
      out_ += "<p>" + sentence(note.message);
      if (note.at) out_ += " <span class=\"muted\">" + place(note.at, note.at.begin()) + "</span>";
      out_ += "</p>\n";
      if (note.at) excerpt(note.at, note.at.begin(), 0);
    }
    if (!found.help.empty()) out_ += "<p><b>help:</b> " + sentence(found.help) + "</p>\n";
    out_ += "</article>\n";
  }

  static std::string place(const Location& at, Position begin) {
    return "<code>" + html(at.source->path()) + ":" + std::to_string(begin.line) + ":" +
           std::to_string(begin.column) + "</code>";
  }

  /// The first line of a span between `around` neighbours.
  void excerpt(const Location& at, Position begin, uint32_t around) {
    const uint32_t first = begin.line - std::min(around, begin.line - 1);
    uint32_t last = std::min(begin.line + around, at.source->line_count());
    if (last > begin.line && at.source->line(last).empty()) --last;
    out_ += "<pre class=\"excerpt\">";
    for (uint32_t number = first; number <= last; ++number) {
      const bool is_marked = number == begin.line;
      const Span span = is_marked ? at.span : Span{};
      const MarkedLine line = marked_line(*at.source, number, span, kExcerptColumns);
      out_ += is_marked ? "<code class=\"at\">" : "<code>";
      out_ += "<b>" + std::to_string(number) + "</b>" + markup_text(line.before);
      if (is_marked) out_ += "<mark>" + markup_text(line.marked) + "</mark>";
      out_ += markup_text(line.behind) + "</code>";
    }
    out_ += "</pre>\n";
    if (const uint32_t more = more_lines(at, begin.line); more > 0) {
      out_ += "<p class=\"muted\">and " + counted(more, "more line") + "</p>\n";
    }
  }

  void known() {
    if (report_.suppressed.empty()) return;
    out_ += "<details class=\"file\">\n<summary><h2>" +
            counted(report_.suppressed.size(), "known finding") + "</h2></summary>\n";
    for (const Suppressed& suppressed : report_.suppressed) {
      const Diagnostic& found = suppressed.finding;
      out_ += "<article class=\"finding " + std::string(to_string(found.severity)) + "\">\n<h3>" +
              sentence(found.message) + "</h3>\n<p class=\"muted\"><code>" + html(found.rule) +
              "</code> ";
      if (found.at) out_ += place(found.at, regions_.find(found.at).begin);
      out_ += "</p>\n<p><b>reason:</b> " + html(suppressed.reason) + "</p>\n</article>\n";
    }
    out_ += "</details>\n";
  }

  void rules() {
    if (report_.rules.empty()) return;
    out_ += "<section>\n<h1>Rules</h1>\n";
    for (size_t i = 0; i < report_.rules.size(); ++i) {
      const RuleInfo& rule = report_.rules[i];
      out_ += "<div class=\"rule\" id=\"rule-" + std::to_string(i) + "\">\n<h3><code>" +
              html(rule.id) + "</code>: " + sentence(rule.summary) + "</h3>\n";
      if (!rule.rationale.empty()) out_ += "<p>" + sentence(rule.rationale) + "</p>\n";
      example("bad", rule.bad);
      example("good", rule.good);
      out_ += "</div>\n";
    }
    out_ += "</section>\n";
  }

  void example(std::string_view title, const std::string& text) {
    if (text.empty()) return;
    out_ += "<p class=\"muted\">" + std::string(title) + "</p>\n<pre>" + html(text) + "</pre>\n";
  }

  const Report& report_;
  StringMap<size_t> rule_index_;
  Regions regions_;
  std::string out_;
};

}  // namespace

std::string render_html(const Report& report, const RenderOptions&) {
  return HtmlWriter(report).write();
}

}  // namespace tizza::report
