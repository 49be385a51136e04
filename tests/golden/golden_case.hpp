#pragma once
#include <map>
#include <string>
#include <vector>

namespace tizza::testing {

/// One call of a case: `$ tizza registry check` with the `exit 1` below it.
struct GoldenCommand {
  std::string line;
  int exit_code = 0;
};

/// One part of a case file: `-- NAME --` and the lines below it.
struct GoldenSection {
  std::string name;
  std::string text;
};

/// One case file, as it is written:
///
///     # One sentence: what this shows.
///     terminal yes              all three streams are terminals
///     real yes                  real files, processes and git in a temporary folder
///     sample yes                the registry of tests/support/samples/tizza/ is there before
///     env NAME=VALUE
///     $ tizza registry check
///     exit 1
///     -- in/PATH --             a file before; `-- mode/PATH --` holds its mode, `0000`
///     -- setup --               with `real yes`: a shell script that runs first
///     -- stdin --               what `-` reads
///     -- answers --             the lines that prompts get; `^C` and `^D` are keys
///     -- stdout --
///     -- stderr --
///     -- out/PATH --            a file afterwards
///     -- absent/PATH --         what must not be there afterwards
///
/// The streams of several commands stand one after the other. With `real yes` a `$` line that does
/// not start with `tizza` is run by the shell, and `$DIR` stands for the temporary folder.
struct GoldenCase {
  std::string header;  ///< Everything in front of the first section, as it stands.
  bool terminal = false;
  bool real = false;
  bool sample = false;
  std::map<std::string, std::string> environment;
  std::vector<GoldenCommand> commands;
  std::vector<GoldenSection> sections;

  /// The text of a section; empty where there is none.
  const std::string& section(const std::string& name) const;
  void set_section(const std::string& name, const std::string& text);
};

/// Reads a case. `problem` is set to what is wrong with it, or left empty.
GoldenCase parse_golden(const std::string& text, std::string& problem);

/// The file again; the same bytes for what parse_golden() took without a problem.
std::string print_golden(const GoldenCase& golden);

/// The text without colours and hyperlinks.
std::string strip_escapes(const std::string& text);

}  // namespace tizza::testing
