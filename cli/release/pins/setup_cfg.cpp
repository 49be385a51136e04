#include <algorithm>

#include "base/strings.hpp"
#include "release/pins/pin_format.hpp"
#include "release/pins/requirement.hpp"
#include "text/readable_text.hpp"

// setup.cfg: `install_requires` of `[options]` and everything below `[options.extras_require]`, a
// requirement a line.
namespace tizza::release {
namespace {

bool is_list(std::string_view section, std::string_view key) {
  if (section == "options.extras_require") return true;
  return section == "options" && (key == "install_requires" || key == "tests_require");
}

void add_lines(const SourcePtr& source, std::string_view value, PinSink& sink) {
  value = trim(value);
  if (!value.empty()) sink.add(read_requirement(source, place_of(source, value).span));
}

Status read(const SourcePtr& source, const FileReader&, PinSink& sink) {
  TIZZA_CHECK(check_readable(source));
  const auto all = source->text();
  std::string section;
  bool is_wanted = false;
  for (size_t at = text_start(*source); at < all.size();) {
    const size_t end = std::min(all.find('\n', at), all.size());
    const auto line = all.substr(at, end - at);
    const auto text = trim(line);
    at = end + 1;
    if (text.empty() || text[0] == '#' || text[0] == ';') continue;
    if (line[0] == ' ' || line[0] == '\t') {
      if (is_wanted) add_lines(source, text, sink);
      continue;
    }
    if (text[0] == '[') {
      section = trim(text.substr(1, text.find(']') - 1));
      is_wanted = false;
      continue;
    }
    const size_t delimiter = std::min(text.find_first_of("=:"), text.size());
    is_wanted = is_list(section, to_lower(trim(text.substr(0, delimiter))));
    if (is_wanted && delimiter < text.size()) add_lines(source, text.substr(delimiter + 1), sink);
  }
  return {};
}

bool matches(std::string_view path) {
  return path == "setup.cfg";
}

}  // namespace

const PinFormat& setup_cfg_pins() {
  static constexpr PinFormat kFormat{"setup.cfg", matches, read};
  return kFormat;
}

}  // namespace tizza::release
