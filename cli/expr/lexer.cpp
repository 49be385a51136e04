#include "expr/lexer.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "expr/failure.hpp"
#include "expr/number_size.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

constexpr std::string_view kOperators[] = {"**", "//", "==", "!=", ">=", "<=", "+", "-", "/",
                                           "*",  "%",  "~",  "[",  "]",  "(",  ")", "{", "}",
                                           ">",  "<",  "=",  ".",  ":",  "|",  ",", ";"};

enum class Opening : uint8_t {
  kNone,
  kRaw,
  kBlock,
  kVariable,
  kComment,
  kLineStatement,
  kLineComment,
};

/// White space within a line.
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

class Lexer {
 public:
  Lexer(const Origin& origin, const Options& options)
      : origin_(origin), options_(options), text_(origin.text()) {
    openings_ = {{Opening::kVariable, options.variable_start},
                 {Opening::kComment, options.comment_start},
                 {Opening::kBlock, options.block_start}};
    if (!options.line_statement.empty()) {
      openings_.push_back({Opening::kLineStatement, options.line_statement});
    }
    if (!options.line_comment.empty()) {
      openings_.push_back({Opening::kLineComment, options.line_comment});
    }
    // The longest first, so that `<%=` may be a variable where `<%` is a block.
    std::stable_sort(openings_.begin(), openings_.end(),
                     [](const auto& a, const auto& b) { return a.start.size() > b.start.size(); });
  }

  std::vector<Token> run_template() {
    if (!options_.keep_trailing_newline) drop_last_line_end();
    while (at_ < text_.size()) read_text();
    add(TokenKind::kEnd, text_.size(), text_.size());
    return std::move(tokens_);
  }

  std::vector<Token> run_expression() {
    while (skip_space(), at_ < text_.size()) read_token();
    add(TokenKind::kEnd, text_.size(), text_.size());
    return std::move(tokens_);
  }

 private:
  struct Start {
    Opening opening;
    std::string start;
  };

  [[noreturn]] void fail(size_t begin, size_t end, const std::string& message,
                         const std::string& help = {}) const {
    throw Failure(origin_.at({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}), message,
                  help);
  }

  void add(TokenKind kind, size_t begin, size_t end) {
    tokens_.push_back({kind,
                       text_.substr(begin, end - begin),
                       {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
  }

  bool has(size_t at, std::string_view what) const { return text_.substr(at).starts_with(what); }
  void skip_space() { at_ += leading_space(text_.substr(at_)); }

  void drop_last_line_end() {
    if (text_.ends_with("\r\n")) {
      text_.remove_suffix(2);
    } else if (text_.ends_with('\n') || text_.ends_with('\r')) {
      text_.remove_suffix(1);
    }
  }

  void skip_line_end() {
    if (has(at_, "\r\n")) {
      at_ += 2;
    } else if (has(at_, "\n")) {
      ++at_;
    }
  }

  // Consumes the closing delimiter with its white space control, or does nothing.
  bool close(size_t at, std::string_view end, bool is_block) {
    if (has(at, "-") && has(at + 1, end)) {
      at_ = at + 1 + end.size();
      skip_space();
      return true;
    }
    if (is_block && has(at, "+") && has(at + 1, end)) {
      at_ = at + 1 + end.size();
      return true;
    }
    if (!has(at, end)) return false;
    at_ = at + end.size();
    if (is_block && options_.trim_blocks) skip_line_end();
    return true;
  }

  // Where a raw tag that starts at `at` ends, or npos.
  size_t raw_end(size_t at) const {
    size_t next = at + options_.block_start.size();
    if (has(next, "-") || has(next, "+")) ++next;
    next += leading_space(text_.substr(next));
    if (!has(next, "raw")) return std::string_view::npos;
    next += 3;
    next += leading_space(text_.substr(next));
    if (has(next, "-") && has(next + 1, options_.block_end)) {
      next += 1 + options_.block_end.size();
      return next + leading_space(text_.substr(next));
    }
    return has(next, options_.block_end) ? next + options_.block_end.size()
                                         : std::string_view::npos;
  }

  Opening opening_at(size_t at, size_t& size) const {
    if (has(at, options_.block_start) && raw_end(at) != std::string_view::npos) {
      size = options_.block_start.size();
      return Opening::kRaw;
    }
    for (const auto& [opening, start] : openings_) {
      const size_t space = leads_line(opening) ? blanks(at) : 0;
      if (!has(at + space, start) || !may_start(opening, at)) continue;
      size = space + start.size();
      return opening;
    }
    return Opening::kNone;
  }

  static bool leads_line(Opening opening) {
    return opening == Opening::kLineStatement || opening == Opening::kLineComment;
  }

  // How much white space within the line stands at `at`.
  size_t blanks(size_t at) const {
    size_t end = at;
    while (end < text_.size() && is_blank(text_[end])) ++end;
    return end - at;
  }

  // A statement takes a whole line, a comment what is left of one.
  bool may_start(Opening opening, size_t at) const {
    if (!leads_line(opening) || at == 0 || text_[at - 1] == '\n') return true;
    const char before = text_[at - 1];
    return opening == Opening::kLineComment && !is_blank(before) && before != '\r';
  }

  // The text in front of a tag, as far as its white space control leaves it.
  void add_text(size_t begin, size_t end, char sign, bool is_variable) {
    const auto content = text_.substr(begin, end - begin);
    if (sign == '-') {
      end -= trailing_space(content);
    } else if (sign != '+' && options_.lstrip_blocks && !is_variable) {
      const size_t line_end = content.rfind('\n');
      const size_t line = line_end == std::string_view::npos ? 0 : line_end + 1;
      const bool is_line_start = line > 0 || begin == 0 || text_[begin - 1] == '\n';
      if (is_line_start && leading_space(content.substr(line)) == content.size() - line) {
        end = begin + line;
      }
    }
    if (end > begin) add(TokenKind::kText, begin, end);
  }

  char sign_at(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void read_text() {
    const size_t begin = at_;
    size_t size = 0;
    Opening opening = Opening::kNone;
    size_t tag = begin;
    for (; tag < text_.size(); ++tag) {
      tag = next_candidate(tag);
      if (tag >= text_.size()) break;
      opening = opening_at(tag, size);
      if (opening != Opening::kNone) break;
    }
    if (opening == Opening::kNone) {
      add(TokenKind::kText, begin, text_.size());
      at_ = text_.size();
      return;
    }
    size_t inner = tag + size;
    const char sign = sign_at(inner);
    if (sign == '-' || sign == '+') ++inner;
    add_text(begin, tag, sign, opening == Opening::kVariable);
    at_ = inner;
    switch (opening) {
      case Opening::kRaw:
        read_raw(tag);
        break;
      case Opening::kComment:
        read_comment(tag);
        break;
      case Opening::kLineStatement:
        read_line_statement(tag);
        break;
      case Opening::kLineComment:
        read_line_comment();
        break;
      case Opening::kBlock:
        read_tag(tag, TokenKind::kTagBegin, TokenKind::kTagEnd);
        break;
      default:
        read_tag(tag, TokenKind::kPrintBegin, TokenKind::kPrintEnd);
        break;
    }
  }

  size_t next_candidate(size_t at) const {
    size_t nearest = text_.size();
    for (const auto& [opening, start] : openings_) {
      size_t found = text_.substr(0, nearest).find(start[0], at);
      if (leads_line(opening) && found != std::string_view::npos) {
        while (found > at && is_blank(text_[found - 1])) --found;
      }
      nearest = std::min(nearest, found);
    }
    return nearest;
  }

  void read_line_statement(size_t tag) {
    add(TokenKind::kTagBegin, tag, at_);
    brackets_.clear();
    for (;;) {
      const size_t space = leading_space(text_.substr(at_));
      const size_t behind = at_ + space;
      // Empty lines behind the statement go with its end.
      const size_t line_end = text_.substr(at_, space).rfind('\n');
      const bool is_end = behind == text_.size() || line_end != std::string_view::npos;
      if (brackets_.empty() && is_end) {
        const size_t begin = at_;
        at_ = behind == text_.size() ? behind : begin + line_end + 1;
        add(TokenKind::kTagEnd, begin, at_);
        return;
      }
      at_ = behind;
      if (at_ >= text_.size()) {
        fail(tag, tag + 1, "the statement has no end",
             std::string("close it with `") + brackets_.back() + "`");
      }
      read_token();
    }
  }

  // The line end stays.
  void read_line_comment() {
    size_t end = std::min(text_.find('\n', at_), text_.size());
    if (end > at_ && end < text_.size() && text_[end - 1] == '\r') --end;
    at_ = end;
  }

  void read_comment(size_t tag) {
    for (size_t at = at_; at < text_.size(); ++at) {
      if (close(at, options_.comment_end, true)) return;
    }
    fail(tag, at_, "the comment has no end", "close it with `" + options_.comment_end + "`");
  }

  void read_raw(size_t tag) {
    const size_t begin = raw_end(tag);
    for (size_t at = text_.find(options_.block_start, begin); at != std::string_view::npos;
         at = text_.find(options_.block_start, at + 1)) {
      size_t next = at + options_.block_start.size();
      const char sign = sign_at(next);
      if (sign == '-' || sign == '+') ++next;
      next += leading_space(text_.substr(next));
      if (!has(next, "endraw")) continue;
      next += 6;
      next += leading_space(text_.substr(next));
      if (!close(next, options_.block_end, true)) continue;
      add_text(begin, at, sign, false);
      return;
    }
    fail(tag, begin, "the `raw` block has no end",
         "close it with `" + options_.block_start + " endraw " + options_.block_end + "`");
  }

  void read_tag(size_t tag, TokenKind begin, TokenKind end) {
    const bool is_block = begin == TokenKind::kTagBegin;
    const std::string& closing = is_block ? options_.block_end : options_.variable_end;
    add(begin, tag, at_);
    brackets_.clear();
    for (;;) {
      const size_t before = at_;
      if (brackets_.empty() && close(at_, closing, is_block)) {
        add(end, before, std::max(before, std::min(at_, before + closing.size() + 1)));
        return;
      }
      const size_t space = leading_space(text_.substr(at_));
      if (space > 0) {
        at_ += space;
        continue;
      }
      if (at_ >= text_.size()) {
        fail(tag, tag + 1, "the tag has no end", "close it with `" + closing + "`");
      }
      read_token();
    }
  }

  void read_token() {
    const size_t begin = at_;
    if (const size_t size = float_size(text_, at_)) return take(TokenKind::kFloat, begin, size);
    if (const size_t size = integer_size(text_, at_)) return take(TokenKind::kInteger, begin, size);
    if (const size_t size = name_size()) {
      if (!is_name_start(utf8::decode(text_.substr(begin)).code_point)) {
        fail(begin, begin + size, "a name cannot start with a digit");
      }
      return take(TokenKind::kName, begin, size);
    }
    if (text_[begin] == '\'' || text_[begin] == '"') return read_string();
    for (const auto symbol : kOperators) {
      if (!has(begin, symbol)) continue;
      balance(begin, symbol);
      return take(TokenKind::kOperator, begin, symbol.size());
    }
    const size_t size = utf8::decode(text_.substr(begin)).size;
    fail(begin, begin + size,
         "`" + std::string(text_.substr(begin, size)) + "` means nothing in an expression");
  }

  void take(TokenKind kind, size_t begin, size_t size) {
    add(kind, begin, begin + size);
    at_ = begin + size;
  }

  void read_string() {
    const size_t begin = at_;
    for (size_t at = begin + 1; at < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == text_[begin]) {
        return take(TokenKind::kString, begin, at + 1 - begin);
      }
    }
    fail(begin, begin + 1, "the string has no end", "close it with the same quote");
  }

  void balance(size_t at, std::string_view symbol) {
    const char c = symbol.size() == 1 ? symbol[0] : '\0';
    if (c == '(') brackets_.push_back(')');
    if (c == '[') brackets_.push_back(']');
    if (c == '{') brackets_.push_back('}');
    if (c != ')' && c != ']' && c != '}') return;
    if (brackets_.empty()) fail(at, at + 1, std::string("`") + c + "` closes nothing");
    if (brackets_.back() != c) {
      fail(at, at + 1,
           std::string("`") + c + "` stands where `" + brackets_.back() + "` was expected");
    }
    brackets_.pop_back();
  }

  size_t name_size() const {
    size_t at = at_;
    while (at < text_.size()) {
      const auto next = utf8::decode(text_.substr(at));
      if (!next.valid || !is_name_part(next.code_point)) break;
      at += next.size;
    }
    return at - at_;
  }

  const Origin& origin_;
  const Options& options_;
  std::string_view text_;
  std::vector<Start> openings_;
  std::vector<Token> tokens_;
  std::string brackets_;  // the closing ones that are awaited
  size_t at_ = 0;
};

}  // namespace

std::vector<Token> lex_template(const Origin& origin, const Options& options) {
  return Lexer(origin, options).run_template();
}

std::vector<Token> lex_expression(const Origin& origin, const Options& options) {
  return Lexer(origin, options).run_expression();
}

}  // namespace tizza::expr
