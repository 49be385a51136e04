#include "release/formats/cmake_commands.hpp"

#include <algorithm>
#include <optional>

#include "text/readable_text.hpp"

namespace tizza::release {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class CMakeReader {
 public:
  explicit CMakeReader(const SourcePtr& source)
      : source_(source), text_(source->text()), at_(text_start(*source)) {}

  Result<std::vector<CMakeCommand>> read() {
    std::vector<CMakeCommand> commands;
    for (;;) {
      TIZZA_CHECK(skip_blanks());
      if (at_ >= text_.size()) return commands;
      CMakeCommand command{take_while(is_name_character), {}};
      TIZZA_CHECK(skip_blanks());
      const size_t open = at_;
      if (command.name.empty() || peek() != '(') return broken(at_, "a command is expected");
      ++at_;
      TIZZA_CHECK(read_arguments(command, open));
      commands.push_back(std::move(command));
    }
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  Error broken(size_t at, std::string message) const {
    const auto begin = static_cast<uint32_t>(std::min(at, text_.size()));
    const uint32_t end = begin + (begin < text_.size() ? 1 : 0);
    return syntax_error(source_, {begin, end}, std::move(message));
  }

  template <typename Predicate>
  std::string_view take_while(Predicate holds) {
    const size_t begin = at_;
    while (at_ < text_.size() && holds(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  /// Blanks and comments.
  Status skip_blanks() {
    for (;;) {
      take_while(is_blank);
      if (peek() != '#') return {};
      ++at_;
      if (const auto length = bracket_length()) {
        TIZZA_CHECK(read_bracket(*length));
      } else {
        take_while([](char c) { return c != '\n'; });
      }
    }
  }

  /// The number of `=` of a bracket that opens here: 1 for `[=[`.
  std::optional<size_t> bracket_length() const {
    if (peek() != '[') return std::nullopt;
    const size_t end = text_.find_first_not_of('=', at_ + 1);
    if (end == std::string_view::npos || text_[end] != '[') return std::nullopt;
    return end - at_ - 1;
  }

  Result<CMakeArgument> read_bracket(size_t length) {
    const size_t begin = at_ + length + 2;
    const std::string close = "]" + std::string(length, '=') + "]";
    const size_t end = text_.find(close, begin);
    if (end == std::string_view::npos) return broken(at_, "the bracket is not closed");
    at_ = end + close.size();
    return argument(begin, end);
  }

  CMakeArgument argument(size_t begin, size_t end) const {
    return {text_.substr(begin, end - begin),
            {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}};
  }

  Result<CMakeArgument> read_quoted() {
    const size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) return broken(begin - 1, "the quote is not closed");
    return argument(begin, at_++);
  }

  CMakeArgument read_plain() {
    const size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) &&
           std::string_view("()#\"").find(text_[at_]) == std::string_view::npos) {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_, text_.size());
    return argument(begin, at_);
  }

  Status read_arguments(CMakeCommand& command, size_t open) {
    for (size_t depth = 1; depth > 0;) {
      TIZZA_CHECK(skip_blanks());
      if (at_ >= text_.size()) return broken(open, "the parenthesis is not closed");
      if (peek() == '(' || peek() == ')') {
        depth += text_[at_++] == '(' ? 1 : -1;
      } else if (const auto length = bracket_length()) {
        TIZZA_TRY(auto read, read_bracket(*length));
        command.arguments.push_back(read);
      } else if (peek() == '"') {
        TIZZA_TRY(auto read, read_quoted());
        command.arguments.push_back(read);
      } else {
        command.arguments.push_back(read_plain());
      }
    }
    return {};
  }

  SourcePtr source_;
  std::string_view text_;
  size_t at_;
};

}  // namespace

Result<std::vector<CMakeCommand>> read_cmake_commands(const SourcePtr& source) {
  TIZZA_CHECK(check_readable(source));
  return CMakeReader(source).read();
}

}  // namespace tizza::release
