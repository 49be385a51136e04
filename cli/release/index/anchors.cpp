#include "release/index/anchors.hpp"

#include <charconv>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/readable_text.hpp"

namespace tizza::release {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// What a reference such as `&amp;` or `&#39;` stands for; empty for what is none.
std::string referenced(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
  for (const auto& [word, text] : kNamed) {
    if (name == word) return std::string(text);
  }
  if (!name.starts_with('#')) return {};
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (is_hexadecimal) name.remove_prefix(1);
  uint32_t code = 0;
  const auto [end, fault] =
      std::from_chars(name.data(), name.data() + name.size(), code, is_hexadecimal ? 16 : 10);
  const bool is_whole = fault == std::errc() && end == name.data() + name.size();
  std::string text;
  if (is_whole && code != 0 && code <= 0x10ffff) utf8::append(text, code);
  return text;
}

std::string decoded(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const size_t mark = text.find('&');
    result += text.substr(0, mark);
    if (mark == std::string_view::npos) break;
    text.remove_prefix(mark);
    const size_t end = text.find(';');
    const std::string meant =
        end == std::string_view::npos ? "" : referenced(text.substr(1, end - 1));
    const size_t taken = meant.empty() ? 1 : end + 1;
    result += meant.empty() ? "&" : meant;
    text.remove_prefix(taken);
  }
  return result;
}

class AnchorReader {
 public:
  explicit AnchorReader(const SourcePtr& source) : source_(source), text_(source->text()) {}

  Result<std::vector<Anchor>> read() {
    TIZZA_CHECK(check_readable(source_));
    std::vector<Anchor> anchors;
    while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
      if (text_.substr(at_).starts_with("<!--")) {
        TIZZA_CHECK(skip_behind("-->", "comment"));
      } else if (is_anchor()) {
        TIZZA_TRY(Anchor anchor, read_anchor());
        anchors.push_back(std::move(anchor));
      } else {
        ++at_;
      }
    }
    return anchors;
  }

 private:
  bool is_anchor() const {
    const auto rest = text_.substr(at_);
    return rest.size() > 2 && (rest[1] == 'a' || rest[1] == 'A') &&
           (is_blank(rest[2]) || rest[2] == '>');
  }

  Span span(size_t begin, size_t end) const {
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  Error endless(size_t begin, std::string_view what) const {
    return syntax_error(source_, span(begin, std::min(begin + 1, text_.size())),
                        "this " + std::string(what) + " has no end");
  }

  Status skip_behind(std::string_view mark, std::string_view what) {
    const size_t found = text_.find(mark, at_);
    if (found == std::string_view::npos) return endless(at_, what);
    at_ = found + mark.size();
    return {};
  }

  Result<Anchor> read_anchor() {
    Anchor anchor;
    const size_t begin = at_;
    at_ += 2;
    while (true) {
      while (at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == '/')) ++at_;
      if (at_ >= text_.size()) return endless(begin, "tag");
      if (text_[at_] == '>') break;
      TIZZA_CHECK(read_attribute(anchor));
    }
    const size_t content = ++at_;
    // An anchor holds no other one.
    const size_t end = text_.find('<', at_);
    if (end == std::string_view::npos || to_lower(text_.substr(end, 4)) != "</a>") {
      return endless(begin, "anchor");
    }
    anchor.text = decoded(trim(text_.substr(content, end - content)));
    at_ = end + 4;
    anchor.at = span(begin, at_);
    return anchor;
  }

  Status read_attribute(Anchor& anchor) {
    const size_t begin = at_++;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '=' && text_[at_] != '>') {
      ++at_;
    }
    const std::string name = to_lower(text_.substr(begin, at_ - begin));
    Anchor::Attribute attribute{{}, span(begin, at_)};
    if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
      TIZZA_TRY(attribute.at, read_value());
      attribute.value = decoded(source_->slice(attribute.at));
    }
    anchor.attributes.emplace(name, std::move(attribute));
    return {};
  }

  Result<Span> read_value() {
    const size_t begin = at_;
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      const size_t end = text_.find(text_[at_], at_ + 1);
      if (end == std::string_view::npos) return endless(begin, "quoted text");
      at_ = end + 1;
      return span(begin + 1, end);
    }
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '>') ++at_;
    return span(begin, at_);
  }

  const SourcePtr& source_;
  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

Result<std::vector<Anchor>> read_anchors(const SourcePtr& source) {
  return AnchorReader(source).read();
}

}  // namespace tizza::release
