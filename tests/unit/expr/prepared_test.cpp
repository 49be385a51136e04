#include "expr/prepared.hpp"

#include <gtest/gtest.h>

#include "expr/parser.hpp"
#include "expr/quick.hpp"
#include "text/reader.hpp"

namespace tizza::expr {
namespace {

constexpr const char* kContext =
    "service: {name: oven, empty: '', count: 3, yes: true, none: null, words: [a, b c],\n"
    "  items: hidden, nested: {name: deep}, numbers: [1, 2], nothing: []}\n"
    "range: mine\n";

/// What a template, or an expression in brackets, gives: its text, or `error: …` with its place.
std::string shown(const Result<std::string>& result) {
  if (result.ok()) return *result;
  const Diagnostic& error = result.error().diagnostic;
  return "error: " + error.message + " (" + error.help + ") at " +
         std::to_string(error.at.span.begin) + "-" + std::to_string(error.at.span.end);
}

SourcePtr source(const std::string& text) {
  return std::make_shared<Source>("t", text);
}

Value context() {
  return Value::from((*read_yaml(source(kContext)))->root());
}

const std::vector<std::string> kExpressions = {
    "service.name",
    "service['name']",
    "service.missing",
    "service.missing.more",
    "missing",
    "missing is defined",
    "missing.more is defined",
    "service.name is defined and service.missing is not defined",
    "service.missing is undefined",
    "service.name is defined(1)",
    "service.missing | default('x')",
    "service.missing | default(service.nested.name)",
    "service.missing | default(missing)",
    "service.empty | default('x')",
    "service.empty | default('x', true)",
    "service.name | d(missing)",
    "(service.missing | default({})).phone | default(service.name)",
    "service.empty or service.name",
    "service.empty and missing",
    "missing or service.name",
    "not service.empty",
    "not missing",
    "service.name == 'oven'",
    "service.name != 'oven'",
    "service.count == 3",
    "service.name == missing",
    "'a' if service.yes else 'b'",
    "'a' if service.empty",
    "service.count",
    "service.yes",
    "service.none",
    "service.words",
    "service.nothing",
    "service.numbers",
    "service.items",
    "service.nested",
    "service.name | upper",
    "service.name.upper()",
    "range",
    "dict",
    "self",
    "loop",
    "true",
    "1 + 1",
    "'it''s'",
    "service.",
};

const std::vector<std::string> kTemplates = {
    "plain\n",
    "run {{ X }} now",
    "run '{{ X }}' now",
    "run \"{{ X }}\" now {{ X }}",
    "run $({{ X }})",
    "run {{ X }}{{ X }} # {{ X }}",
    "{% if X %}yes {{ X }}{% else %}no{% endif %}",
    "{% if missing is defined %}{{ X }}{% elif X %}b{% endif %}\n\n",
    "{% for i in [1] %}{{ X }}{% endfor %}",
    "{% set a = X %}{{ a }}",
    "{% block b %}{{ X }}{% endblock %}",
    "{{ X | raw }}",
    "{{ X",
};

TEST(Prepared, GivesWhatRenderGives) {
  const Value names = context();
  for (const Autoescape mode : {Autoescape::kNone, Autoescape::kShell, Autoescape::kHtml}) {
    Options options;
    options.autoescape = mode;
    for (const std::string& pattern : kTemplates) {
      for (const std::string& expression : kExpressions) {
        std::string text = pattern;
        for (size_t at = 0; (at = text.find('X', at)) != std::string::npos;) {
          text.replace(at, 1, expression);
          at += expression.size();
        }
        const Prepared prepared = Prepared::of_template(source(text), options);
        const std::string expected = shown(render(source(text), names, options));
        EXPECT_EQ(shown(prepared.render(names)), expected) << text;
        EXPECT_EQ(shown(prepared.render(names)), expected) << "again: " << text;
      }
    }
  }
}

TEST(Prepared, GivesWhatEvaluateGives) {
  const Value names = context();
  for (const std::string& text : kExpressions) {
    const Location at{source(text), {0, static_cast<uint32_t>(text.size())}};
    const auto expected = evaluate(at, names);
    const auto value = Prepared::of_expression(at).evaluate(names);
    ASSERT_EQ(value.ok(), expected.ok()) << text;
    if (value.ok()) {
      EXPECT_EQ(*value, *expected) << text;
    } else {
      EXPECT_EQ(value.error().diagnostic.message, expected.error().diagnostic.message) << text;
    }
  }
}

TEST(Prepared, LooksUpWhatPlaybooksMostlySay) {
  const Value names = context();
  for (const char* text :
       {"{{ service.name }}", "x {{ service.missing | default(service.nested.name) }}",
        "{% if service.words is defined %}{{ service.words }}{% endif %}"}) {
    const auto unit = parse_template(Origin(source(text)), {});
    EXPECT_TRUE(render_quickly(*unit, names, Autoescape::kShell).has_value()) << text;
  }
}

}  // namespace
}  // namespace tizza::expr
