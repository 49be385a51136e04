#include <gtest/gtest.h>

#include "text/reader.hpp"
#include "unit/expr/rendering.hpp"

namespace tizza::expr {
namespace {

Value evaluated(const std::string& text, const Value& context = Value::Mapping{}) {
  const auto source = source_of(text);
  const auto result = evaluate(Location{source, {0, static_cast<uint32_t>(text.size())}}, context);
  EXPECT_TRUE(result.ok()) << (result ? "" : result.error().diagnostic.message);
  return result ? *result : Value();
}

TEST(Evaluate, GivesPlainData) {
  const Value context = Value::Mapping{{"tier", 1}, {"owners", Value::List{"culinary"}}};
  EXPECT_EQ(evaluated("tier == 1 and 'culinary' in owners", context), Value(true));
  EXPECT_EQ(evaluated("owners + ['auth']", context), Value(Value::List{"culinary", "auth"}));
  EXPECT_EQ(evaluated("{'a': 1.5, 'b': none}"), Value(Value::Mapping{{"a", 1.5}, {"b", Value()}}));
  EXPECT_EQ(evaluated("['b', 'a'] | map('upper')"), Value(Value::List{"B", "A"}));
}

TEST(Evaluate, PointsIntoItsFile) {
  const auto source = source_of("when: tier == teir");
  const auto result = evaluate(Location{source, {6, 18}}, Value::Mapping{{"tier", 1}});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().diagnostic.at.begin(), (Position{1, 15}));
}

TEST(Evaluate, RefusesTagsAndMoreThanOneExpression) {
  for (const char* text : {"{{ a }}", "1 2", "", "a if"}) {
    const auto source = source_of(text);
    const Location whole{source, {0, static_cast<uint32_t>(source->text().size())}};
    EXPECT_FALSE(evaluate(whole, Value::Mapping{{"a", 1}}).ok()) << text;
  }
}

TEST(Render, KeepsLineEnds) {
  Options options;
  options.trim_blocks = true;
  options.keep_trailing_newline = true;
  EXPECT_EQ(rendered("a\r\n{% if true %}\r\nb\r\n{% endif %}\r\n", Value::Mapping{}, options),
            "a\r\nb\r\n");
  EXPECT_EQ(rendered("a\r\n"), "a");
}

TEST(Render, QuotesForShells) {
  Options options;
  options.autoescape = Autoescape::kShell;
  const Value context = Value::Mapping{
      {"host", "web 1; rm -rf /"}, {"hosts", Value::List{"web1", "it's"}}, {"port", 22}};
  const auto shell = [&](const char* text) { return rendered(text, context, options); };
  EXPECT_EQ(shell("ssh {{ host }}"), "ssh 'web 1; rm -rf /'");
  EXPECT_EQ(shell("ping {{ hosts }}"), "ping web1 'it'\\''s'");
  EXPECT_EQ(shell("{{ hosts | raw }}"), "['web1', \"it's\"]");
  EXPECT_EQ(shell("{{ host | raw }} -p {{ port }}"), "web 1; rm -rf / -p 22");
  EXPECT_EQ(shell("echo {{ '' }}"), "echo ''");
  EXPECT_EQ(shell("{{ '--host=' | raw ~ host }}"), "--host='web 1; rm -rf /'");
  EXPECT_EQ(shell("echo \"{{ host }}\" '{{ hosts }}'"), "echo \"web 1; rm -rf /\" 'web1 it'\\''s'");
  EXPECT_EQ(shell("echo \"{{ '$(a)' }}{{ '$(b)' | raw }}\""), "echo \"\\$(a)$(b)\"");
  EXPECT_EQ(shell("{% if port %}echo \"{% endif %}{{ '$a' }}\""), "echo \"\\$a\"");
}

TEST(Render, RefusesToGuessHowAShellReadsAValue) {
  Options options;
  options.autoescape = Autoescape::kShell;
  const Value context =
      Value::Mapping{{"host", "$(rm -rf /)"}, {"hosts", Value::List{"web1", "web2"}}};
  const auto shell = [&](const char* text) { return rendered(text, context, options); };
  EXPECT_EQ(shell("echo $(ping {{ host }})"), "1:16 a value cannot be quoted inside `$(…)`");
  EXPECT_EQ(shell("sh -c \"ping {{ host }}\""),
            "1:16 a value cannot be quoted in words that a second shell reads");
  for (const char* text :
       {"{% set c %}{{ host }}{% endset %}\"{{ c }}\"", "{% set c = 'a' | raw ~ host %}\"{{ c }}\"",
        "{% macro m() %}{{ host }}{% endmacro %}\"{{ m() }}\"",
        "{% for c in ['a' | raw ~ host] %}\"{{ c }}\"{% endfor %}"}) {
    EXPECT_NE(shell(text).find("a value cannot be quoted in text that is only printed later"),
              std::string::npos)
        << text << ": " << shell(text);
  }
  EXPECT_EQ(shell("{{ [hosts] }}"), "1:4 a list within a list is no list of words");
  EXPECT_EQ(shell("{{ {'a': 1} }}"), "1:4 a dict is no word of a shell");
}

TEST(Render, TakesDelimitersOfItsOwn) {
  Options options;
  options.block_start = "[%", options.block_end = "%]";
  options.variable_start = "[[", options.variable_end = "]]";
  options.comment_start = "[#", options.comment_end = "#]";
  EXPECT_EQ(rendered("{{ x }}[# c #] [% if 1 %][[ [1][0] ]][% endif %]", Value::Mapping{}, options),
            "{{ x }} 1");
  options.block_start = "";
  EXPECT_EQ(rendered("x", Value::Mapping{}, options),
            "1:1 a delimiter of the template language is empty");
}

TEST(FreeNames, AreThoseThatTheContextMustHave) {
  using Names = std::vector<std::string>;
  const auto names = [](const char* text) {
    Names all;
    const auto found = free_names(source_of(text));
    for (const auto& free : *found) all.push_back(free.name);
    return all;
  };
  EXPECT_EQ(names("{{ b }}{{ a.x }}{{ b | default(c) }}"), (Names{"b", "a", "c"}));
  EXPECT_EQ(names("{% for i in items %}{{ i }}{{ loop.index }}{{ j }}{% endfor %}{{ i }}"),
            (Names{"items", "j", "i"}));
  EXPECT_EQ(
      names("{% set x = y %}{{ x }}{% macro m(p, q=z) %}{{ p }}{{ w }}{% endmacro %}{{ m(1) }}"),
      (Names{"y", "z", "w"}));
  EXPECT_EQ(names("{% for i in range(3) %}{% endfor %}{{ 'text' }}"), Names{});
  EXPECT_EQ(
      names("{% with a = a %}{{ a }}{% endwith %}{% if c %}{% set d = 1 %}{% endif %}{{ d }}"),
      (Names{"a", "c"}));
}

TEST(FreeNames, KnowWhereTheyAreReadFirst) {
  const auto found = free_names(source_of("ab\n{{ 'b' ~ b }}"));
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->front().at.begin(), (Position{2, 10}));
}

TEST(Render, SharesStepsWhereItIsTold) {
  uint64_t left = 2000;
  Options options;
  options.steps_left = &left;
  EXPECT_EQ(rendered("{% for i in range(100) %}{% endfor %}", Value::Mapping{}, options), "");
  EXPECT_LT(left, 1900u);
  EXPECT_EQ(rendered("{% for i in range(1999) %}{% endfor %}", Value::Mapping{}, options),
            "1:13 the template takes more steps than are allowed");
  EXPECT_EQ(left, 0u);
}

}  // namespace
}  // namespace tizza::expr
