#include "scaffold/answers.hpp"

#include "registry/load.hpp"
#include "unit/scaffold/template_fixture.hpp"

namespace tizza::scaffold {
namespace {

class AnswersTest : public TemplateFixture {
 protected:
  Result<Answers> collect(const std::string& questions, AnswerSources sources = {}) {
    manifest(questions);
    TIZZA_TRY(manifest_, read_manifest(tree()));
    return collect_answers(manifest_, sources);
  }
  static AnswerSources typed(std::initializer_list<Value::Member> members) {
    AnswerSources sources;
    sources.typed = value(members);
    return sources;
  }
  Manifest manifest_;
};

TEST_F(AnswersTest, TakesDefaultsThatUseEarlierAnswers) {
  const auto answers = collect(
      "questions:\n"
      "  - {id: name, default: pizza}\n"
      "  - {id: module, default: '{{ name }}_service'}\n"
      "  - {id: port, type: int, default: 8000}\n"
      "computed: {next: '{{ port + 1 }}'}\n");
  ASSERT_TRUE(answers.ok()) << answers.error().diagnostic.message;
  EXPECT_EQ(answers->all, value({{"name", "pizza"}, {"module", "pizza_service"}, {"port", 8000}}));
  EXPECT_EQ(answers->context["next"], Value(8001));
}

TEST_F(AnswersTest, ReadsTypedTextByTheQuestionsType) {
  const char* questions =
      "questions:\n"
      "  - {id: docker, type: bool}\n"
      "  - {id: copies, type: int}\n"
      "  - {id: kind, type: choice, choices: [backend, mixed]}\n"
      "  - {id: parts, type: multichoice, choices: {Docs: d, Tests: t}}\n"
      "  - {id: version}\n";
  const auto answers = collect(questions, typed({{"docker", "no"},
                                                 {"copies", "3"},
                                                 {"kind", "mixed"},
                                                 {"parts", "Docs, t"},
                                                 {"version", "1.10"}}));
  ASSERT_TRUE(answers.ok()) << answers.error().diagnostic.message;
  EXPECT_EQ(answers->all["docker"], Value(false));
  EXPECT_EQ(answers->all["copies"], Value(3));
  EXPECT_EQ(answers->all["parts"], Value(Value::List{Value("d"), Value("t")}));
  EXPECT_EQ(answers->all["version"], Value("1.10"));
  for (const auto& [id, text] : {std::pair{"docker", "perhaps"},
                                 {"copies", "3.5"},
                                 {"kind", "front"},
                                 {"parts", "Docs,x"}}) {
    const auto refused = collect(questions, typed({{id, text}}));
    ASSERT_FALSE(refused.ok()) << id;
    EXPECT_NE(refused.error().diagnostic.message.find(id), std::string::npos);
  }
}

TEST_F(AnswersTest, NamesEveryMissingAnswerAtOnce) {
  const auto answers = collect("questions: [{id: a}, {id: b, default: x}, {id: c}]\n");
  ASSERT_FALSE(answers.ok());
  EXPECT_EQ(answers.error().verdict, Verdict::kNeedsPerson);
  EXPECT_EQ(answers.error().diagnostic.message, "2 answers are missing: `a` and `c`");
  EXPECT_EQ(answers.error().diagnostic.help, "give `-d a=VALUE` and `-d c=VALUE`");
}

TEST_F(AnswersTest, NamesNearQuestionsForAnswersNobodyAskedFor) {
  const auto answers = collect("questions: [{id: service_name}]\n", typed({{"servicename", "x"}}));
  ASSERT_FALSE(answers.ok());
  EXPECT_EQ(answers.error().diagnostic.help, "`service_name` is close");
}

TEST_F(AnswersTest, AsksOnlyWhatItsConditionAllows) {
  const char* questions =
      "questions:\n  - {id: docker, type: bool}\n"
      "  - {id: image, when: docker}\n"
      "  - {id: base, when: '{{ docker }}', default: slim}\n";
  const auto without = collect(questions, typed({{"docker", "false"}}));
  ASSERT_TRUE(without.ok()) << without.error().diagnostic.message;
  EXPECT_EQ(without->all["image"], Value());
  const auto with = collect(questions, typed({{"docker", "true"}}));
  ASSERT_FALSE(with.ok());
  EXPECT_EQ(with.error().diagnostic.message, "1 answer is missing: `image`");
}

TEST_F(AnswersTest, HoldsAnswersToTheirValidation) {
  const char* questions =
      "questions: [{id: name, validate: {expression: 'name | length > 2', message: 'too "
      "short'}}]\n";
  EXPECT_TRUE(collect(questions, typed({{"name", "abc"}})).ok());
  const auto refused = collect(questions, typed({{"name", "ab"}}));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().diagnostic.message, "answer `name` is `ab`: too short");
}

TEST_F(AnswersTest, NeverRepeatsASecret) {
  const char* questions =
      "questions: [{id: token, type: secret, validate: {expression: 'false', message: no}}]\n";
  const auto refused = collect(questions, typed({{"token", "hunter2"}}));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().diagnostic.message.find("hunter2"), std::string::npos);
}

TEST_F(AnswersTest, TakesNamesAndPortsOutOfTheRegistry) {
  files_.add("r.yaml",
             "teams: {culinary: {}, likes: {}}\n"
             "services: {a: {healthcheck_url: 'http://localhost:8000/readyz'}}\n");
  const auto registry = registry::load(files_, "r.yaml");
  ASSERT_TRUE(registry.ok());
  const char* questions =
      "questions: [{id: team, from: teams}, {id: port, type: int, from: ports}]\n";
  AnswerSources sources = typed({{"team", "likes"}});
  sources.registry = &*registry;
  const auto answers = collect(questions, sources);
  ASSERT_TRUE(answers.ok()) << answers.error().diagnostic.message;
  EXPECT_EQ(answers->all["port"], Value(8001));
  sources.typed = value({{"team", "like"}});
  EXPECT_EQ(collect(questions, sources).error().diagnostic.help, "`likes` is close");
  sources.typed = value({{"team", "likes"}, {"port", "8000"}});
  EXPECT_EQ(collect(questions, sources).error().diagnostic.message,
            "port `8000` belongs to service `a`");
}

TEST_F(AnswersTest, GoesBackToTheQuestionBefore) {
  AnswerSources sources;
  std::vector<std::string> asked;
  sources.asker = [&asked](const OpenQuestion& open) -> Result<Reply> {
    asked.push_back(open.question->id);
    if (asked.size() == 2) return Reply{true, {}};
    return Reply{false, Value(std::to_string(asked.size()))};
  };
  const auto answers = collect("questions: [{id: a}, {id: b}]\n", sources);
  ASSERT_TRUE(answers.ok());
  EXPECT_EQ(asked, (Lines{"a", "b", "a", "b"}));
  EXPECT_EQ(answers->all, value({{"a", "3"}, {"b", "4"}}));
}

}  // namespace
}  // namespace tizza::scaffold
