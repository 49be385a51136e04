#include <fmt/core.h>

#include "base/utf8.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/keywords/sizes.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

std::optional<size_t> code_points(const Run& run, Node instance) {
  if (!run.is_string(instance)) return std::nullopt;
  return utf8::count_code_points(instance.text());
}

class Pattern final : public Keyword {
 public:
  Pattern(Regex regex, std::string hint) : regex_(std::move(regex)), hint_(std::move(hint)) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    if (!run.is_string(instance) || run.matches(regex_, instance.text(), instance)) return true;
    if (!run.reports()) return false;
    std::string message =
        hint_.empty()
            ? fmt::format("{} must match the pattern {}, and {} does not", label(instance),
                          shown(regex_.pattern()), shown(instance))
            : fmt::format("{} must be {}, not {}", label(instance), hint_, shown(instance));
    return run.fail("wrong-format", instance, schema::place(instance), std::move(message));
  }

 private:
  Regex regex_;
  std::string hint_;
};

}  // namespace

KeywordPtr compile_min_length(Compiler& compiler, const Place& place) {
  return compile_size(compiler, place, {code_points, "character", "characters", true});
}

KeywordPtr compile_max_length(Compiler& compiler, const Place& place) {
  return compile_size(compiler, place, {code_points, "character", "characters", false});
}

KeywordPtr compile_pattern(Compiler& compiler, const Place& place) {
  auto regex = compiler.regex(place.value.text(), place.value);
  if (!regex) return nullptr;
  // An editor's keyword: what the pattern asks for in words, such as "a duration like `2m`".
  const Node hint = place.sibling("patternErrorMessage");
  return std::make_unique<Pattern>(*std::move(regex), std::string(hint.text()));
}

}  // namespace tizza::schema
