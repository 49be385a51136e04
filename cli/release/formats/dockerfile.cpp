#include <fmt/core.h>

#include <optional>

#include "base/strings.hpp"
#include "release/formats/named.hpp"
#include "text/readable_text.hpp"

// Dockerfile: the LABEL that holds the version; `FROM` and `ARG` have their own numbers.
namespace tizza::release {
namespace {

constexpr std::string_view kStandardLabel = "org.opencontainers.image.version";
constexpr std::string_view kShortLabel = "version";

/// One word of an instruction as the builder splits it, quotes included.
struct Word {
  Span key;
  Span value;  ///< Without its quotes.
};

/// Reads the words of LABEL instructions: `key=value key="va lue"`, or the old `key the value`,
/// over several lines where a backslash ends one. Lines of comments in between are skipped.
class LabelReader {
 public:
  explicit LabelReader(const SourcePtr& source) : text_(source->text()) {
    escape_ = text_.find("# escape=`") == text_start(*source) ? '`' : '\\';
    at_ = text_start(*source);
  }

  std::vector<Word> read() {
    while (at_ < text_.size()) {
      skip_blanks();
      const auto word = take_word();
      if (to_lower(word) == "label") read_labels();
      skip_instruction();
    }
    return std::move(labels_);
  }

 private:
  bool is_end() const { return at_ >= text_.size() || text_[at_] == '\n'; }
  bool is_blank() const { return text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r'; }

  /// A line end that the escape character in front of it takes away.
  bool skip_continuation() {
    size_t end = at_ + 1;
    if (at_ >= text_.size() || text_[at_] != escape_) return false;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t' || text_[end] == '\r')) {
      ++end;
    }
    if (end >= text_.size() || text_[end] != '\n') return false;
    at_ = end + 1;
    // Comments and empty lines do not end an instruction that goes on.
    for (;;) {
      const size_t first = text_.find_first_not_of(" \t\r", at_);
      if (first == std::string_view::npos || (text_[first] != '#' && text_[first] != '\n')) break;
      at_ = std::min(text_.find('\n', first), text_.size() - 1) + 1;
    }
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && (skip_continuation() || (!is_end() && is_blank()))) {
      if (!is_end() && is_blank()) ++at_;
    }
  }

  std::string_view take_word() {
    const size_t begin = at_;
    while (!is_end() && !is_blank()) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void skip_instruction() {
    while (!is_end()) {
      if (!skip_continuation()) ++at_;
    }
    ++at_;
  }

  Span take_value() {
    if (!is_end() && (text_[at_] == '"' || text_[at_] == '\'')) {
      const char quote = text_[at_];
      const size_t begin = ++at_;
      while (!is_end() && text_[at_] != quote) at_ += text_[at_] == escape_ ? 2 : 1;
      at_ = std::min(at_, text_.size());
      const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
      if (!is_end()) ++at_;
      return span;
    }
    const size_t begin = at_;
    while (!is_end() && !is_blank()) at_ += text_[at_] == escape_ ? 2 : 1;
    at_ = std::min(at_, text_.size());
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
  }

  Span take_key() {
    Span key{static_cast<uint32_t>(at_), 0};
    const bool is_quoted = !is_end() && text_[at_] == '"';
    if (is_quoted) return take_value();
    while (!is_end() && !is_blank() && text_[at_] != '=') ++at_;
    key.end = static_cast<uint32_t>(at_);
    return key;
  }

  void read_labels() {
    for (skip_blanks(); !is_end(); skip_blanks()) {
      const size_t before = at_;
      const Span key = take_key();
      if (!is_end() && text_[at_] == '=') {
        ++at_;
        labels_.push_back({key, take_value()});
      } else if (!is_end()) {
        skip_blanks();
        labels_.push_back({key, take_value()});
        return;  // the old form holds one label
      }
      if (at_ == before) return;
    }
  }

  std::string_view text_;
  char escape_;
  size_t at_ = 0;
  std::vector<Word> labels_;
};

std::vector<Word> with_key(const SourcePtr& source, const std::vector<Word>& labels,
                           std::string_view key) {
  std::vector<Word> found;
  for (const Word& label : labels) {
    if (source->slice(label.key) == key) found.push_back(label);
  }
  return found;
}

Result<FoundVersion> find(const SourcePtr& source, std::string_view name) {
  TIZZA_CHECK(check_readable(source));
  const auto labels = LabelReader(source).read();
  auto found = with_key(source, labels, name.empty() ? kStandardLabel : name);
  if (found.empty() && name.empty()) found = with_key(source, labels, kShortLabel);
  if (found.empty()) {
    const auto shown = name.empty() ? kStandardLabel : name;
    return version_absent({source, {}},
                          fmt::format("`{}` has no label `{}`", source->path(), shown),
                          fmt::format("write `LABEL {}=\"1.4.0\"`", shown));
  }
  if (found.size() > 1) {
    return version_ambiguous({source, found[1].value},
                             fmt::format("`{}` sets the label twice", source->path()),
                             {source, found[0].value}, "keep one of them");
  }
  const auto text = source->slice(found[0].value);
  if (text.empty() || text.find_first_of("$\\`") != std::string_view::npos) {
    return version_absent({source, found[0].value},
                          fmt::format("the label in `{}` is no plain text", source->path()),
                          "write the version itself, such as `\"1.4.0\"`");
  }
  return FoundVersion{std::string(text), {source, found[0].value}};
}

bool matches(std::string_view file) {
  return file == "Dockerfile" || file.starts_with("Dockerfile.") || file.ends_with(".dockerfile") ||
         file == "Containerfile";
}

}  // namespace

const NamedVersionFormat& dockerfile_format() {
  static const NamedVersionFormat kFormat{"Dockerfile", matches, VersionScheme::kEither, find};
  return kFormat;
}

}  // namespace tizza::release
