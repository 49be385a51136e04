#include "report/table.hpp"

#include <gtest/gtest.h>

#include "report/wrap.hpp"

namespace tizza::report {
namespace {

Table sample() {
  Table table({"NAME", "OWNERS", "NOTE"});
  table.add({"auth-service", "identity", "signs everybody in, everywhere"});
  table.add({"culinary-service", {"culinary", Style::kGood}, ""});
  table.add({"名前", "", "wide"});
  return table;
}

TEST(Table, AlignsColumnsAndCutsNothingInAPipe) {
  EXPECT_EQ(sample().render({}),
            "NAME              OWNERS    NOTE\n"
            "auth-service      identity  signs everybody in, everywhere\n"
            "culinary-service  culinary\n"
            "名前                        wide\n");
}

TEST(Table, CutsTheWidestColumnsOnATerminal) {
  EXPECT_EQ(sample().render({.width = 40}),
            "NAME              OWNERS    NOTE\n"
            "auth-service      identity  signs every…\n"
            "culinary-service  culinary\n"
            "名前                        wide\n");
  EXPECT_EQ(sample().render({.width = 24}),
            "NAME      OWNERS  NOTE\n"
            "auth-se…  ident…  signs…\n"
            "culinar…  culin…\n"
            "名前              wide\n");
}

TEST(Table, NeverCutsWhatOneHasToCopy) {
  Table table = sample();
  table.keep_whole({0});
  EXPECT_EQ(table.render({.width = 32}),
            "NAME              OWNERS  NOTE\n"
            "auth-service      ident…  signs…\n"
            "culinary-service  culin…\n"
            "名前                      wide\n");
  EXPECT_EQ(table.render({.width = 26}),
            "auth-service\n"
            "  OWNERS  identity\n"
            "  NOTE    signs everybody\n"
            "          in, everywhere\n"
            "culinary-service\n"
            "  OWNERS  culinary\n"
            "名前\n"
            "  NOTE  wide\n");
}

TEST(Table, ShowsNothingWithoutRows) {
  EXPECT_EQ(Table({"NAME"}).render({}), "");
}

TEST(Table, KeepsARowOnItsLine) {
  Table table({"A"});
  table.add({"one\ntwo\x1b[31m"});
  EXPECT_EQ(table.render({}), "A\none two␛[31m\n");
}

TEST(Table, ColoursWithoutMovingColumns) {
  Table table({"A", "B"});
  table.add({{"x", Style::kGood}, "y"});
  EXPECT_EQ(table.render({.colour = true}),
            "\x1b[1mA\x1b[0m  \x1b[1mB\x1b[0m\n\x1b[32mx\x1b[0m  y\n");
}

TEST(Wrap, BreaksAtSpaces) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("a verylongword b", 5), (Lines{"a", "verylongword", "b"}));
  EXPECT_EQ(wrap("one\n\n  kept as it is\ntwo", 7), (Lines{"one", "", "  kept as it is", "two"}));
}

TEST(Wrap, PutsMeaningsBesideTheirTerms) {
  EXPECT_EQ(term_list({{"-a", "first"}, {"--much-longer-flag <value>", "second one"}, {"-b", ""}},
                      40, false),
            "  -a  first\n"
            "  --much-longer-flag <value>\n"
            "      second one\n"
            "  -b\n");
}

}  // namespace
}  // namespace tizza::report
