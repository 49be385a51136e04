#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/edit.hpp"
#include "base/source.hpp"

namespace tizza {

/// How much a finding weighs, heaviest first: `a < b` reads "a is more severe than b".
enum class Severity { kError, kWarn, kInfo, kHint };

/// `error`, `warn`, `info` or `hint`.
std::string_view to_string(Severity severity);

/// A second place that explains a finding, such as "first used here".
struct Note {
  std::string message;
  Location at;
  std::string pointer;  ///< JSON Pointer of the place, where it has one.
};

/// One thing that a person should know about an input, and what to do about it.
struct Diagnostic {
  std::string rule;  ///< Stable id such as `syntax` or `path-params`.
  Severity severity = Severity::kError;
  std::string message;  ///< One sentence, lower case, no period, offending values in backticks.
  Location at;          ///< The exact place; none where no text could be read.
  std::string path;     ///< The file concerned where `at` has no source (absent, unreadable).
  std::string pointer;  ///< JSON Pointer of the place in its document, where it has one.
  std::vector<Note> notes;
  std::string help;  ///< The next thing to do; empty where the message already says it.
  std::string url;   ///< A page that explains the rule.
  /// Stays the same while lines move; 32 hexadecimal digits, distinct in one report. Empty where
  /// nobody asked for it.
  std::string fingerprint = {};
  std::vector<Edit> fix = {};  ///< What would mend it, in the text of `at`; empty for nothing.
};

/// The file that a diagnostic is about; empty where it is about none.
const std::string& path_of(const Diagnostic& diagnostic);

/// Where findings go. Lists of findings are data, not errors: a producer reports and goes on.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void report(Diagnostic diagnostic) = 0;
};

/// A sink that keeps what it is given, in order.
class Findings final : public Sink {
 public:
  void report(Diagnostic diagnostic) override { list_.push_back(std::move(diagnostic)); }

  const std::vector<Diagnostic>& list() const { return list_; }
  std::vector<Diagnostic> take() { return std::move(list_); }
  bool empty() const { return list_.empty(); }
  size_t count(Severity severity) const;

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace tizza
