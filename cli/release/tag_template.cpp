#include "release/tag_template.hpp"

#include <fmt/core.h>

#include "base/strings.hpp"

namespace tizza::release {
namespace {

constexpr std::string_view kVersion = "{version}";

/// What is wrong with a tag made of these texts; empty where nothing is. git-check-ref-format(1).
std::string fault_in(const std::string& before, const std::string& after) {
  const std::string tag = before + "1" + after;
  const size_t bad = tag.find_first_of(" ~^:?*[\\@{}\x7f");
  if (bad != std::string::npos) return fmt::format("holds `{}`", tag[bad]);
  for (const char c : tag) {
    if (static_cast<unsigned char>(c) < 0x20) return "holds a control character";
  }
  for (const char* part : {"..", "//", "/."}) {
    if (tag.find(part) != std::string::npos) return fmt::format("holds `{}`", part);
  }
  if (tag.starts_with('/') || tag.starts_with('.') || tag.starts_with('-')) {
    return fmt::format("starts with `{}`", tag[0]);
  }
  if (tag.ends_with('/') || tag.ends_with('.') || tag.ends_with(".lock")) {
    return fmt::format("ends with `{}`",
                       tag.ends_with(".lock") ? ".lock" : tag.substr(tag.size() - 1));
  }
  return {};
}

}  // namespace

Result<TagTemplate> TagTemplate::read(std::string_view text, std::string_view name,
                                      const Location& at) {
  const size_t place = text.find(kVersion);
  if (place == std::string_view::npos || text.find(kVersion, place + 1) != std::string_view::npos) {
    return failure_at(at, "config", fmt::format("tag template `{}` needs one `{{version}}`", text),
                      "write `{version}` or `{name}-{version}`");
  }
  if (name.empty() && text.find("{name}") != std::string_view::npos) {
    return failure_at(at, "config", "`{name}` is unknown: the only package has no name",
                      "write the name itself, or name the package in `release.packages`");
  }
  TagTemplate result;
  result.before_ = replace_all(text.substr(0, place), "{name}", name);
  result.after_ = replace_all(text.substr(place + kVersion.size()), "{name}", name);
  const std::string fault = fault_in(result.before_, result.after_);
  if (fault.empty()) return result;
  return failure_at(
      at, "config",
      fmt::format("a tag made of `{}` {}, which no tag may", result.tag(kVersion), fault),
      "write `{version}` or `{name}-{version}`");
}

std::optional<std::string_view> TagTemplate::version_in(std::string_view tag) const {
  if (tag.size() <= fixed_length() || !tag.starts_with(before_) || !tag.ends_with(after_)) {
    return std::nullopt;
  }
  return tag.substr(before_.size(), tag.size() - fixed_length());
}

}  // namespace tizza::release
