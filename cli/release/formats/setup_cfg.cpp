#include <fmt/core.h>

#include <optional>

#include "base/strings.hpp"
#include "release/formats/all.hpp"
#include "text/readable_text.hpp"

// setup.cfg: `version` of `[metadata]`, as Python's configparser reads it. `attr:` and `file:` lead
// to other files, which state the version themselves.
namespace tizza::release {
namespace {

/// One line of the file, and where it starts.
struct Line {
  std::string_view text;
  uint32_t begin;
};

bool is_section(std::string_view text, std::string_view name) {
  text = trim(text);
  return text.starts_with('[') && text.substr(1, text.find(']') - 1) == name;
}

/// The characters of the value of `version = …`; none for another line.
std::optional<Span> version_value(const Line& line) {
  const size_t delimiter = line.text.find_first_of("=:");
  if (delimiter == std::string_view::npos) return std::nullopt;
  if (to_lower(trim(line.text.substr(0, delimiter))) != "version") return std::nullopt;
  const auto value = trim(line.text.substr(delimiter + 1));
  const auto begin =
      line.begin +
      static_cast<uint32_t>(value.empty() ? line.text.size() : value.data() - line.text.data());
  return Span{begin, begin + static_cast<uint32_t>(value.size())};
}

bool is_comment_or_continued(std::string_view text) {
  return text.empty() || text[0] == '#' || text[0] == ';' || text[0] == ' ' || text[0] == '\t';
}

Result<std::vector<Span>> version_values(const SourcePtr& source) {
  TIZZA_CHECK(check_readable(source));
  std::vector<Span> found;
  bool is_metadata = false;
  const auto all = source->text();
  for (size_t at = text_start(*source); at < all.size();) {
    const size_t end = std::min(all.find('\n', at), all.size());
    const Line line{all.substr(at, end - at), static_cast<uint32_t>(at)};
    at = end + 1;
    if (is_comment_or_continued(line.text)) continue;
    if (line.text[0] == '[') {
      is_metadata = is_section(line.text, "metadata");
    } else if (const auto value = version_value(line); value && is_metadata) {
      found.push_back(*value);
    }
  }
  return found;
}

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_TRY(const auto values, version_values(source));
  if (values.size() > 1) {
    return version_ambiguous({source, values[1]},
                             fmt::format("`{}` states the version twice", source->path()),
                             {source, values[0]}, "keep one of them");
  }
  const auto text = values.empty() ? std::string_view() : source->slice(values[0]);
  if (text.empty()) {
    return version_absent({source, {}}, fmt::format("`{}` states no version", source->path()),
                          "write `version = 1.4.0` below `[metadata]`");
  }
  if (text.starts_with("attr:") || text.starts_with("file:")) {
    return version_absent(
        {source, values[0]},
        fmt::format("`{}` leaves the version to `{}`", source->path(), trim(text.substr(5))),
        "name that file in `release.version-files`");
  }
  return FoundVersion{std::string(text), {source, values[0]}};
}

}  // namespace

const VersionFormat& setup_cfg_format() {
  static const VersionFormat kFormat{"setup.cfg", VersionScheme::kPep440, find};
  return kFormat;
}

}  // namespace tizza::release
