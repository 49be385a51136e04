#include "spec/baseline.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <unordered_map>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "schema/builtin.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

BaselineEntry read_entry(Node node) {
  const auto text = [&](std::string_view field) { return std::string(node[field].text()); };
  return {text("rule"),  text("path"),    text("fingerprint"),    text("reason"),
          text("owner"), text("expires"), node["rule"].location()};
}

Status check_entries(const Document& document) {
  Findings findings;
  schema::check(document, "baseline", findings);
  if (!findings.empty()) return Error{findings.list().front()};
  for (const Node entry : document.root()["findings"].items()) {
    const Node expires = entry["expires"];
    if (expires && !is_day(expires.text())) {
      return failure_at(expires.location(), "wrong-value",
                        "`" + std::string(expires.text()) + "` is no day of the calendar");
    }
  }
  return {};
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

/// The three numbers of `2027-01-31`, whether there is such a day or not.
std::optional<std::chrono::year_month_day> read_day(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!read_number(text.substr(0, 4), year) || !read_number(text.substr(5, 2), month) ||
      !read_number(text.substr(8, 2), day)) {
    return std::nullopt;
  }
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                     std::chrono::day(day));
}

}  // namespace

bool is_day(std::string_view text) {
  const auto day = read_day(text);
  return day && day->ok();
}

bool has_form_of_day(std::string_view text) {
  return read_day(text).has_value();
}

Result<Baseline> load_baseline(const FileReader& files, const std::string& path) {
  Baseline baseline;
  baseline.path = path;
  if (!files.exists(path)) return baseline;
  TIZZA_TRY(baseline.document, read_document_file(files, path));
  TIZZA_CHECK(check_entries(*baseline.document));
  for (const Node entry : baseline.document->root()["findings"].items()) {
    baseline.entries.push_back(read_entry(entry));
  }
  return baseline;
}

}  // namespace tizza::spec
