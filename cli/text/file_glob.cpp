#include "text/file_glob.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza {
namespace {

constexpr std::string_view kWildcards = "*?[{";

// Takes `{a,b}` apart, innermost last; patterns without braces come back alone.
void expand_braces(std::string_view pattern, std::vector<std::string>& to) {
  constexpr size_t kMostAlternatives = 1000;
  const size_t open = pattern.find('{');
  if (open == std::string_view::npos || to.size() > kMostAlternatives) {
    to.emplace_back(pattern);
    return;
  }
  size_t depth = 0;
  size_t start = open + 1;
  std::vector<std::string_view> alternatives;
  for (size_t at = open; at < pattern.size(); ++at) {
    if (pattern[at] == '{') ++depth;
    if (pattern[at] == ',' && depth == 1) {
      alternatives.push_back(pattern.substr(start, at - start));
      start = at + 1;
    }
    if (pattern[at] != '}' || --depth > 0) continue;
    alternatives.push_back(pattern.substr(start, at - start));
    for (const auto alternative : alternatives) {
      std::string one(pattern.substr(0, open));
      one.append(alternative).append(pattern.substr(at + 1));
      expand_braces(one, to);
    }
    return;
  }
  to.emplace_back(pattern);  // never closed: taken as it stands
}

// `at` stands behind the `[`. Moves behind the `]`; an unclosed class matches nothing.
bool class_matches(std::string_view pattern, size_t& at, char c) {
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false;
  for (bool first = true; at < pattern.size() && (first || pattern[at] != ']'); first = false) {
    const char low = pattern[at++];
    char high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      high = pattern[at + 1];
      at += 2;
    }
    if (low <= c && c <= high) found = true;
  }
  if (at >= pattern.size()) return false;
  ++at;
  return found != negated;
}

// One part without `/`: the usual walk that goes back to the last `*` only.
bool part_matches(std::string_view pattern, std::string_view part) {
  size_t p = 0;
  size_t s = 0;
  size_t star = std::string_view::npos;
  size_t star_s = 0;
  while (s < part.size()) {
    size_t next = p + 1;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_s = s;
      continue;
    }
    const bool matches =
        p < pattern.size() &&
        (pattern[p] == '?' || (pattern[p] == '[' && class_matches(pattern, next, part[s])) ||
         (pattern[p] != '[' && pattern[p] == part[s]));
    if (matches) {
      p = next;
      ++s;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      s = ++star_s;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

using Parts = std::vector<std::string_view>;

// reached[i] says whether the first i parts of the pattern match the parts seen so far.
std::vector<bool> start(const Parts& pattern) {
  std::vector<bool> reached(pattern.size() + 1, false);
  reached[0] = true;
  for (size_t i = 0; i < pattern.size() && pattern[i] == "**"; ++i) reached[i + 1] = true;
  return reached;
}

std::vector<bool> step(const Parts& pattern, const std::vector<bool>& before,
                       std::string_view part) {
  std::vector<bool> after(pattern.size() + 1, false);
  const bool is_hidden = part.starts_with('.');
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == "**") {
      if (before[i] && !is_hidden) after[i] = true;
      if (after[i]) after[i + 1] = true;
    } else if (before[i] && (!is_hidden || pattern[i].starts_with('.')) &&
               part_matches(pattern[i], part)) {
      after[i + 1] = true;
    }
    if (i + 1 < pattern.size() && after[i + 1] && pattern[i + 1] == "**") after[i + 2] = true;
  }
  return after;
}

Status walk(const FileReader& files, const std::string& folder, const std::string& below,
            const Parts& pattern, const std::vector<bool>& reached,
            std::vector<std::string>& found) {
  TIZZA_TRY(const auto entries, files.list(folder.empty() ? "." : folder));
  for (const auto& entry : entries) {
    const auto next = step(pattern, reached, entry.name);
    if (std::none_of(next.begin(), next.end(), [](bool is) { return is; })) continue;
    const std::string path = join_path(below, entry.name);
    if (entry.type == FileType::kDirectory) {
      TIZZA_CHECK(walk(files, join_path(folder, entry.name), path, pattern, next, found));
    } else if (next.back()) {
      const auto info = files.info(join_path(folder, entry.name));
      if (info && info->type == FileType::kRegular) found.push_back(path);
    }
  }
  return {};
}

}  // namespace

bool is_glob(std::string_view pattern) {
  return pattern.find_first_of(kWildcards) != std::string_view::npos;
}

bool glob_matches(std::string_view pattern, std::string_view path) {
  std::vector<std::string> patterns;
  expand_braces(pattern, patterns);
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& one) {
    const Parts parts = split(one, '/');
    auto reached = start(parts);
    for (const auto part : split(path, '/')) reached = step(parts, reached, part);
    return static_cast<bool>(reached.back());
  });
}

Result<std::vector<std::string>> find_files(const FileReader& files, const std::string& folder,
                                            std::string_view pattern) {
  std::vector<std::string> patterns;
  expand_braces(pattern, patterns);
  std::vector<std::string> found;
  for (const auto& one : patterns) {
    // Parts without wildcards in front are walked to, not searched: that is how `..` works too.
    Parts parts = split(one, '/');
    std::string below;
    while (parts.size() > 1 && !is_glob(parts.front())) {
      below += below.empty() ? "" : "/";
      below += parts.front();
      parts.erase(parts.begin());
    }
    if (one.starts_with('/') && below.empty()) below = "/";
    const std::string top = join_path(folder, below);
    if (!top.empty() && !files.is_directory(top)) continue;
    TIZZA_CHECK(walk(files, top, below, parts, start(parts), found));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tizza
