#include <fmt/format.h>

#include "base/regex.hpp"
#include "base/strings.hpp"
#include "schema/messages.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

struct Case {
  std::string_view name;
  std::string_view pattern;  ///< `@` stands for the digits, where they are allowed.
  std::string_view example;
};

constexpr Case kCases[] = {
    {"flat", "[a-z][a-z@]*", "pizzatopping"},
    {"camel", "[a-z][a-z@]*(?:[A-Z@](?:[a-z@]+|$))*", "pizzaTopping"},
    {"pascal", "[A-Z][a-z@]*(?:[A-Z@](?:[a-z@]+|$))*", "PizzaTopping"},
    {"kebab", "[a-z][a-z@]*(?:-[a-z@]+)*", "pizza-topping"},
    {"cobol", "[A-Z][A-Z@]*(?:-[A-Z@]+)*", "PIZZA-TOPPING"},
    {"snake", "[a-z][a-z@]*(?:_[a-z@]+)*", "pizza_topping"},
    {"macro", "[A-Z][A-Z@]*(?:_[A-Z@]+)*", "PIZZA_TOPPING"},
};

const Case& find_case(std::string_view name) {
  for (const Case& one : kCases) {
    if (one.name == name) return one;
  }
  return kCases[0];  // the schema of the options knows no other
}

class Casing final : public Function {
 public:
  Casing(const Case& wanted, Regex regex, std::string alone)
      : wanted_(wanted), regex_(std::move(regex)), alone_(std::move(alone)) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    const auto text = subject.text();
    if (!text || text->empty() || *text == alone_) return;
    if (regex_.search(*text) == RegexOutcome::kMatch) return;
    reporter.fail(subject, fmt::format("{} must be in {} case, such as `{}`", schema::shown(*text),
                                       wanted_.name, wanted_.example));
  }

 private:
  const Case& wanted_;
  Regex regex_;
  std::string alone_;  ///< A separator that may stand alone; empty for none.
};

Result<FunctionPtr> compile(const Options& options) {
  const Case& wanted = find_case(options.node["type"].text());
  const bool has_digits = options.node["disallowDigits"].as_bool() != true;
  const std::string word = replace_all(wanted.pattern, "@", has_digits ? "0-9" : "");
  std::string pattern = "^" + word + "$";
  std::string alone;
  if (const Node separator = options.node["separator"]) {
    const std::string_view written = separator["char"].text();
    const bool may_lead = separator["allowLeading"].as_bool() == true;
    const std::string between = "[" + escape_regex(written) + "]";
    pattern =
        "^" + (may_lead ? between + "?" : std::string()) + word + "(?:" + between + word + ")*$";
    if (may_lead) alone = written;
  }
  auto regex = Regex::compile(pattern);
  if (!regex.ok()) {
    return failure_at(options.node.location(), "ruleset", regex.error().diagnostic.message);
  }
  return FunctionPtr(std::make_unique<Casing>(wanted, *std::move(regex), std::move(alone)));
}

}  // namespace

extern const FunctionSpec kCasing = {"casing", "casing", compile};

}  // namespace tizza::spec::rulesets
