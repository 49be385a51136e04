#include "release/pins/pin.hpp"

#include <algorithm>

#include "base/pep440.hpp"
#include "base/semver.hpp"
#include "base/strings.hpp"

namespace tizza::release {
namespace {

bool is_version(std::string_view text) {
  return parse_pep440(text).ok() || parse_semver(text).ok();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `release/1.4` and the like are branches by every convention.
bool is_branch_folder(std::string_view head) {
  constexpr std::string_view kFolders[] = {"release", "releases", "hotfix", "support", "feature"};
  return std::find(std::begin(kFolders), std::end(kFolders), head) != std::end(kFolders);
}

}  // namespace

std::string_view to_string(Ecosystem ecosystem) {
  constexpr std::string_view kNames[] = {"python", "npm",       "helm",
                                         "image",  "submodule", "description"};
  return kNames[static_cast<size_t>(ecosystem)];
}

std::string_view to_string(PinKind kind) {
  constexpr std::string_view kNames[] = {"version", "tag",   "commit", "hash",
                                         "locked",  "local", "branch", "unpinned"};
  return kNames[static_cast<size_t>(kind)];
}

bool is_pinned(PinKind kind) {
  return kind != PinKind::kBranch && kind != PinKind::kUnpinned;
}

std::string normal_name(std::string_view name) {
  std::string normal;
  for (const char c : to_lower(name)) {
    const bool is_separator = c == '-' || c == '_' || c == '.';
    if (!is_separator) normal += c;
    if (is_separator && !normal.ends_with('-')) normal += '-';
  }
  return normal;
}

bool is_pin_of(const Pin& pin, std::string_view name) {
  if (pin.ecosystem == Ecosystem::kPython) return normal_name(pin.name) == normal_name(name);
  if (pin.name == name) return true;
  // `registry.tizza.com/culinary/base` is what people call `base`.
  return pin.ecosystem == Ecosystem::kImage && pin.name.ends_with("/" + std::string(name));
}

std::optional<VersionRef> read_version_ref(std::string_view ref) {
  const bool has_v = ref.size() > 1 && (ref[0] == 'v' || ref[0] == 'V') && is_digit(ref[1]);
  const size_t lead = has_v ? 1 : 0;
  if (lead < ref.size() && is_digit(ref[lead]) && is_version(ref.substr(lead))) {
    return VersionRef{ref.substr(0, lead), ref.substr(lead)};
  }
  const size_t separator = ref.find_first_of("-_/");
  for (size_t i = separator; i < ref.size(); i = ref.find_first_of("-_/", i + 1)) {
    if (ref[i] == '/' && is_branch_folder(ref.substr(0, i))) return std::nullopt;
    size_t begin = i + 1;
    if (begin + 1 < ref.size() && ref[begin] == 'v' && is_digit(ref[begin + 1])) ++begin;
    const auto rest = ref.substr(begin);
    // `fix-1` is a branch: behind a name only all three numbers make a version.
    if (!rest.empty() && is_digit(rest[0]) && std::count(rest.begin(), rest.end(), '.') >= 2 &&
        is_version(rest)) {
      return VersionRef{ref.substr(0, begin), rest};
    }
  }
  return std::nullopt;
}

bool is_commit_id(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Location place_of(const SourcePtr& source, std::string_view piece) {
  const auto begin = static_cast<uint32_t>(piece.data() - source->text().data());
  return {source, {begin, begin + static_cast<uint32_t>(piece.size())}};
}

void pin_to_ref(Pin& pin, const SourcePtr& source, std::string_view ref) {
  pin.pin = ref;
  pin.pin_at = place_of(source, ref);
  pin.lead.clear();
  if (is_commit_id(ref)) {
    pin.kind = PinKind::kCommit;
  } else if (const auto version = read_version_ref(ref)) {
    pin.kind = PinKind::kTag;
    pin.lead = version->lead;
  } else {
    pin.kind = PinKind::kBranch;
  }
}

}  // namespace tizza::release
