#include "unit/layers/layer_rules.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include "base/strings.hpp"

namespace tizza::testing {
namespace {

/// A layer may include those of a smaller rank and itself. The four jobs share one rank, so that
/// none of them sees another.
const std::map<std::string, int> kRanks = {
    {"base", 0},     {"text", 1},     {"report", 2}, {"schema", 3},  {"expr", 4},
    {"registry", 5}, {"scaffold", 6}, {"spec", 6},   {"release", 6}, {"playbook", 6},
    {"fleet", 7},    {"commands", 8}, {"app", 9},
};

struct Library {
  std::string header;  ///< How its headers start.
  std::string home;    ///< The one layer in which one file includes it.
};
const std::vector<Library> kLibraries = {
    {"CLI/", "app"},       {"yaml.h", "text"},      {"yaml-cpp/", "text"},    {"simdjson", "text"},
    {"toml++/", "text"},   {"pcre2", "base"},       {"openssl/", "base"},     {"git2", "platform"},
    {"curl/", "platform"}, {"archive", "platform"}, {"histedit", "platform"}, {"expat", "text"}};

/// What only platform/ and main.cpp may do.
const std::vector<std::pair<std::regex, std::string>> kSystemCalls = {
    {std::regex(R"(\bgetenv\s*\()"), "asks the environment itself"},
    {std::regex(R"((^|[^\w.>])(_exit|exit|quick_exit|abort)\s*\()"), "ends the process"},
    {std::regex(R"(\b(printf|fprintf|puts|fputs|putchar|fwrite|perror|vprintf)\s*\()"),
     "prints past the terminal port"},
    {std::regex(R"(\bfmt::print\b|\bstd::(cout|cerr|clog)\b)"), "prints past the terminal port"},
};

std::string layer_of(const std::string& path) {
  const size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

bool may_include(const std::string& from, const std::string& to) {
  if (from.empty() || from == to || to == "ports") return true;
  if (from == "ports") return to == "base";
  if (from == "platform") return to == "base" || to == "text";
  if (to == "platform" || !kRanks.contains(to) || !kRanks.contains(from)) return false;
  return kRanks.at(to) < kRanks.at(from);
}

class Checker {
 public:
  void check(const std::string& path, const std::string& source) {
    const std::string code = without_comments_and_strings(source);
    const auto lines = split_lines(source);
    const auto code_lines = split_lines(code);
    for (size_t i = 0; i < lines.size(); ++i) {
      const std::string place = path + ":" + std::to_string(i + 1);
      if (trim(code_lines[i]).starts_with("#")) {
        check_include(place, path, std::string(trim(lines[i])));
      } else {
        check_calls(place, path, std::string(code_lines[i]));
      }
    }
  }

  std::vector<std::string> take() {
    for (const Library& library : kLibraries) {
      const auto& users = users_[library.header];
      if (users.size() <= 1) continue;
      report(join({users.begin(), users.end()}, " and "), "all include " + library.header);
    }
    return std::move(violations_);
  }

 private:
  void report(const std::string& place, const std::string& what) {
    violations_.push_back(place + ": " + what);
  }

  void check_include(const std::string& place, const std::string& path, const std::string& line) {
    static const std::regex kInclude(R"(#\s*include\s*([<"])([^>"]+)[>"])");
    std::smatch match;
    if (!std::regex_search(line, match, kInclude)) return;
    const std::string layer = layer_of(path);
    const std::string header = match[2];
    if (match[1] == "\"" && !may_include(layer, layer_of(header))) {
      report(place, layer + " may not include " + header);
    }
    if (header == "iostream" && !is_system(path)) report(place, "includes <iostream>");
    for (const Library& library : kLibraries) {
      if (!header.starts_with(library.header)) continue;
      users_[library.header].insert(path);
      if (layer != library.home) report(place, header + " belongs to " + library.home);
    }
  }

  void check_calls(const std::string& place, const std::string& path, const std::string& code) {
    if (is_system(path)) return;
    for (const auto& [pattern, what] : kSystemCalls) {
      if (std::regex_search(code, pattern)) report(place, what);
    }
  }

  static bool is_system(const std::string& path) {
    return path == "main.cpp" || layer_of(path) == "platform";
  }

  std::vector<std::string> violations_;
  std::map<std::string, std::set<std::string>> users_;
};

}  // namespace

std::string without_comments_and_strings(const std::string& source) {
  std::string code = source;
  const auto blank = [&](size_t from, size_t to) {
    for (size_t i = from; i < std::min(to, code.size()); ++i) {
      if (code[i] != '\n') code[i] = ' ';
    }
    return to;
  };
  const auto behind = [&](const std::string& mark, size_t from) {
    const size_t found = source.find(mark, from);
    return found == std::string::npos ? source.size() : found + mark.size();
  };
  for (size_t i = 0; i < source.size();) {
    const bool digit_before = i > 0 && std::isalnum(static_cast<unsigned char>(source[i - 1]));
    if (source.compare(i, 2, "//") == 0) {
      i = blank(i, std::min(source.find('\n', i), source.size()));
    } else if (source.compare(i, 2, "/*") == 0) {
      i = blank(i, behind("*/", i + 2));
    } else if (source.compare(i, 2, "R\"") == 0) {
      const size_t open = source.find('(', i);
      if (open == std::string::npos) break;
      i = blank(i, behind(")" + source.substr(i + 2, open - i - 2) + "\"", open));
    } else if (source[i] == '"' || (source[i] == '\'' && !digit_before)) {
      size_t end = i + 1;
      while (end < source.size() && source[end] != source[i]) end += source[end] == '\\' ? 2 : 1;
      i = blank(i + 1, end) + 1;
    } else {
      ++i;
    }
  }
  return code;
}

std::vector<std::string> layer_violations(const std::map<std::string, std::string>& sources) {
  Checker checker;
  for (const auto& [path, source] : sources) checker.check(path, source);
  return checker.take();
}

}  // namespace tizza::testing
