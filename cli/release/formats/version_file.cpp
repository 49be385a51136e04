#include <fmt/core.h>

#include "base/strings.hpp"
#include "release/formats/all.hpp"
#include "text/readable_text.hpp"

// A file named VERSION that holds nothing but the version.
namespace tizza::release {
namespace {

Result<FoundVersion> find(const SourcePtr& source) {
  TIZZA_CHECK(check_readable(source));
  const auto text = source->text();
  const auto content = trim(text.substr(text_start(*source)));
  const auto begin = static_cast<uint32_t>(content.empty() ? 0 : content.data() - text.data());
  const Location at{source, {begin, begin + static_cast<uint32_t>(content.size())}};
  if (content.empty() || content.find('\n') != std::string_view::npos) {
    return version_absent(at, fmt::format("`{}` holds no single line", source->path()),
                          "write the version alone, such as `1.4.0`");
  }
  return FoundVersion{std::string(content), at};
}

}  // namespace

const VersionFormat& version_file_format() {
  static const VersionFormat kFormat{"VERSION", VersionScheme::kEither, find};
  return kFormat;
}

}  // namespace tizza::release
