#include "report/style.hpp"

namespace tizza::report {
namespace {

/// Select Graphic Rendition parameters (ECMA-48, 8.3.117) of the sixteen colours that every
/// terminal has and every theme keeps readable.
std::string_view parameters(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kHeading:
      return "1";
    case Style::kCommand:
      return "36";
    case Style::kMuted:
      return "2";
    case Style::kGood:
      return "32";
    case Style::kError:
      return "1;31";
    case Style::kWarn:
      return "1;33";
    case Style::kInfo:
      return "1;34";
    case Style::kHint:
      return "1;36";
  }
  return "";
}

}  // namespace

std::string styled(std::string_view text, Style style, bool colour) {
  const std::string_view codes = parameters(style);
  if (!colour || codes.empty() || text.empty()) return std::string(text);
  std::string result = "\x1b[";
  result.append(codes).append("m").append(text).append("\x1b[0m");
  return result;
}

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return Style::kError;
    case Severity::kWarn:
      return Style::kWarn;
    case Severity::kInfo:
      return Style::kInfo;
    case Severity::kHint:
      return Style::kHint;
  }
  return Style::kPlain;
}

std::string linked(std::string_view text, std::string_view url, bool links) {
  if (!links || url.empty()) return std::string(text);
  std::string result = "\x1b]8;;";
  result.append(url).append("\x1b\\").append(text).append("\x1b]8;;\x1b\\");
  return result;
}

}  // namespace tizza::report
