#include "golden/golden_case.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace tizza::testing {
namespace {

bool is_section_line(std::string_view line) {
  return line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
}

/// One line of the header; what is wrong with it, or nothing.
std::string read_header_line(GoldenCase& golden, std::string_view line) {
  if (line.empty() || line.starts_with('#')) return {};
  if (line == "terminal yes" || line == "real yes") {
    (line[0] == 't' ? golden.terminal : golden.real) = true;
  } else if (line == "sample yes") {
    golden.sample = true;
  } else if (line.starts_with("env ") && line.find('=') != std::string_view::npos) {
    const size_t equals = line.find('=');
    golden.environment[std::string(line.substr(4, equals - 4))] = line.substr(equals + 1);
  } else if (line.starts_with("$ ")) {
    golden.commands.push_back({std::string(line.substr(2)), 0});
  } else if (line.starts_with("exit ") && !golden.commands.empty()) {
    golden.commands.back().exit_code = std::atoi(std::string(line.substr(5)).c_str());
  } else {
    return "not understood: " + std::string(line);
  }
  return {};
}

}  // namespace

const std::string& GoldenCase::section(const std::string& name) const {
  static const std::string kNone;
  const auto found = std::ranges::find(sections, name, &GoldenSection::name);
  return found == sections.end() ? kNone : found->text;
}

void GoldenCase::set_section(const std::string& name, const std::string& text) {
  const auto found = std::ranges::find(sections, name, &GoldenSection::name);
  if (found != sections.end()) {
    found->text = text;
    return;
  }
  if (text.empty()) return;
  // Streams stand in front of the files afterwards, stdout first.
  const auto is_later = [&](const GoldenSection& section) {
    return section.name.starts_with("out/") || section.name.starts_with("absent/") ||
           (name == "stdout" && section.name == "stderr");
  };
  sections.insert(std::ranges::find_if(sections, is_later), {name, text});
}

GoldenCase parse_golden(const std::string& text, std::string& problem) {
  GoldenCase golden;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    const std::string_view plain = trim(line);
    at = end;
    if (is_section_line(plain)) {
      golden.sections.push_back({std::string(plain.substr(3, plain.size() - 6)), {}});
    } else if (!golden.sections.empty()) {
      golden.sections.back().text += line;
    } else {
      golden.header += line;
      if (const auto wrong = read_header_line(golden, plain); !wrong.empty()) problem = wrong;
    }
  }
  if (!golden.header.starts_with("# ")) problem = "the first line is no `# sentence`";
  if (golden.commands.empty()) problem = "there is no `$` line";
  return golden;
}

std::string print_golden(const GoldenCase& golden) {
  std::string text = golden.header;
  for (const GoldenSection& section : golden.sections) {
    text += "-- " + section.name + " --\n" + section.text;
    if (!section.text.empty() && !section.text.ends_with('\n')) text += '\n';
  }
  return text;
}

std::string strip_escapes(const std::string& text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\x1b' || i + 1 == text.size()) {
      plain += text[i];
    } else if (text[i + 1] == '[') {
      i = text.find_first_of("ABCDEFGHJKSTfmnsulh", i + 2);
    } else if (text[i + 1] == ']') {
      const size_t end = text.find_first_of("\x07\x1b", i + 2);
      i = end != std::string::npos && text[end] == '\x1b' ? end + 1 : end;
    }
    if (i == std::string::npos) break;
  }
  return plain;
}

}  // namespace tizza::testing
