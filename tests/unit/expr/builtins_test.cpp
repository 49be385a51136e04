#include <gtest/gtest.h>

#include "unit/expr/rendering.hpp"

namespace tizza::expr {
namespace {

TEST(Chance, TheSameSeedGivesTheSameText) {
  const char* text = "{{ range(1000) | random }} {{ lipsum(1, false) }}";
  Options options, other;
  other.seed = 7;
  const std::string first = rendered(text, Value::Mapping{}, options);
  EXPECT_EQ(first, rendered(text, Value::Mapping{}, options));
  EXPECT_NE(first, rendered(text, Value::Mapping{}, other));
}

TEST(Chance, EveryItemIsChosenAtSomeTime) {
  const std::string text =
      "{% set ns = namespace(seen=[]) %}{% for i in range(200) %}"
      "{% set ns.seen = ns.seen + ['abcd' | random] %}{% endfor %}"
      "{{ ns.seen | unique | sort | join }}";
  EXPECT_EQ(rendered(text), "abcd");
}

TEST(Lipsum, HasTheNumberOfWordsThatIsAskedFor) {
  EXPECT_EQ(rendered("{{ lipsum(1, false, 4, 5).split() | length }}"), "4");
  EXPECT_EQ(rendered("{{ lipsum(2, min=1, max=2).count('</p>') }}"), "2");
  EXPECT_EQ(rendered("{{ lipsum(1, false, 5, 5) }}"),
            "1:4 `min` of `lipsum` must be below its `max`");
}

TEST(Lipsum, EndsAtTheLimits) {
  EXPECT_NE(rendered("{{ lipsum(99999999999) }}").find("steps"), std::string::npos);
  EXPECT_NE(rendered("{{ lipsum(1, min=99999999999, max=100000000000) }}").find("steps"),
            std::string::npos);
}

TEST(Urlize, RefusesWhatIsNoScheme) {
  EXPECT_EQ(rendered("{{ 'x' | urlize(extra_schemes=['a b']) }}"),
            "1:4 `a b` is not the start of an address");
}

TEST(Random, HasNothingToChooseInWhatIsEmpty) {
  EXPECT_EQ(rendered("{{ [] | random }}"), "1:4 there is no item to choose: the sequence is empty");
  EXPECT_EQ(rendered("{{ {'a': 1} | random }}"), "1:4 a dict has no items by position");
}

}  // namespace
}  // namespace tizza::expr
