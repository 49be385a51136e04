#include "base/regex.hpp"
#include "schema/messages.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

/// `/pattern/flags`, or a pattern as it is.
Result<std::optional<Regex>> regex(Node written) {
  if (!written) return std::optional<Regex>();
  std::string_view pattern = written.text();
  std::string_view flags;
  const size_t last = pattern.rfind('/');
  const std::string_view behind = pattern.substr(last == std::string_view::npos ? 0 : last + 1);
  const bool are_flags =
      behind.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
  if (pattern.starts_with('/') && last != std::string_view::npos && last > 1 && are_flags) {
    flags = behind;
    pattern = pattern.substr(1, last - 1);
  }
  auto compiled = Regex::compile(pattern, RegexSyntax::kEcma, flags);
  if (compiled.ok()) return std::optional(*std::move(compiled));
  return failure_at(written.location(), "ruleset", compiled.error().diagnostic.message,
                    compiled.error().diagnostic.help);
}

class Pattern final : public Function {
 public:
  Pattern(std::optional<Regex> match, std::optional<Regex> not_match)
      : match_(std::move(match)), not_match_(std::move(not_match)) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    const auto text = subject.text();
    if (!text) return;
    if (match_) expect(*match_, *text, true, subject, reporter);
    if (not_match_) expect(*not_match_, *text, false, subject, reporter);
  }

 private:
  static void expect(const Regex& regex, std::string_view text, bool wanted, const Subject& subject,
                     Reporter& reporter) {
    const RegexOutcome outcome = regex.search(text);
    const std::string pattern = schema::shown(regex.pattern());
    if (outcome == RegexOutcome::kGaveUp) {
      reporter.fail(subject, "the pattern " + pattern + " takes too long on this text");
    } else if ((outcome == RegexOutcome::kMatch) != wanted) {
      reporter.fail(subject, schema::shown(text) + " must " + (wanted ? "" : "not ") +
                                 "match the pattern " + pattern);
    }
  }

  std::optional<Regex> match_;
  std::optional<Regex> not_match_;
};

Result<FunctionPtr> compile(const Options& options) {
  TIZZA_TRY(auto match, regex(options.node["match"]));
  TIZZA_TRY(auto not_match, regex(options.node["notMatch"]));
  return FunctionPtr(std::make_unique<Pattern>(std::move(match), std::move(not_match)));
}

}  // namespace

extern const FunctionSpec kPattern = {"pattern", "pattern", compile};

}  // namespace tizza::spec::rulesets
