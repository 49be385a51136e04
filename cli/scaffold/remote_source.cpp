#include "scaffold/remote_source.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/paths.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kForges = {{
    {"gh:", "https://github.com/"},
    {"gl:", "https://gitlab.com/"},
    {"bb:", "https://bitbucket.org/"},
}};
constexpr std::string_view kPrefixes[] = {"https://", "http://", "ssh://", "git://",
                                          "file://",  "git@",    "git+"};

Error source_error(std::string_view name, const std::string& what) {
  return failure("template", "template `" + std::string(name) + "` " + what,
                 "write it as URL//FOLDER#TAG, or gh:OWNER/REPOSITORY//FOLDER#TAG");
}

}  // namespace

bool is_remote(std::string_view name) {
  const auto starts = [=](std::string_view prefix) { return name.starts_with(prefix); };
  return std::any_of(std::begin(kPrefixes), std::end(kPrefixes), starts) ||
         std::any_of(kForges.begin(), kForges.end(),
                     [&](const auto& forge) { return starts(forge.first); });
}

Result<RemoteSource> parse_remote_source(std::string_view name) {
  constexpr std::string_view kPip = "git+", kScheme = "://";
  RemoteSource source;
  std::string_view rest = name;
  if (const size_t hash = rest.find('#'); hash != std::string_view::npos) {
    source.revision = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
    if (source.revision.empty()) return source_error(name, "names no tag behind `#`");
    if (source.revision.starts_with('-'))
      return source_error(name, "has a tag that starts with `-`");
  }
  if (rest.starts_with(kPip)) rest.remove_prefix(kPip.size());
  const size_t scheme = rest.find(kScheme);
  const size_t from = scheme == std::string_view::npos ? 0 : scheme + kScheme.size();
  if (const size_t split = rest.find("//", from); split != std::string_view::npos) {
    source.folder = normal_path(rest.substr(split + 2));
    rest = rest.substr(0, split);
    if (source.folder == ".") source.folder.clear();
    if (source.folder.starts_with("..") || source.folder.starts_with('/')) {
      return source_error(name, "has a folder that leaves the repository");
    }
  }
  for (const auto& [shorthand, url] : kForges) {
    if (!rest.starts_with(shorthand)) continue;
    const auto path = rest.substr(shorthand.size());
    if (path.find('/') == std::string_view::npos || path.starts_with('/') || path.ends_with('/')) {
      return source_error(name, "does not name OWNER/REPOSITORY");
    }
    source.url = std::string(url) + std::string(path) + (path.ends_with(".git") ? "" : ".git");
    return source;
  }
  if (rest.size() <= from) return source_error(name, "has no address");
  source.url = rest;
  return source;
}

}  // namespace tizza::scaffold
