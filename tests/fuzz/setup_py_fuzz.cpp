// Any bytes as a file of every version format: no crash, and what is found stands where it is said
// to stand.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "release/format_table.hpp"
#include "release/package_version.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tizza;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const release::VersionFormat* format : release::version_formats()) {
    const std::string path(format->file);
    const auto source = std::make_shared<const Source>(path, text);
    const auto found = format->find(source);
    if (!found.ok()) {
      const Location& at = found.error().diagnostic.at;
      if (at && (at.span.begin > at.span.end || at.span.end > size)) std::abort();
      continue;
    }
    if (found->at.source != source || source->slice(found->at.span) != found->text) std::abort();
    const auto checked = release::check_version({format, path, *found});
    if (checked.ok()) continue;
    const Span place = checked.error().diagnostic.at.span;
    if (place.begin < found->at.span.begin || place.end > found->at.span.end) std::abort();
  }
  return 0;
}
