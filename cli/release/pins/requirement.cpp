#include "release/pins/requirement.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/pep440.hpp"
#include "base/strings.hpp"

namespace tizza::release {
namespace {

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
}

class RequirementReader {
 public:
  RequirementReader(const SourcePtr& source, Span span)
      : source_(source), text_(trim(source->slice(span))) {}

  Result<Pin> read() {
    const auto body = trim(without_marker());
    result_.at = at(body);
    result_.pin_at = {source_, {result_.at.span.end, result_.at.span.end}};
    result_.lead = "==";
    if (body.find("://") < body.find_first_of(" \t@[<>=!~;")) return read_url(body);
    if (is_path(body)) return read_path(body);
    return read_named(body);
  }

 private:
  Location at(std::string_view piece) const { return place_of(source_, piece); }

  /// A marker stands behind `;`; in a URL only behind a blank.
  std::string_view without_marker() const {
    const bool has_url = text_.find("://") != std::string_view::npos;
    return text_.substr(0, text_.find(has_url ? " ;" : ";"));
  }

  static bool is_path(std::string_view body) {
    return body.starts_with('.') || body.starts_with('/') ||
           (body.find('/') != std::string_view::npos && body.find('@') == std::string_view::npos);
  }

  Result<Pin> read_path(std::string_view body) {
    pin(PinKind::kLocal, body);
    return result_;
  }

  Result<Pin> read_named(std::string_view body) {
    size_t end = 0;
    while (end < body.size() && is_name_character(body[end])) ++end;
    const auto name = body.substr(0, end);
    if (name.empty() || !is_alphanumeric(name.front()) || !is_alphanumeric(name.back())) {
      return error(body, fmt::format("`{}` is no requirement", body));
    }
    result_.name = name;
    auto rest = trim(body.substr(end));
    if (rest.starts_with('[')) {
      const size_t close = rest.find(']');
      if (close == std::string_view::npos) return error(rest, "the extras are never closed");
      rest = trim(rest.substr(close + 1));
    }
    if (rest.starts_with('@')) return read_url(trim(rest.substr(1)));
    if (rest.starts_with('(') && rest.ends_with(')')) rest = trim(rest.substr(1, rest.size() - 2));
    return read_specifiers(rest);
  }

  Result<Pin> read_specifiers(std::string_view specifiers) {
    if (specifiers.empty()) return result_;
    result_.pin = specifiers;
    result_.pin_at = at(specifiers);
    for (const auto part : split(specifiers, ',')) TIZZA_CHECK(read_specifier(trim(part)));
    return result_;
  }

  Status read_specifier(std::string_view specifier) {
    constexpr std::array<std::string_view, 8> kOperators = {
        "===", "==", "~=", "!=", "<=", ">=", "<", ">"};
    const auto op = std::find_if(kOperators.begin(), kOperators.end(),
                                 [&](std::string_view o) { return specifier.starts_with(o); });
    if (specifier.empty()) return error(specifier, "a range is missing here");
    if (op == kOperators.end()) return error(specifier, fmt::format("`{}` is no range", specifier));
    const auto version = trim(specifier.substr(op->size()));
    if (version.empty()) {
      return error(specifier, fmt::format("`{}` names no version", specifier));
    }
    const bool is_wildcard = version.ends_with(".*") && (*op == "==" || *op == "!=");
    const auto number = is_wildcard ? version.substr(0, version.size() - 2) : version;
    if (*op != "===" && !parse_pep440(number).ok()) {
      return error(version, fmt::format("`{}` is no version of PEP 440", version));
    }
    if ((*op == "==" && !is_wildcard) || *op == "===") {
      pin(PinKind::kVersion, version);
    }
    return {};
  }

  /// `git+https://host/path.git@REF#egg=NAME`, or the address of an archive.
  Result<Pin> read_url(std::string_view url) {
    const size_t colon = url.find("://");
    if (colon == std::string_view::npos) return error(url, fmt::format("`{}` is no URL", url));
    result_.protocol = to_lower(url.substr(0, colon));
    const size_t hash = url.find('#');
    const auto fragment = hash == std::string_view::npos ? "" : url.substr(hash + 1);
    result_.address = url.substr(0, hash);
    result_.lead.clear();
    for (const auto part : split(fragment, '&')) {
      if (part.starts_with("egg=") && result_.name.empty()) {
        const auto egg = part.substr(4);
        result_.name = egg.substr(0, egg.find('['));
      }
      if (part.starts_with("sha256=")) pin(PinKind::kHash, part.substr(7));
    }
    if (result_.protocol.find('+') != std::string::npos) read_ref(url.substr(0, hash), colon + 3);
    if (result_.protocol == "file") pin(PinKind::kLocal, url.substr(0, hash));
    return result_;
  }

  /// A ref stands behind the last `@` of the path; one in front of the path names a user.
  void read_ref(std::string_view address, size_t authority) {
    const size_t sign = address.rfind('@');
    const size_t path = address.find('/', authority);
    const bool has_ref =
        sign != std::string_view::npos && path != std::string_view::npos && sign > path;
    if (!has_ref || sign + 1 == address.size()) {
      result_.pin_at = at(address.substr(address.size()));
      result_.lead = has_ref ? "" : "@";
      return;
    }
    result_.address = address.substr(0, sign);
    pin_to_ref(result_, source_, address.substr(sign + 1));
  }

  void pin(PinKind kind, std::string_view text) {
    result_.kind = kind;
    result_.pin = text;
    result_.pin_at = at(text);
    result_.lead.clear();
  }

  Error error(std::string_view piece, std::string message) const {
    Error error = failure_at(at(piece), "requirement", std::move(message),
                             "write `name==version`, as PEP 508 has it");
    error.verdict = Verdict::kNegative;
    return error;
  }

  SourcePtr source_;
  std::string_view text_;
  Pin result_;
};

}  // namespace

Result<Pin> read_requirement(const SourcePtr& source, Span span) {
  return RequirementReader(source, span).read();
}

}  // namespace tizza::release
