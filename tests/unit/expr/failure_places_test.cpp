#include <gtest/gtest.h>

#include "text/reader.hpp"
#include "unit/expr/rendering.hpp"

namespace tizza::expr {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

TEST(FailurePlaces, AreWhereTheFaultStands) {
  const Case cases[] = {
      {"a\n  {{ nmae }}", "2:6 `nmae` is not defined"},
      {"{{ 1 +\n  name.first.x }}", "2:3 this `str` has no `first`"},
      {"{{ name | uper }}", "1:11 there is no filter `uper`"},
      {"{{ name is uper }}", "1:12 there is no test `uper`"},
      {"{% if name %}", "1:4 `if` has no end"},
      {"x\n{% for a in %}{% endfor %}", "2:13 an expression was expected, not the end of the tag"},
      {"{{ 'á' ~ ö }}", "1:10 `ö` is not defined"},
      {"{{ name", "1:1 the tag has no end"},
      {"{# x", "1:1 the comment has no end"},
      {"{% raw %} x", "1:1 the `raw` block has no end"},
      {"{{ 'x }}", "1:4 the string has no end"},
      {"{{ (1] }}", "1:6 `]` stands where `)` was expected"},
      {"{{ 1 } }}", "1:6 `}` closes nothing"},
      {"{{ 1 $ 2 }}", "1:6 `$` means nothing in an expression"},
      {"{% fro x in y %}", "1:4 there is no tag `fro`"},
      {"{% if 1 %}{% endfor %}",
       "1:14 `endfor` stands where `elif`, `else` or `endif` was expected"},
      {"{{ 1 + 'a' }}", "1:4 `+` has no meaning between `int` and `str`"},
      {"{{ name[2:] < 3 }}", "1:4 `str` and `int` have no order among them"},
      {"{{ 1 // (3 - 3) }}", "1:4 division by zero"},
      {"{{ 9223372036854775807 + 1 }}", "1:4 the result does not fit in 64 bits"},
      {"{{ 9223372036854775808 }}", "1:4 `9223372036854775808` does not fit in 64 bits"},
      {"{{ name.nope() }}", "1:4 this `str` has no `nope`"},
      {"{{ name.upper(1) }}", "1:4 `upper` takes at most 0 arguments, not 1"},
      {"{{ name | indent(widht=2) }}", "1:4 `indent` has no parameter `widht`"},
      {"{% macro m(a) %}{{ a.x }}{% endmacro %}\n{{ m(1) }}", "1:20 this `int` has no `x`"},
      {"{% macro m(a) %}{{ a }}{% endmacro %}\n{{ m() }}", "2:4 the parameter `a` was not given"},
      {"{% macro m(a) %}{% endmacro %}\n{{ m(b=1) }}", "2:4 the macro `m` has no parameter `b`"},
      {"{% set a, b = [1] %}", "1:8 1 value cannot be unpacked into 2 names"},
      {"{% include 'x' %}", "1:12 there are no other templates here, so `x` cannot be reached"},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(rendered(text, Value::Mapping{{"name", "culinary"}}), expected) << text;
  }
}

TEST(FailurePlaces, NearNamesAreHelp) {
  const Value context = Value::Mapping{{"service_name", "culinary"}};
  const auto result = render(source_of("{{ servcie_name }}"), context);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().diagnostic.rule, "template");
  EXPECT_EQ(result.error().diagnostic.help, "`service_name` is close");
}

TEST(FailurePlaces, OfAnIncludedTemplateAreThere) {
  Options options;
  options.loader = [](const std::string& name) -> Result<SourcePtr> {
    return std::make_shared<const Source>(name, "\n {{ nope }}");
  };
  const auto result = render(source_of("a\n{% include 'part' %}"), Value::Mapping{}, options);
  ASSERT_FALSE(result.ok());
  const auto& diagnostic = result.error().diagnostic;
  EXPECT_EQ(diagnostic.at.source->path(), "part");
  EXPECT_EQ(diagnostic.at.begin(), (Position{2, 5}));
  ASSERT_EQ(diagnostic.notes.size(), 1u);
  EXPECT_EQ(diagnostic.notes[0].at.begin(), (Position{2, 12}));
}

TEST(FailurePlaces, OfScalarsAreInTheirFile) {
  const auto document = read_yaml(std::make_shared<const Source>(
      "book.yaml",
      "plain: a {{ nope }}\nquoted: \"{{ 1 + nope }}\"\nblock: |\n  first\n   {{ nope }}\n"));
  ASSERT_TRUE(document.ok());
  const Node root = (*document)->root();
  const auto place = [&](const char* key) {
    const auto result = render(root[key], Value::Mapping{});
    EXPECT_FALSE(result.ok());
    return result.error().diagnostic.at.begin();
  };
  EXPECT_EQ(place("plain"), (Position{1, 13}));
  EXPECT_EQ(place("quoted"), (Position{2, 17}));
  EXPECT_EQ(place("block"), (Position{5, 7}));
}

}  // namespace
}  // namespace tizza::expr
