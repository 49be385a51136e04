#include "base/pep440.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tizza {
namespace {

Pep440Version pep440(std::string_view text) {
  auto parsed = parse_pep440(text);
  EXPECT_TRUE(parsed.ok()) << text << ": " << parsed.error().diagnostic.message;
  return parsed.ok() ? *parsed : Pep440Version{};
}

std::string normal(std::string_view text) {
  return pep440(text).text();
}

/// `BEGIN-END: message` in bytes.
std::string problem(std::string_view text) {
  const auto parsed = parse_pep440(text);
  if (parsed.ok()) return "is fine";
  const Diagnostic& diagnostic = parsed.error().diagnostic;
  EXPECT_EQ(diagnostic.rule, "version");
  return std::to_string(diagnostic.at.span.begin) + "-" + std::to_string(diagnostic.at.span.end) +
         ": " + diagnostic.message;
}

TEST(Pep440, KeepsNormalForms) {
  for (const char* text :
       {"0", "1.0", "1.2.3.4.5", "2026.3.2", "1.0a1", "1.0b2", "1.0rc3", "1.0.post4", "1.0.dev5",
        "1.0a1.post2.dev3", "1!2.0", "1.0+ubuntu.1", "20260302.99999999999999999999999"}) {
    EXPECT_EQ(normal(text), text);
  }
}

TEST(Pep440, NormalisesEverySpelling) {
  EXPECT_EQ(normal("1.1RC1"), "1.1rc1");
  EXPECT_EQ(normal("00.01"), "0.1");
  for (const char* text : {"1.1.a1", "1.1-a1", "1.1_a1", "1.1alpha1", "1.1a.1", "1.1-Alpha-1"}) {
    EXPECT_EQ(normal(text), "1.1a1") << text;
  }
  for (const char* text : {"1.1c2", "1.1pre2", "1.1preview2", "1.1.rc.2", "1.1_RC_2"}) {
    EXPECT_EQ(normal(text), "1.1rc2") << text;
  }
  EXPECT_EQ(normal("1.2beta"), "1.2b0");
  for (const char* text : {"1.2-3", "1.2r3", "1.2rev3", "1.2.post-3", "1.2-post3", "1.2post3"}) {
    EXPECT_EQ(normal(text), "1.2.post3") << text;
  }
  EXPECT_EQ(normal("1.2.post"), "1.2.post0");
  EXPECT_EQ(normal("1.2-dev2"), "1.2.dev2");
  EXPECT_EQ(normal("1.2dev"), "1.2.dev0");
  EXPECT_EQ(normal("1.0+Ubuntu-01_x"), "1.0+ubuntu.1.x");
  EXPECT_EQ(normal("v1.0"), "1.0");
  EXPECT_EQ(normal(" \t1.0\r\n"), "1.0");
  EXPECT_EQ(normal("0!1.0"), "1.0");
  EXPECT_EQ(normal("1.0a.-1"), "1.0a0.post1");
  EXPECT_EQ(normal("1.0-1.dev2"), "1.0.post1.dev2");
}

TEST(Pep440, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(problem(""), "0-0: version is empty");
  EXPECT_EQ(problem("  "), "0-0: version is empty");
  EXPECT_EQ(problem("v"), "1-1: Python version `v` has no release number");
  EXPECT_EQ(problem("1!"), "2-2: Python version `1!` has no release number");
  EXPECT_EQ(problem("latest"), "0-1: Python version `latest` has `l` where it cannot stand");
  EXPECT_EQ(problem("1..0"), "1-2: Python version `1..0` has `.` where it cannot stand");
  EXPECT_EQ(problem("1.0-"), "3-4: Python version `1.0-` has `-` where it cannot stand");
  EXPECT_EQ(problem("1.0-1-2"), "5-6: Python version `1.0-1-2` has `-` where it cannot stand");
  EXPECT_EQ(problem("1.0-x1"), "3-4: Python version `1.0-x1` has `-` where it cannot stand");
  EXPECT_EQ(problem("1.0.dev1a2"),
            "8-9: Python version `1.0.dev1a2` has `a` where it cannot stand");
  EXPECT_EQ(problem("1.0+"), "4-4: Python version `1.0+` has an empty part in its local label");
  EXPECT_EQ(problem("1.0+a..b"),
            "6-6: Python version `1.0+a..b` has an empty part in its local label");
  EXPECT_EQ(problem("1.0+a~b"), "5-6: Python version `1.0+a~b` has `~` where it cannot stand");
  EXPECT_EQ(problem("1 .0"), "1-2: Python version `1 .0` has ` ` where it cannot stand");
  EXPECT_EQ(problem("1.0\u00b2"),
            "3-5: Python version `1.0\u00b2` has `\u00b2` where it cannot stand");
}

TEST(Pep440, OrdersAsTheSummaryDoes) {
  const std::vector<std::string> ascending = {"0.9",
                                              "1.dev0",
                                              "1.0.dev456",
                                              "1.0a1",
                                              "1.0a2.dev456",
                                              "1.0a12.dev456",
                                              "1.0a12",
                                              "1.0b1.dev456",
                                              "1.0b2",
                                              "1.0b2.post345.dev456",
                                              "1.0b2.post345",
                                              "1.0rc1.dev456",
                                              "1.0rc1",
                                              "1.0",
                                              "1.0+abc.5",
                                              "1.0+abc.7",
                                              "1.0+5",
                                              "1.0+5.0",
                                              "1.0.post456.dev34",
                                              "1.0.post456",
                                              "1.0.15",
                                              "1.1.dev1",
                                              "1.1",
                                              "1.10",
                                              "2026.1",
                                              "1!0.1"};
  for (size_t i = 0; i < ascending.size(); ++i) {
    for (size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_TRUE((pep440(ascending[i]) <=> pep440(ascending[j])) == (i <=> j))
          << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(Pep440, TakesTrailingZerosForTheSame) {
  EXPECT_EQ(pep440("1.0"), pep440("1.0.0"));
  EXPECT_EQ(pep440("1a1"), pep440("1.0.0a1"));
  EXPECT_NE(pep440("1.0"), pep440("1.0+1"));
}

Pep440Version random_pep440(std::mt19937& random) {
  Pep440Version version;
  const auto few = [&] { return Natural(random() % 3); };
  const auto maybe = [&] { return random() % 3 == 0; };
  if (maybe()) version.epoch = few();
  for (size_t n = 1 + random() % 4; n > 0; --n) version.release.push_back(few());
  if (maybe()) version.pre = Pep440Prerelease{static_cast<PrereleaseKind>(random() % 3), few()};
  if (maybe()) version.post = few();
  if (maybe()) version.dev = few();
  static const std::vector<std::string> kParts = {"0", "2", "10", "a", "ubuntu", "x1"};
  for (size_t n = random() % 3; n > 0; --n) {
    version.local.push_back(kParts[random() % kParts.size()]);
  }
  return version;
}

/// One of the spellings whose normal form is `version`.
std::string random_spelling(const Pep440Version& version, std::mt19937& random) {
  const auto any = [&](const std::vector<std::string>& of) { return of[random() % of.size()]; };
  const auto separator = [&] { return any({"", ".", "-", "_"}); };
  const auto number = [&](const Natural& n) {
    if (n.is_zero() && random() % 2) return std::string();
    return any({"", "0", "00"}) + n.text();
  };
  const std::vector<std::vector<std::string>> words = {
      {"a", "alpha", "A"}, {"b", "beta", "Beta"}, {"rc", "c", "pre", "preview", "RC"}};
  std::string text = any({"", "v", "V", " "});
  if (!version.epoch.is_zero()) text += version.epoch.text() + "!";
  for (size_t i = 0; i < version.release.size(); ++i) {
    text += (i ? "." : "") + any({"", "0"}) + version.release[i].text();
  }
  if (version.pre) {
    text += separator() + any(words[static_cast<size_t>(version.pre->kind)]);
    text += separator() + number(version.pre->number);
  }
  if (version.post) {
    // `-0` behind a word would be the number of that word.
    const bool may_be_implicit = text.back() >= '0' && text.back() <= '9';
    text += may_be_implicit && random() % 4 == 0 ? "-" + version.post->text()
                                                 : separator() + any({"post", "rev", "r", "POST"}) +
                                                       separator() + number(*version.post);
  }
  if (version.dev) text += separator() + any({"dev", "Dev"}) + separator() + number(*version.dev);
  for (size_t i = 0; i < version.local.size(); ++i) {
    text += (i ? any({".", "-", "_"}) : "+") + version.local[i];
  }
  return text + any({"", "\n"});
}

TEST(Pep440Property, EverySpellingHasOneNormalForm) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const Pep440Version version = random_pep440(random);
    ASSERT_EQ(normal(version.text()), version.text());
    const std::string spelling = random_spelling(version, random);
    ASSERT_EQ(normal(spelling), version.text()) << "`" << spelling << "`";
  }
}

TEST(Pep440Property, OrderIsTotal) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const auto a = random_pep440(random), b = random_pep440(random), c = random_pep440(random);
    ASSERT_TRUE((a <=> b) == (0 <=> (b <=> a))) << a.text() << " " << b.text();
    if (a <= b && b <= c) {
      ASSERT_TRUE(a <= c) << a.text() << " " << b.text() << " " << c.text();
    }
  }
}

}  // namespace
}  // namespace tizza
