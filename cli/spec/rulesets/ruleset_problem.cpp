#include "spec/rulesets/ruleset_file.hpp"

namespace tizza::spec::rulesets {

Diagnostic ruleset_problem(const Location& at, std::string message, std::string help) {
  return failure_at(at, "ruleset", std::move(message), std::move(help)).diagnostic;
}

Location part_of(Node scalar, size_t begin, size_t length) {
  const std::string_view text = scalar.text();
  const std::string_view raw = scalar.raw();
  const size_t quote = raw.size() == text.size() ? 0 : 1;
  Location whole = scalar.location();
  if (raw.size() < text.size() + quote || raw.substr(quote, text.size()) != text) return whole;
  const size_t start = std::min(begin, text.size());
  const size_t end = std::min(start + length, text.size());
  whole.span.end = whole.span.begin + static_cast<uint32_t>(quote + end);
  whole.span.begin += static_cast<uint32_t>(quote + start);
  return whole;
}

std::optional<Severity> read_severity_word(Node written) {
  constexpr std::pair<std::string_view, Severity> kWords[] = {
      {"error", Severity::kError}, {"0", Severity::kError},   {"warn", Severity::kWarn},
      {"1", Severity::kWarn},      {"info", Severity::kInfo}, {"2", Severity::kInfo},
      {"hint", Severity::kHint},   {"3", Severity::kHint},
  };
  for (const auto& [word, severity] : kWords) {
    if (written.text() == word) return severity;
  }
  return std::nullopt;
}

}  // namespace tizza::spec::rulesets
