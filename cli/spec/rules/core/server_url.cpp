#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "spec/rule.hpp"
#include "spec/rules/template_text.hpp"
#include "spec/value_format.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

/// The brace that has no partner, as an offset; braces in braces have none.
std::optional<size_t> lone_brace(std::string_view text) {
  std::optional<size_t> open;
  for (size_t i = text.find_first_of("{}"); i != std::string_view::npos;
       i = text.find_first_of("{}", i + 1)) {
    if (text[i] == '{') {
      if (open) return open;
      open = i;
    } else if (!open) {
      return i;
    } else {
      open.reset();
    }
  }
  return open;
}

/// The text with a letter in the place of each variable, whose names may be anything.
std::string without_variables(std::string_view text) {
  std::string plain;
  bool is_inside = false;
  for (const char c : text) {
    if (c == '{') plain += 'v';
    if (!is_inside && c != '{') plain += c;
    if (c == '{' || c == '}') is_inside = c == '{';
  }
  return plain;
}

void check_text(Node text, RuleContext& context) {
  if (!text.is_string()) return;
  if (const auto at = lone_brace(text.text())) {
    const std::string_view brace = text.text().substr(*at, 1);
    context
        .report(text, "{} has a `{}` without its partner, at character {}", quoted(text.text()),
                brace, utf8::count_code_points(text.text().substr(0, *at)) + 1)
        .help("a variable stands between `{` and `}`");
    return;
  }
  if (is_valid(ValueFormat::kUriReference, without_variables(text.text()))) return;
  context.report(text, "{} holds characters that no URL has", quoted(text.text()))
      .help("write them as `%20` and the like");
}

void check(const TypedNode& typed, RuleContext& context) {
  for (const auto field : {"url", "host", "pathname"}) check_text(typed.node[field], context);
}

}  // namespace

extern const Rule kServerUrl = {
    .id = "server-url",
    .set = RuleSet::kTizzaCore,
    .severity = Severity::kError,
    .recommended = Severity::kError,
    .versions = kAllOpenApi3 | kAllAsyncApi,
    .summary = "the addresses of servers are URLs, and their braces go in pairs",
    .rationale =
        "Clients put values in the place of names in braces and connect to what comes out. Where a "
        "brace is lost the name goes over the wire as it is written.",
    .bad =
        "servers:\n"
        "- url: https://{region.tizza.com\n"
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    .good =
        "servers:\n"
        "- url: https://{region}.tizza.com\n"
        "  variables:\n"
        "    region: {default: eu}\n",
    .on = NodeType::kServer,
    .check = check,
};

}  // namespace tizza::spec
