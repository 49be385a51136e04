#include "text/json_fault.hpp"

#include <array>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/json_token.hpp"

namespace tizza {
namespace {

struct Word {
  std::string_view written;
  std::string_view meant;
};

// What people who come from Python or JavaScript write.
constexpr std::array kForeignWords = {
    Word{"True", "true"},     Word{"False", "false"},    Word{"None", "null"},
    Word{"TRUE", "true"},     Word{"FALSE", "false"},    Word{"NULL", "null"},
    Word{"Null", "null"},     Word{"undefined", "null"}, Word{"NaN", "null"},
    Word{"Infinity", "null"},
};

class JsonCheck {
 public:
  JsonCheck(std::string_view text, uint32_t start, uint32_t max_depth)
      : text_(text), at_(start), max_depth_(max_depth) {}

  std::optional<JsonFault> run() {
    while (!fault_ && !(done_ && brackets_.empty())) step();
    skip_space();
    if (!fault_ && at_ < text_.size()) {
      blame({at_, at_ + 1}, fmt::format("expected the end of the text, found {}", shown_next()));
    }
    return std::move(fault_);
  }

 private:
  /// One value or one bracket, with the comma, key and colon that belong to it.
  void step() {
    skip_space();
    if (brackets_.empty()) return value();
    const bool in_list = text_[brackets_.back()] == '[';
    const char close = in_list ? ']' : '}';
    if (next() == close && !after_comma_) return close_bracket();
    if (done_ && !comma(close)) return;
    skip_space();
    if (next() == close) return trailing_comma();
    after_comma_ = false;
    if (!in_list && !key()) return;
    skip_space();
    value();
  }

  void open_bracket() {
    if (brackets_.size() >= max_depth_) {
      return blame({at_, at_ + 1}, fmt::format("nested more than {} levels deep", max_depth_));
    }
    brackets_.push_back(at_++);
    done_ = false;
  }

  void close_bracket() {
    ++at_;
    brackets_.pop_back();
    done_ = true;
  }

  bool comma(char close) {
    if (next() == ',') {
      comma_at_ = at_++;
      after_comma_ = true;
      return true;
    }
    expected(fmt::format("`,` or `{}`", close));
    return false;
  }

  void trailing_comma() {
    blame({comma_at_, comma_at_ + 1}, "a comma behind the last entry is not JSON", "remove it");
  }

  bool key() {
    if (next() != '"') {
      expected("a key in double quotes");
      return false;
    }
    if (!string()) return false;
    skip_space();
    if (next() != ':') {
      expected("`:` behind the key");
      return false;
    }
    ++at_;
    return true;
  }

  void value() {
    if (next() == '[' || next() == '{') return open_bracket();
    done_ = true;
    if (next() == '"') {
      string();
    } else if (at_ < text_.size() && is_json_token_byte(text_[at_])) {
      word();
    } else {
      expected("a value");
    }
  }

  bool string() {
    const uint32_t size = json_string_size(text_.substr(at_));
    if (size == 0) {
      const size_t line_end = text_.find_first_of("\r\n", at_);
      const size_t end = line_end == std::string_view::npos ? text_.size() : line_end;
      blame({at_, static_cast<uint32_t>(end)}, "the string has no closing quote on its line");
      return false;
    }
    const size_t tab = text_.substr(at_, size).find('\t');
    if (tab != std::string_view::npos) {
      const auto place = static_cast<uint32_t>(at_ + tab);
      blame({place, place + 1}, "a tab stands in a string", "write it as `\\t`");
      return false;
    }
    if (const auto wrong = find_bad_escape(text_.substr(at_, size))) {
      const Span escape{at_ + wrong->begin, at_ + wrong->end};
      blame(escape, fmt::format("`{}` is no escape that stands for a character",
                                text_.substr(escape.begin, escape.size())));
      return false;
    }
    at_ += size;
    return true;
  }

  void word() {
    uint32_t end = at_;
    while (end < text_.size() && is_json_token_byte(text_[end])) ++end;
    const std::string_view token = text_.substr(at_, end - at_);
    if (is_json_literal(token)) {
      at_ = end;
      return;
    }
    for (const auto& [written, meant] : kForeignWords) {
      if (token != written) continue;
      return blame({at_, end}, fmt::format("`{}` is not JSON", token),
                   fmt::format("write `{}`", meant));
    }
    blame({at_, end}, fmt::format("`{}` is no JSON value", token),
          token[0] >= '0' && token[0] <= '9' ? "" : "put strings in double quotes");
  }

  void expected(std::string_view what) {
    if (at_ >= text_.size()) {
      blame({at_, at_}, fmt::format("expected {}, found the end of the text", what));
    } else if (next() == '\'') {
      blame({at_, at_ + 1}, "single quotes are not JSON", "put strings in double quotes");
    } else if (next() == '#' || text_.substr(at_).starts_with("//") ||
               text_.substr(at_).starts_with("/*")) {
      blame({at_, at_ + 1}, "comments are not JSON", "remove it, or save the file as YAML");
    } else {
      const auto size = utf8::decode(text_.substr(at_)).size;
      blame({at_, at_ + size}, fmt::format("expected {}, found {}", what, shown_next()));
    }
  }

  std::string shown_next() const {
    return fmt::format("`{}`", text_.substr(at_, utf8::decode(text_.substr(at_)).size));
  }

  void blame(Span at, std::string message, std::string help = {}) {
    fault_ = JsonFault{at, std::move(message), std::move(help), std::nullopt};
    if (!brackets_.empty()) fault_->opened = Span{brackets_.back(), brackets_.back() + 1};
  }

  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size() && is_json_space(text_[at_])) ++at_;
  }

  std::string_view text_;
  uint32_t at_;
  uint32_t max_depth_;
  uint32_t comma_at_ = 0;
  bool after_comma_ = false;
  bool done_ = false;  // a value of the innermost bracket (or the whole text) has just ended
  std::vector<uint32_t> brackets_;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text, uint32_t start,
                                         uint32_t max_depth) {
  return JsonCheck(text, start, max_depth).run();
}

}  // namespace tizza
