#include "base/pep440.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/semver.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace tizza {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char c) {
  return c == '.' || c == '-' || c == '_';
}
bool is_local_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z');
}

struct PrereleaseSpelling {
  std::string_view word;
  PrereleaseKind kind;
};

// A word stands before those that it starts with.
constexpr std::array<PrereleaseSpelling, 8> kPrereleaseSpellings = {{
    {"alpha", PrereleaseKind::kAlpha},
    {"a", PrereleaseKind::kAlpha},
    {"beta", PrereleaseKind::kBeta},
    {"b", PrereleaseKind::kBeta},
    {"preview", PrereleaseKind::kCandidate},
    {"pre", PrereleaseKind::kCandidate},
    {"rc", PrereleaseKind::kCandidate},
    {"c", PrereleaseKind::kCandidate},
}};

std::string_view prerelease_word(PrereleaseKind kind) {
  switch (kind) {
    case PrereleaseKind::kAlpha:
      return "a";
    case PrereleaseKind::kBeta:
      return "b";
    case PrereleaseKind::kCandidate:
      break;
  }
  return "rc";
}

/// The grammar of PEP 440, appendix B, from left to right. Its expression never needs to go back:
/// each part starts with characters that no later part starts with.
class Pep440Parser {
 public:
  explicit Pep440Parser(std::string_view text) : original_(text), lower_(to_lower(text)) {
    constexpr std::string_view kSpace = " \t\n\r\f\v";
    at_ = std::min(lower_.find_first_not_of(kSpace), lower_.size());
    end_ = lower_.find_last_not_of(kSpace) + 1;  // npos + 1 is 0: nothing but blanks
  }

  Result<Pep440Version> parse() {
    if (at_ >= end_) return version_error(original_, {}, "version is empty");
    Pep440Version version;
    if (lower_[at_] == 'v') ++at_;
    TIZZA_CHECK(read_epoch_and_release(version));
    read_prerelease(version);
    read_post(version);
    version.dev = suffix({"dev"});
    if (peek() == '+') TIZZA_CHECK(read_local(version));
    if (at_ < end_) return unexpected();
    return version;
  }

 private:
  char peek(size_t ahead = 0) const { return at_ + ahead < end_ ? lower_[at_ + ahead] : '\0'; }

  std::optional<Natural> digits() {
    const size_t begin = at_;
    while (is_digit(peek())) ++at_;
    if (begin == at_) return std::nullopt;
    return Natural::from_digits(std::string_view(lower_).substr(begin, at_ - begin));
  }

  Status read_epoch_and_release(Pep440Version& version) {
    auto first = digits();
    if (first && peek() == '!') {
      ++at_;
      version.epoch = *std::move(first);
      first = digits();
    }
    if (!first) return missing_number();
    version.release.push_back(*std::move(first));
    while (peek() == '.' && is_digit(peek(1))) {
      ++at_;
      version.release.push_back(*digits());
    }
    return {};
  }

  /// `[-_.]? word [-_.]? digits?`; the number is 0 where it is left out.
  std::optional<Natural> suffix(std::initializer_list<std::string_view> words) {
    const size_t start = at_ + (is_separator(peek()) ? 1 : 0);
    const auto rest = std::string_view(lower_).substr(start, end_ - start);
    for (const auto word : words) {
      if (!rest.starts_with(word)) continue;
      at_ = start + word.size();
      if (is_separator(peek())) ++at_;
      return digits().value_or(Natural());
    }
    return std::nullopt;
  }

  void read_prerelease(Pep440Version& version) {
    for (const auto& [word, kind] : kPrereleaseSpellings) {
      if (const auto number = suffix({word})) {
        version.pre = Pep440Prerelease{kind, *number};
        return;
      }
    }
  }

  void read_post(Pep440Version& version) {
    if (peek() == '-' && is_digit(peek(1))) {  // the implicit form `1.0-1`
      ++at_;
      version.post = digits();
      return;
    }
    version.post = suffix({"post", "rev", "r"});
  }

  Status read_local(Pep440Version& version) {
    do {
      const size_t begin = ++at_;
      while (is_local_character(peek())) ++at_;
      const auto part = std::string_view(lower_).substr(begin, at_ - begin);
      if (part.empty()) {
        if (at_ < end_ && !is_separator(peek())) return unexpected();
        return error(at_, at_, "has an empty part in its local label");
      }
      version.local.push_back(is_all_digits(part) ? Natural::from_digits(part).text()
                                                  : std::string(part));
    } while (is_separator(peek()));
    return {};
  }

  Error missing_number() const {
    if (at_ >= end_) return error(at_, at_, "has no release number");
    return unexpected();
  }

  Error unexpected() const {
    const auto size = utf8::decode(original_.substr(at_)).size;
    return error(at_, at_ + size,
                 fmt::format("has `{}` where it cannot stand", original_.substr(at_, size)));
  }

  Error error(size_t begin, size_t end, std::string_view reason) const {
    return version_error(original_, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                         fmt::format("Python version `{}` {}", original_, reason),
                         "write it as PEP 440 has it, such as `1.4.0` or `1.4.0rc1`");
  }

  std::string_view original_;
  std::string lower_;
  size_t at_ = 0;
  size_t end_ = 0;
};

std::strong_ordering compare_releases(const std::vector<Natural>& a,
                                      const std::vector<Natural>& b) {
  static const Natural kZero;
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const auto order = (i < a.size() ? a[i] : kZero) <=> (i < b.size() ? b[i] : kZero);
    if (order != 0) return order;
  }
  return std::strong_ordering::equal;
}

/// Where a version stands among those of the same release: a lone `.devN` before every
/// pre-release, a final behind them.
int stage(const Pep440Version& version) {
  if (version.pre) return 1;
  return version.dev && !version.post ? 0 : 2;
}

/// Words sort before numbers; a label sorts behind the label that it starts with.
std::strong_ordering compare_local_parts(const std::string& a, const std::string& b) {
  if (is_all_digits(a) != is_all_digits(b)) return is_all_digits(a) <=> is_all_digits(b);
  if (is_all_digits(a)) return Natural::from_digits(a) <=> Natural::from_digits(b);
  return a <=> b;
}

}  // namespace

std::string Pep440Version::text() const {
  std::string text = epoch.is_zero() ? "" : epoch.text() + '!';
  for (size_t i = 0; i < release.size(); ++i) text.append(i ? "." : "").append(release[i].text());
  if (pre) text.append(prerelease_word(pre->kind)).append(pre->number.text());
  if (post) text += ".post" + post->text();
  if (dev) text += ".dev" + dev->text();
  if (!local.empty()) text += '+' + join(local, ".");
  return text;
}

std::strong_ordering Pep440Version::operator<=>(const Pep440Version& other) const {
  if (const auto order = epoch <=> other.epoch; order != 0) return order;
  if (const auto order = compare_releases(release, other.release); order != 0) return order;
  if (const auto order = stage(*this) <=> stage(other); order != 0) return order;
  if (const auto order = pre <=> other.pre; order != 0) return order;
  if (const auto order = post <=> other.post; order != 0) return order;  // none sorts before 0
  if (dev.has_value() != other.dev.has_value()) return other.dev.has_value() <=> dev.has_value();
  if (const auto order = dev <=> other.dev; order != 0) return order;
  return std::lexicographical_compare_three_way(local.begin(), local.end(), other.local.begin(),
                                                other.local.end(), compare_local_parts);
}

Result<Pep440Version> parse_pep440(std::string_view text) {
  return Pep440Parser(text).parse();
}

}  // namespace tizza
