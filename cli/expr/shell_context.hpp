#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tizza::expr {

/// Follows a shell line as it is written, so that a value that comes next can be quoted for the
/// place where it will stand (POSIX Shell Command Language, 2.2 Quoting). Where that place is not
/// certain, it says so rather than to guess.
class ShellContext {
 public:
  /// What stands in the line as it is.
  void read(std::string_view text);

  /// A value stands in the line, quoted.
  void read_value();

  /// Where the next value would stand that it cannot be quoted (`inside `$(…)``); empty where it
  /// can.
  std::string_view doubt() const;

  /// The value as one word, or as a part of the one that is quoted here. Only without a doubt().
  std::string quote(std::string_view value) const;

 private:
  enum class Level : uint8_t {
    kPlain,
    kDouble,        ///< "…"
    kSingle,        ///< '…'
    kSubstitution,  ///< $(…)
    kBackticks,
    kParameter,  ///< ${…}
    kComment,
  };
  /// What is known of the command that the line is in.
  enum class Reader : uint8_t {
    kPrefix,   ///< So far `sudo -u tizza`, `env A=1`: the command is still to come.
    kNone,     ///< A command that is no shell, as far as its name tells.
    kShell,    ///< A shell: behind an option with `c` comes a script.
    kAccount,  ///< `su`: the same, but names may stand before.
    kScript,
    kSsh,  ///< `ssh`: behind the host comes a script.
    kAll,  ///< `eval`: everything behind is read again.
  };
  /// A substitution, and the command outside of it.
  struct Nested {
    int parentheses = 1;
    Reader outer = Reader::kNone;
  };

  void read(char c);
  void read_plain(char c);
  void read_double(char c);
  void read_parameter(char c);
  bool opens_expansion(char c);
  void open(Level level);
  void close() { levels_.pop_back(); }
  void end_word();
  void end_command();
  Reader reader_behind(std::string_view word) const;
  void give_up(std::string_view where);
  Level level() const { return levels_.back(); }

  std::vector<Level> levels_{Level::kPlain};
  std::vector<Nested> substitutions_;
  std::string word_;  ///< So far, without its quotes.
  Reader reader_ = Reader::kPrefix;
  bool is_behind_option_ = false;
  char before_ = '\0';       ///< The character before, as far as it may mean something.
  bool is_escaped_ = false;  ///< A backslash stands before.
  int here_documents_ = 0;   ///< They begin on the next line.
  std::string_view lost_;    ///< Where the place got lost for good; empty: it is known.
};

}  // namespace tizza::expr
