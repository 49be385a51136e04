#include "commands/ask.hpp"

#include <gtest/gtest.h>

#include "support/fake_context.hpp"

namespace tizza::commands {
namespace {

using testing::FakeContext;

class AskTest : public ::testing::Test {
 protected:
  AskTest() {
    fake.terminal.all_terminals(true);
    fake.context.presentation.may_ask = true;
  }

  Result<Answer> ask_with(const Question& question, std::initializer_list<const char*> replies) {
    for (const char* reply : replies) fake.terminal.answers.emplace_back(reply);
    return ask(question, fake.context);
  }

  FakeContext fake;
};

Question engine_question() {
  return {.prompt = "Database",
          .kind = QuestionKind::kChoice,
          .flag = "--data engine=<value>",
          .choices = {{"postgres", "the usual one"}, {"mysql"}, {"mariadb"}}};
}

TEST_F(AskTest, TakesTheDefaultForAnEmptyLine) {
  const auto answer = ask_with({.prompt = "Name", .default_value = "pizza"}, {""});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text(), "pizza");
  EXPECT_EQ(fake.terminal.err_text(), "Name (pizza): \n");
  EXPECT_EQ(fake.terminal.out_text(), "");
}

TEST_F(AskTest, AsksAgainWithTheReason) {
  Question question{.prompt = "Port"};
  question.refuse = [](const std::string& text) -> std::optional<std::string> {
    if (text == "80") return "port `80` is taken by `auth-service`";
    return std::nullopt;
  };
  const auto answer = ask_with(question, {"80", "", "8001"});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text(), "8001");
  EXPECT_EQ(fake.terminal.err_text(),
            "Port: 80\n"
            "port `80` is taken by `auth-service`\n"
            "Port: \n"
            "an answer is needed; `?` tells more\n"
            "Port: 8001\n");
}

TEST_F(AskTest, TakesAChoiceByNumberNameOrStart) {
  EXPECT_EQ(ask_with(engine_question(), {"2"})->text(), "mysql");
  EXPECT_EQ(ask_with(engine_question(), {"mariadb"})->text(), "mariadb");
  EXPECT_EQ(ask_with(engine_question(), {"POST"})->text(), "postgres");
}

TEST_F(AskTest, SaysWhyAChoiceIsNone) {
  const auto answer = ask_with(engine_question(), {"m", "mysqll", "9", "1"});
  ASSERT_TRUE(answer);
  EXPECT_EQ(fake.terminal.err_text(),
            "  1) postgres  the usual one\n"
            "  2) mysql\n"
            "  3) mariadb\n"
            "Database: m\n"
            "`m` may be `mysql` or `mariadb`\n"
            "Database: mysqll\n"
            "`mysqll` is none of the choices\n"
            "`mysql` is close\n"
            "Database: 9\n"
            "`9` is none of the choices\n"
            "the choices are `postgres`, `mysql` and `mariadb`\n"
            "Database: 1\n");
}

TEST_F(AskTest, PrefersTheNameToTheNumber) {
  Question question{.prompt = "Major", .kind = QuestionKind::kChoice, .choices = {{"2"}, {"1"}}};
  EXPECT_EQ(ask_with(question, {"2"})->text(), "2");
}

TEST_F(AskTest, TakesSeveralOfManyAndNone) {
  Question question = engine_question();
  question.kind = QuestionKind::kMultichoice;
  question.default_value = "mysql, postgres";
  using Values = std::vector<std::string>;
  EXPECT_EQ(ask_with(question, {"3, 1,3"})->values, (Values{"mariadb", "postgres"}));
  EXPECT_EQ(ask_with(question, {""})->values, (Values{"mysql", "postgres"}));
  EXPECT_EQ(ask_with(question, {"-"})->values, Values{});
}

TEST_F(AskTest, ReadsYesAndNo) {
  Question question{.prompt = "Register it?", .kind = QuestionKind::kYesNo};
  EXPECT_TRUE(ask_with(question, {"maybe", "Yes"})->yes());
  EXPECT_FALSE(ask_with(question, {"n"})->yes());
  question.default_value = "true";
  EXPECT_TRUE(ask_with(question, {""})->yes());
  EXPECT_NE(fake.terminal.err_text().find("Register it? [Y/n]: "), std::string::npos);
}

TEST_F(AskTest, ExplainsAndGoesBack) {
  Question question{.prompt = "Name", .help = "The domain, not a nickname.", .may_go_back = true};
  const auto answer = ask_with(question, {"?", "<"});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->wants_back);
  EXPECT_EQ(fake.terminal.err_text(),
            "Name: ?\n"
            "The domain, not a nickname.\n"
            "`<` goes back to the question before.\n"
            "Ctrl-C stops.\n"
            "Name: <\n");
}

TEST_F(AskTest, KeepsASecretAsItIs) {
  Question question{
      .prompt = "Token", .kind = QuestionKind::kSecret, .default_value = "hidden-default"};
  const auto answer = ask_with(question, {" s3cret "});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text(), " s3cret ");
  EXPECT_EQ(fake.terminal.err_text(), "Token: \n");
}

TEST_F(AskTest, NamesTheFlagWhereNobodyCanBeAsked) {
  fake.context.presentation.may_ask = false;
  const auto answer = ask_with(engine_question(), {"1"});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().verdict, Verdict::kNeedsPerson);
  EXPECT_EQ(answer.error().diagnostic.help, "give `--data engine=<value>`");
  EXPECT_EQ(fake.terminal.err_text(), "");
}

TEST_F(AskTest, NamesTheFlagAtTheEndOfTheInput) {
  const auto answer = ask_with(engine_question(), {"^D"});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().verdict, Verdict::kNeedsPerson);
  EXPECT_EQ(answer.error().diagnostic.help, "answer it, or give `--data engine=<value>`");
}

TEST_F(AskTest, StopsAtCtrlC) {
  const auto answer = ask_with(engine_question(), {"^C"});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().verdict, Verdict::kInterrupted);
}

}  // namespace
}  // namespace tizza::commands
