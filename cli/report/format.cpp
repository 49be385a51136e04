#include "report/format.hpp"

#include <algorithm>

namespace tizza::report {

std::span<const Format> formats() {
  static const std::vector<Format> kFormats = {
      {"pretty", {}, false, false, render_pretty},
      {"concise", {".txt"}, false, false, render_concise},
      {"json", {".json"}, true, false, render_json},
      {"sarif", {".sarif", ".sarif.json"}, true, true, render_sarif},
      {"junit", {".xml"}, true, false, render_junit},
      {"github", {}, true, false, render_github},
      {"gitlab", {}, true, true, render_gitlab},
      {"checkstyle", {}, true, false, render_checkstyle},
      {"html", {".html", ".htm"}, true, false, render_html},
  };
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto all = formats();
  const auto found = std::ranges::find(all, name, &Format::name);
  return found == all.end() ? nullptr : &*found;
}

const Format* format_of_file(std::string_view path) {
  const Format* best = nullptr;
  size_t longest = 0;
  for (const Format& format : formats()) {
    for (const std::string_view ending : format.endings) {
      if (!path.ends_with(ending) || ending.size() <= longest) continue;
      best = &format;
      longest = ending.size();
    }
  }
  return best;
}

}  // namespace tizza::report
