#include <gtest/gtest.h>

#include "unit/expr/rendering.hpp"

namespace tizza::expr {
namespace {

// A tenth of the usual steps: enough for all that is meant to be refused for its size.
Options short_of_steps() {
  Options options;
  options.max_steps = 1'000'000;
  return options;
}

std::string failure_of(const std::string& text, const Options& options = short_of_steps()) {
  const auto result = render(source_of(text), Value::Mapping{}, options);
  return result ? "rendered " + std::to_string(result->size()) + " bytes"
                : result.error().diagnostic.message;
}

TEST(Limits, StopWhatIsTooLarge) {
  EXPECT_EQ(failure_of("{{ 'a' * 10**9 }}"), "repeating this 1000000000 times makes it too large");
  EXPECT_EQ(failure_of("{{ [1] * 10**9 }}"), "repeating this 1000000000 times makes it too large");
  EXPECT_EQ(failure_of("{{ range(10**12) }}"),
            "a range of 1000000000000 numbers is above the limit of 1000000");
  for (const char* text :
       {"{{ 'x' | center(10**10) }}", "{{ 'x'.ljust(10**10) }}", "{{ '5'.zfill(10**10) }}",
        "{{ '%2000000000d' % 1 }}", "{{ '{:2000000000}'.format(1) }}",
        "{{ 'x' | indent(10**12, true) }}", "{{ '\\t'.expandtabs(10**12) }}",
        "{{ ('a' * 10**6) | replace('a', 'b' * 10**6) | length }}",
        "{{ [1] | batch(10**12, 0) | list }}", "{{ [1] | slice(10**12) | list }}",
        "{{ [1] | tojson(10**12) }}", "{{ '%.*f' % (10**6, 1.5) }}"}) {
    EXPECT_FALSE(failure_of(text).starts_with("rendered")) << text;
  }
}

TEST(Limits, StopTextThatDoubles) {
  EXPECT_FALSE(failure_of("{% set ns = namespace(s='0123456789') %}{% for i in range(60) %}"
                          "{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}")
                   .starts_with("rendered"));
  EXPECT_FALSE(failure_of("{% set ns = namespace(l=[1]) %}{% for i in range(60) %}"
                          "{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}")
                   .starts_with("rendered"));
}

TEST(Limits, StopEndlessLoopsAndRecursion) {
  EXPECT_EQ(failure_of("{% set l = [1] %}{% for i in l %}{% do l.append(i) %}{% endfor %}"),
            "the template takes more steps than are allowed");
  EXPECT_EQ(
      failure_of("{% for a in range(10**6) %}{% for b in range(10**6) %}{% endfor %}{% endfor %}"),
      "the template takes more steps than are allowed");
  EXPECT_TRUE(failure_of("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")
                  .starts_with("more than 200 levels"));
  Options options;
  options.loader = [](const std::string& name) -> Result<SourcePtr> {
    return std::make_shared<const Source>(name, "{% include 'a' %}");
  };
  EXPECT_TRUE(failure_of("{% include 'a' %}", options).starts_with("more than 200 levels"));
}

TEST(Limits, StopDeepNesting) {
  EXPECT_FALSE(failure_of("{{ " + std::string(10000, '(') + "1" + std::string(10000, ')') + " }}")
                   .starts_with("rendered"));
  EXPECT_FALSE(failure_of("{{ " + std::string(10000, '-') + "1 }}").starts_with("rendered"));
  std::string sum = "1";
  for (int i = 0; i < 10000; ++i) sum += "+1";
  EXPECT_EQ(failure_of("{{ " + sum + " }}"), "the expression is too long");
  std::string ifs;
  for (int i = 0; i < 10000; ++i) ifs += "{% if 1 %}";
  EXPECT_EQ(failure_of(ifs), "more than 150 levels of nesting");
  EXPECT_EQ(failure_of("{% set ns = namespace(l=[]) %}{% for i in range(1000) %}"
                       "{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}"),
            "a value is nested more than 200 levels deep");
}

TEST(Limits, HoldForListsThatHoldThemselves) {
  EXPECT_EQ(failure_of("{% set l = [1] %}{% do l.append(l) %}{{ l }}"),
            "a value is nested more than 200 levels deep");
}

TEST(Limits, AreOptions) {
  Options options;
  options.max_steps = 50;
  EXPECT_EQ(failure_of("{% for i in range(100) %}{% endfor %}", options),
            "the template takes more steps than are allowed");
  options = {};
  options.max_output_bytes = 10;
  EXPECT_EQ(failure_of("0123456789a", options), "the template writes more than 10 bytes");
  options = {};
  options.max_memory_bytes = 1 << 20;
  EXPECT_EQ(failure_of("{{ 'a' * (2 * 1024 * 1024) }}", options),
            "the template needs more memory than is allowed");
}

TEST(Limits, RefuseWhatIsNotUtf8) {
  EXPECT_EQ(rendered("a\n\xFF{{ x }}"), "2:1 this byte is not valid UTF-8");
}

}  // namespace
}  // namespace tizza::expr
