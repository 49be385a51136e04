#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

enum class RegexSyntax : uint8_t {
  kEcma,  ///< ECMA-262 with Unicode semantics, as JSON Schema asks (base/ecma_pattern.hpp).
  kPcre,  ///< PCRE2 as it is; `$` matches at the very end alone, unless `(?m)` says otherwise.
};

/// How a search ended. A pattern that runs into the limits of work is neither a yes nor a no.
enum class RegexOutcome : uint8_t { kNoMatch, kMatch, kGaveUp };

/// Where a pattern matched: byte offsets and the groups, number 0 being the whole match. The views
/// look into the searched text; a group that took no part is none.
struct RegexMatch {
  size_t begin = 0;
  size_t end = 0;
  std::vector<std::optional<std::string_view>> groups;
};

/// A compiled pattern (PCRE2 with its JIT compiler). Immutable and cheap to copy; threads may share
/// it. A search takes bounded work and memory whatever the pattern; invalid UTF-8 never matches.
class Regex {
 public:
  /// The error has the rule `pattern` and says what is wrong at which character of the pattern.
  /// `flags` are those of ECMA-262: `i`, `m` and `s` have an effect; the others of `dgimsuvy` are
  /// taken and need none here.
  static Result<Regex> compile(std::string_view pattern, RegexSyntax syntax = RegexSyntax::kEcma,
                               std::string_view flags = {});

  /// Whether the pattern matches anywhere in `text`.
  RegexOutcome search(std::string_view text) const;

  /// The first match at or behind the byte `from`; `match` is set where the outcome is kMatch.
  RegexOutcome find(std::string_view text, RegexMatch& match, size_t from = 0) const;

  /// The pattern as it was given.
  const std::string& pattern() const { return *pattern_; }

 private:
  Regex(std::string_view pattern, std::shared_ptr<const void> code);

  std::shared_ptr<const std::string> pattern_;
  std::shared_ptr<const void> code_;  // pcre2_code; its header stays out of ours
};

/// `text` as a pattern that matches exactly it, in both syntaxes.
std::string escape_regex(std::string_view text);

}  // namespace tizza
