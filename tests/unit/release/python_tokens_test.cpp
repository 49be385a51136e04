#include "release/python_tokens.hpp"

#include <gtest/gtest.h>

namespace tizza::release {
namespace {

SourcePtr source(std::string text) {
  return std::make_shared<const Source>("setup.py", std::move(text));
}

/// The texts of all tokens, `$` for the end of a logical line.
std::vector<std::string> texts(std::string text) {
  const auto origin = source(std::move(text));  // tokens look into it
  const auto tokens = read_python_tokens(origin);
  EXPECT_TRUE(tokens.ok()) << tokens.error().diagnostic.message;
  std::vector<std::string> list;
  if (!tokens.ok()) return list;
  for (const auto& token : *tokens) {
    if (token.kind == PythonTokenKind::kEnd) break;
    list.emplace_back(token.kind == PythonTokenKind::kLineEnd ? "$" : token.text);
  }
  return list;
}

using Texts = std::vector<std::string>;

/// `BEGIN-END: message` of the error.
std::string problem(std::string text) {
  const auto tokens = read_python_tokens(source(std::move(text)));
  if (tokens.ok()) return "is fine";
  const auto& diagnostic = tokens.error().diagnostic;
  return std::to_string(diagnostic.at.span.begin) + "-" + std::to_string(diagnostic.at.span.end) +
         ": " + diagnostic.message;
}

TEST(PythonTokens, SplitNamesNumbersStringsAndOperators) {
  EXPECT_EQ(texts("VERSION = '1.0'\n"), (Texts{"VERSION", "=", "'1.0'", "$"}));
  EXPECT_EQ(texts("a**=1.5e-3//b"), (Texts{"a", "**=", "1.5e-3", "//", "b", "$"}));
  EXPECT_EQ(texts("na\u00efve == .5"), (Texts{"na\u00efve", "==", ".5", "$"}));
}

TEST(PythonTokens, LeaveCommentsAndBlankLinesOut) {
  EXPECT_EQ(texts("# VERSION = '9'\n\n   # more\r\nx # VERSION = '9'\n"), (Texts{"x", "$"}));
}

TEST(PythonTokens, KeepEveryKindOfStringWhole) {
  EXPECT_EQ(texts("'it\\'s' \"#\""), (Texts{"'it\\'s'", "\"#\"", "$"}));
  EXPECT_EQ(texts("'''a'b''c\n# no\n''' x"), (Texts{"'''a'b''c\n# no\n'''", "x", "$"}));
  EXPECT_EQ(texts("Rb'\\'' f\"{x}\" u''"), (Texts{"Rb'\\''", "f\"{x}\"", "u''", "$"}));
  EXPECT_EQ(texts("'a\\\nb'"), (Texts{"'a\\\nb'", "$"}));
  EXPECT_EQ(texts("'a\\\r\nb'"), (Texts{"'a\\\r\nb'", "$"}));
  EXPECT_EQ(texts("name'x'"), (Texts{"name", "'x'", "$"}));
}

TEST(PythonTokens, JoinLinesWithinBracketsAndBehindBackslashes) {
  EXPECT_EQ(texts("f(\n1,\n# c\n2)\ng"), (Texts{"f", "(", "1", ",", "2", ")", "$", "g", "$"}));
  EXPECT_EQ(texts("a = \\\n 1\\\r\n+ 2\n"), (Texts{"a", "=", "1", "+", "2", "$"}));
}

TEST(PythonTokens, KnowTheIndentationOfTheirLine) {
  const auto origin = source("if x:\n\tVERSION = (1,\n2)\n");
  const auto tokens = *read_python_tokens(origin);
  ASSERT_GE(tokens.size(), 8u);
  EXPECT_EQ(tokens[0].indent, 0u);
  EXPECT_TRUE(tokens[0].starts_line);
  EXPECT_EQ(tokens[4].text, "VERSION");
  EXPECT_EQ(tokens[4].indent, 1u);
  EXPECT_TRUE(tokens[4].starts_line);
  EXPECT_EQ(tokens[9].text, "2");
  EXPECT_FALSE(tokens[9].starts_line);
}

TEST(PythonTokens, SkipAByteOrderMark) {
  EXPECT_EQ(texts("\xEF\xBB\xBFx\n"), (Texts{"x", "$"}));
}

TEST(PythonTokens, SayWhatIsNeverClosed) {
  EXPECT_EQ(problem("x = 'abc\ny"), "4-8: string is never closed");
  EXPECT_EQ(problem("x = '''abc\ny''"), "4-14: string is never closed");
  EXPECT_EQ(problem("x = 'abc\\"), "4-9: string is never closed");
  EXPECT_EQ(problem("f((1)"), "1-2: bracket `(` is never closed");
  EXPECT_EQ(problem("f(1]"), "3-4: bracket `]` closes nothing");
  EXPECT_EQ(problem("}"), "0-1: bracket `}` closes nothing");
}

TEST(PythonTokens, FindTheContentOfStrings) {
  const auto content = [](std::string text) {
    const auto origin = source(std::move(text));
    const auto tokens = *read_python_tokens(origin);
    return std::string(origin->slice(python_string(tokens[0]).content));
  };
  EXPECT_EQ(content("'1.0'"), "1.0");
  EXPECT_EQ(content("rB\"1.0\""), "1.0");
  EXPECT_EQ(content("'''1.0'''"), "1.0");
  EXPECT_EQ(content("''"), "");
  EXPECT_EQ(content("\"\"\"\"\"\""), "");
}

}  // namespace
}  // namespace tizza::release
