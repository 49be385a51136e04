#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ports/file_system.hpp"
#include "spec/rulesets/built_in.hpp"
#include "spec/rulesets/custom_rule.hpp"

namespace tizza::spec::rulesets {

struct RulesetFile;

/// One entry of `extends`: a ruleset of ours or a file.
struct Extension {
  Node place;
  const BuiltIn* built_in = nullptr;
  std::shared_ptr<const RulesetFile> file;
  Extent extent = Extent::kRecommended;
  bool is_explicit = false;  ///< The extent is written down.
};

/// One entry of `rules`: a severity (or off, or on as it was) for a rule, or a rule in full.
struct RuleEntry {
  Node key;
  Node value;
  std::string id;
  std::optional<Severity> severity;
  std::optional<bool> is_on;  ///< `true`, `false`, and false for `off`.
  std::shared_ptr<const CustomRule> definition;
  bool is_broken = false;  ///< What is wrong was said; nothing is known of it but its name.
};

/// Expressions by name.
struct Alias {
  struct Target {
    Versions versions;
    std::vector<Node> given;
  };
  Node key;
  std::vector<Target> targets;
};
using Aliases = std::map<std::string, Alias, std::less<>>;

/// Files that match a pattern, or a part of them.
struct FilePattern {
  std::string glob;
  std::optional<std::string> pointer;  ///< A JSON Pointer.
};

struct Override {
  Node place;
  std::vector<FilePattern> files;
  std::vector<Extension> extends;
  std::vector<RuleEntry> rules;
};

/// A ruleset as one file says it, everything in it compiled.
struct RulesetFile {
  std::string path;
  DocumentPtr document;
  std::vector<Extension> extends;
  std::vector<RuleEntry> rules;
  std::vector<Override> overrides;
  Aliases aliases;
  bool lacks_rules = false;  ///< Something that it extends cannot be read.
};

/// Reads a ruleset and all that it extends. What is wrong goes to `sink` (rules `ruleset`,
/// `jsonpath`, and those of schema::check()), each at its place. The parts that are good are there
/// all the same, so that more can be found in them; none where the file cannot be read at all.
std::shared_ptr<const RulesetFile> read_ruleset(const FileReader& files, const std::string& path,
                                                Sink& sink);

/// What a rule in full may refer to.
struct DefinitionScope {
  const FileReader& files;
  DocumentPtr document;
  const Aliases& aliases;              ///< Of the ruleset and of the files that it extends.
  bool has_all_aliases;                ///< Else some are in a part that cannot be read.
  std::optional<Versions> formats;     ///< Of the ruleset, for rules that name none.
  std::string_view documentation_url;  ///< Of the ruleset.
  Sink& sink;
};

/// Compiles a rule in full; none where something is wrong, which is said to the sink.
std::shared_ptr<const CustomRule> compile_rule(Node key, Node definition,
                                               const DefinitionScope& scope);

/// The versions that a list of formats stands for; unknown ones are said to the sink.
Versions read_formats(Node list, Sink& sink);

/// The expressions that `given` stands for in one version: aliases are followed, with what stands
/// behind their names. What is wrong is said to the sink.
std::vector<std::string> expand_given(Node given, Version version, const Aliases& aliases,
                                      Sink& sink);

/// `error` to `hint`, or 0 to 3; none for `off` and -1.
std::optional<Severity> read_severity_word(Node written);

/// A problem of a ruleset at a place in it.
Diagnostic ruleset_problem(const Location& at, std::string message, std::string help = {});

/// `length` bytes of the text of a scalar from `begin` on, where they stand in the file; the whole
/// scalar where its text is not written as it is.
Location part_of(Node scalar, size_t begin, size_t length);

}  // namespace tizza::spec::rulesets
