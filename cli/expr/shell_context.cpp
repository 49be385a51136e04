#include "expr/shell_context.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.hpp"

namespace tizza::expr {
namespace {

constexpr std::array<std::string_view, 9> kShells = {"sh",  "bash", "dash",  "ash", "ksh",
                                                     "zsh", "fish", "rbash", "mksh"};
constexpr std::array<std::string_view, 2> kAccountShells = {"su", "runuser"};
constexpr std::array<std::string_view, 2> kReadAll = {"eval", "watch"};
constexpr std::string_view kSshOptionsWithValue = "BbcDEeFIiJLlmOopQRSWw";
constexpr std::array<std::string_view, 21> kPrefixes = {
    "sudo",   "doas", "env",     "exec",  "command", "nohup",  "nice",
    "ionice", "time", "timeout", "xargs", "then",    "setsid", "stdbuf",
    "do",     "else", "if",      "while", "until",   "!",      "{"};
constexpr std::string_view kWordEnds("\0 \t\n;&|()", 9);
// In place of the character before: a `<<` stands there.
constexpr char kHereDocumentMark = '\x01';

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// `-c`, `-lc`, `--command`.
bool takes_script(std::string_view word) {
  if (word.starts_with("--")) return word.starts_with("--command");
  return word.starts_with('-') && word.find('c') != std::string_view::npos;
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789.smhd") == std::string_view::npos;
}

}  // namespace

void ShellContext::read(std::string_view text) {
  for (const char c : text) {
    if (!lost_.empty()) return;
    read(c);
  }
}

void ShellContext::read_value() {
  word_ += '?';
  before_ = '?';
}

std::string_view ShellContext::doubt() const {
  if (!lost_.empty()) return lost_;
  for (const Level level : levels_) {
    if (level == Level::kSubstitution) return "inside `$(…)`";
    if (level == Level::kBackticks) return "inside backticks";
    if (level == Level::kParameter) return "inside `${…}`";
    if (level == Level::kComment) return "in a comment";
  }
  if (is_escaped_) return "behind a backslash";
  if (before_ == '$') return "behind a `$`";
  const bool is_in_option = reader_ == Reader::kAccount && takes_script(word_);
  const bool is_script = reader_ == Reader::kScript || reader_ == Reader::kAll || is_in_option;
  return is_script ? "in words that a second shell reads" : "";
}

std::string ShellContext::quote(std::string_view value) const {
  if (level() == Level::kPlain) return shell_quote(value);
  if (level() == Level::kSingle) return replace_all(value, "'", "'\\''");
  std::string text;
  for (const char c : value) {
    if (std::string_view("$`\\\"").find(c) != std::string_view::npos) text += '\\';
    text += c;
  }
  return text;
}

void ShellContext::read(char c) {
  if (is_escaped_) {
    is_escaped_ = false;
    before_ = '?';
    if (c != '\n') word_ += c;
    return;
  }
  switch (level()) {
    case Level::kSingle:
      if (c == '\'') return close();
      word_ += c;
      return;
    case Level::kComment:
      if (c != '\n') return;
      close();
      return read_plain(c);
    case Level::kBackticks:
      is_escaped_ = c == '\\';
      if (c == '`') close();
      return;
    case Level::kParameter:
      return read_parameter(c);
    case Level::kDouble:
      return read_double(c);
    case Level::kPlain:
    case Level::kSubstitution:
      return read_plain(c);
  }
}

void ShellContext::read_plain(char c) {
  if (opens_expansion(c)) return;
  const char before = std::exchange(before_, c);
  switch (c) {
    case '\\':
      is_escaped_ = true;
      return;
    case '\'':
      // Some shells read `$'…'` with escapes, some do not.
      if (before == '$') return give_up("behind `$'`");
      return open(Level::kSingle);
    case '"':
      return open(Level::kDouble);
    case '#':
      if (!word_.empty() || kWordEnds.find(before) == std::string_view::npos) break;
      return open(Level::kComment);
    case '<':
      // `<<` announces a document that begins on the next line, `<<<` only gives a word.
      if (before == '<') {
        ++here_documents_;
        before_ = kHereDocumentMark;
      }
      if (before == kHereDocumentMark) --here_documents_;
      return end_word();
    case '(':
      if (level() == Level::kSubstitution) ++substitutions_.back().parentheses;
      return end_command();
    case ')':
      end_command();
      if (level() != Level::kSubstitution || --substitutions_.back().parentheses > 0) return;
      reader_ = substitutions_.back().outer;
      substitutions_.pop_back();
      return close();
    case '\n':
      if (here_documents_ > 0) return give_up("in a here-document");
      return end_command();
    case '&':
    case '|':  // `2>&1` and `>|` are no ends
      return before == '>' || before == '<' ? end_word() : end_command();
    case ';':
      return end_command();
    case ' ':
    case '\t':
    case '>':
      return end_word();
    default:
      break;
  }
  word_ += c;
  // A `)` of its patterns would close the substitution too soon.
  if (level() == Level::kSubstitution && word_ == "case") give_up("behind `case` inside `$(…)`");
}

void ShellContext::read_double(char c) {
  if (opens_expansion(c)) return;
  before_ = c;
  if (c == '"') return close();
  is_escaped_ = c == '\\';
  if (!is_escaped_) word_ += c;
}

void ShellContext::read_parameter(char c) {
  if (c == '}') return close();
  // Which quotes count in here differs from place to place.
  if (std::string_view("'\"\\`$").find(c) != std::string_view::npos) give_up("behind `${…}`");
}

/// Whether an expansion of the shell begins here.
bool ShellContext::opens_expansion(char c) {
  if (c == '`') {
    open(Level::kBackticks);
    return true;
  }
  if (before_ != '$' || (c != '(' && c != '{')) return false;
  open(c == '(' ? Level::kSubstitution : Level::kParameter);
  if (c == '(') {
    substitutions_.push_back({.outer = reader_});
    end_command();
  }
  return true;
}

void ShellContext::open(Level level) {
  levels_.push_back(level);
  before_ = '\0';
}

void ShellContext::end_word() {
  if (word_.empty()) return;
  const std::string word = std::exchange(word_, "");
  reader_ = reader_behind(word);
  is_behind_option_ = word.starts_with('-') || word.starts_with('+');
  if (reader_ == Reader::kSsh && is_behind_option_) {
    is_behind_option_ = word.size() == 2 && kSshOptionsWithValue.find(word[1]) != std::string::npos;
  }
}

/// What reads the words behind `word`.
ShellContext::Reader ShellContext::reader_behind(std::string_view word) const {
  const std::string_view name = word.substr(word.rfind('/') + 1);
  const bool is_option = word.starts_with('-') || word.starts_with('+');
  const bool may_have_script = reader_ == Reader::kShell || reader_ == Reader::kAccount;
  if (reader_ == Reader::kAll) return Reader::kAll;
  if (may_have_script && takes_script(word)) return Reader::kScript;
  if (reader_ == Reader::kPrefix && is_one_of(kReadAll, name)) return Reader::kAll;
  if (reader_ == Reader::kPrefix && name == "ssh") return Reader::kSsh;
  if (reader_ == Reader::kSsh) return is_option || is_behind_option_ ? Reader::kSsh : Reader::kAll;
  if (is_one_of(kShells, name)) return Reader::kShell;
  if (is_one_of(kAccountShells, name)) return Reader::kAccount;
  if (is_option || is_behind_option_) return reader_ == Reader::kScript ? Reader::kNone : reader_;
  if (reader_ == Reader::kAccount) return Reader::kAccount;
  const bool is_prefix =
      is_one_of(kPrefixes, name) || is_number(word) || word.find('=') != std::string_view::npos;
  return reader_ == Reader::kPrefix && is_prefix ? Reader::kPrefix : Reader::kNone;
}

void ShellContext::end_command() {
  end_word();
  reader_ = Reader::kPrefix;
  is_behind_option_ = false;
}

void ShellContext::give_up(std::string_view where) {
  lost_ = where;
}

}  // namespace tizza::expr
