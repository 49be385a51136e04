#include "release/pins/submodules.hpp"

#include <algorithm>
#include <optional>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "text/readable_text.hpp"

namespace tizza::release {
namespace {

/// One `[submodule "name"]`.
struct Section {
  std::string_view header;
  std::string_view path;
  std::string_view url;
};

std::vector<Section> sections_of(const Source& source) {
  std::vector<Section> sections;
  const auto all = source.text();
  for (size_t at = text_start(source); at < all.size();) {
    const size_t end = std::min(all.find('\n', at), all.size());
    const auto line = trim(all.substr(at, end - at));
    at = end + 1;
    if (line.starts_with("[")) {
      sections.push_back({line, {}, {}});
      continue;
    }
    const size_t sign = std::min(line.find('='), line.size());
    if (sections.empty() || sign == line.size()) continue;
    const std::string key = to_lower(trim(line.substr(0, sign)));
    const auto value = trim(line.substr(sign + 1));
    if (key == "path") sections.back().path = value;
    if (key == "url") sections.back().url = value;
  }
  std::erase_if(sections, [](const Section& section) {
    return !section.header.starts_with("[submodule ") || section.path.empty();
  });
  return sections;
}

}  // namespace

Status read_submodule_pins(const SourcePtr& source, const SubmoduleCommits& commits,
                           PinSink& sink) {
  TIZZA_CHECK(check_readable(source));
  for (const Section& section : sections_of(*source)) {
    Pin pin;
    pin.ecosystem = Ecosystem::kSubmodule;
    pin.name = file_name(section.path);
    pin.address = section.url;
    pin.at = place_of(source, section.path);
    pin.pin_at = {source, {pin.at.span.end, pin.at.span.end}};
    const size_t colon = section.url.find("://");
    if (colon != std::string_view::npos) pin.protocol = section.url.substr(0, colon);
    if (const auto commit = commits.find(std::string(section.path)); commit != commits.end()) {
      pin.kind = PinKind::kCommit;
      pin.pin = commit->second;
    }
    sink.add(std::move(pin));
  }
  return {};
}

}  // namespace tizza::release
