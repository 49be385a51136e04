#include "base/semver.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace tizza {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_identifier_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

bool has_leading_zero(std::string_view digits) {
  return digits.size() > 1 && digits[0] == '0';
}

/// Reads the grammar of semver.org from left to right; the first wrong character ends it.
class SemVerParser {
 public:
  explicit SemVerParser(std::string_view text) : text_(text) {}

  Result<SemVer> parse() {
    if (text_.empty()) return version_error(text_, {}, "version is empty");
    SemVer version;
    TIZZA_TRY(version.major, number("major"));
    TIZZA_CHECK(dot("minor"));
    TIZZA_TRY(version.minor, number("minor"));
    TIZZA_CHECK(dot("patch"));
    TIZZA_TRY(version.patch, number("patch"));
    if (take('-')) {
      TIZZA_TRY(version.prerelease, identifiers("pre-release", true));
    }
    if (take('+')) {
      TIZZA_TRY(version.build, identifiers("build", false));
    }
    if (at_ < text_.size()) return unexpected();
    return version;
  }

 private:
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Status dot(std::string_view next) {
    if (take('.')) return {};
    if (at_ < text_.size()) return unexpected();
    return error(at_, at_, fmt::format("has no {} number", next), "write MAJOR.MINOR.PATCH");
  }

  Result<Natural> number(std::string_view name) {
    const size_t begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    const auto digits = text_.substr(begin, at_ - begin);
    if (digits.empty()) {
      if (begin == 0 && (text_[0] == 'v' || text_[0] == 'V')) {
        return error(0, 1, fmt::format("starts with `{}`", text_[0]),
                     fmt::format("write `{}`", text_.substr(1)));
      }
      if (at_ < text_.size()) return unexpected();
      return error(begin, begin, fmt::format("has no {} number", name), "write MAJOR.MINOR.PATCH");
    }
    if (has_leading_zero(digits)) {
      return error(begin, at_,
                   fmt::format("has the {} number `{}` with a zero in front", name, digits));
    }
    return Natural::from_digits(digits);
  }

  Result<std::vector<std::string>> identifiers(std::string_view kind, bool is_ordered) {
    std::vector<std::string> list;
    do {
      const size_t begin = at_;
      while (at_ < text_.size() && is_identifier_character(text_[at_])) ++at_;
      const auto identifier = text_.substr(begin, at_ - begin);
      if (identifier.empty()) {
        const bool is_wrong_character =
            at_ < text_.size() && text_[at_] != '.' && text_[at_] != '+';
        if (is_wrong_character) return unexpected();
        return error(begin, begin, fmt::format("has an empty {} identifier", kind));
      }
      if (is_ordered && is_all_digits(identifier) && has_leading_zero(identifier)) {
        return error(begin, at_,
                     fmt::format("has the {} number `{}` with a zero in front", kind, identifier));
      }
      list.emplace_back(identifier);
    } while (take('.'));
    return list;
  }

  Error unexpected() const {
    const auto size = utf8::decode(text_.substr(at_)).size;
    return error(at_, at_ + size,
                 fmt::format("has `{}` where it cannot stand", text_.substr(at_, size)));
  }

  Error error(size_t begin, size_t end, std::string_view reason, std::string help = {}) const {
    return version_error(text_, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                         fmt::format("SemVer version `{}` {}", text_, reason), std::move(help));
  }

  std::string_view text_;
  size_t at_ = 0;
};

/// Clauses 11.4.1 to 11.4.3: numbers below words, numbers by value, words by ASCII.
std::strong_ordering compare_identifiers(std::string_view a, std::string_view b) {
  const bool a_is_number = is_all_digits(a);
  const bool b_is_number = is_all_digits(b);
  if (a_is_number != b_is_number) {
    return a_is_number ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  if (a_is_number) return Natural::from_digits(a) <=> Natural::from_digits(b);
  return a <=> b;
}

std::strong_ordering compare_prereleases(const std::vector<std::string>& a,
                                         const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return a.empty() <=> b.empty();  // a final sorts behind
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(),
                                                compare_identifiers);
}

}  // namespace

std::string SemVer::text() const {
  std::string text = fmt::format("{}.{}.{}", major.text(), minor.text(), patch.text());
  if (!prerelease.empty()) text += '-' + join(prerelease, ".");
  if (!build.empty()) text += '+' + join(build, ".");
  return text;
}

Result<SemVer> parse_semver(std::string_view text) {
  return SemVerParser(text).parse();
}

std::weak_ordering precedence(const SemVer& a, const SemVer& b) {
  if (const auto order = a.major <=> b.major; order != 0) return order;
  if (const auto order = a.minor <=> b.minor; order != 0) return order;
  if (const auto order = a.patch <=> b.patch; order != 0) return order;
  return compare_prereleases(a.prerelease, b.prerelease);
}

SemVer bump(const SemVer& version, VersionPart part) {
  const bool announces_minor = version.is_prerelease() && version.patch.is_zero();
  const bool announces_major = announces_minor && version.minor.is_zero();
  switch (part) {
    case VersionPart::kMajor:
      return {announces_major ? version.major : version.major.next(), 0, 0};
    case VersionPart::kMinor:
      return {version.major, announces_minor ? version.minor : version.minor.next(), 0};
    case VersionPart::kPatch:
      break;
  }
  return {version.major, version.minor,
          version.is_prerelease() ? version.patch : version.patch.next()};
}

Result<SemVer> bump_prerelease(const SemVer& version, std::string_view label) {
  const bool is_identifier =
      !label.empty() && std::all_of(label.begin(), label.end(), is_identifier_character);
  if (!is_identifier || is_all_digits(label)) {
    return failure("version", fmt::format("`{}` is no label of a pre-release", label),
                   "write a word such as `alpha`, `beta` or `rc`");
  }
  SemVer next{version.major, version.minor, version.patch, {std::string(label), "1"}};
  const auto& last = version.prerelease;
  if (last.size() == 2 && last[0] == label && is_all_digits(last[1])) {
    next.prerelease[1] = Natural::from_digits(last[1]).next().text();
  }
  if (version.is_prerelease() && precedence(version, next) >= 0) {
    return failure("version",
                   fmt::format("`{}` does not sort behind `{}`", next.text(), version.text()));
  }
  return next;
}

Error version_error(std::string_view text, Span span, std::string message, std::string help) {
  auto source = std::make_shared<const Source>("<version>", std::string(text));
  return failure_at({std::move(source), span}, "version", std::move(message), std::move(help));
}

}  // namespace tizza
