// JSONPath: what expressions match, in trees with and without references, and what is wrong with
// those that cannot be read.
#include <gtest/gtest.h>

#include "base/strings.hpp"
#include "spec/jsonpath/matcher.hpp"
#include "text/reader.hpp"

namespace tizza::spec::jsonpath {
namespace {

DocumentPtr yaml(std::string text) {
  auto document = read_yaml(std::make_shared<Source>("test.yaml", std::move(text)));
  EXPECT_TRUE(document.ok());
  return *document;
}

/// Follows references within one document.
class LocalView final : public View {
 public:
  Node target(Node node) const override {
    for (int hop = 0; hop < 10 && node.is_mapping() && node["$ref"]; ++hop) {
      node = node.document().resolve(node["$ref"].text().substr(1));
    }
    return node;
  }
};

/// The pointers of the matches, joined by spaces; names carry a `~`.
std::string matches(const std::string& expression, const DocumentPtr& document,
                    const View& view = View()) {
  const auto path = parse(expression);
  if (!path.ok()) return "error: " + path.error().diagnostic.message;
  std::vector<std::string> found;
  Matcher({path->get()}).run(document->root(), view, [&](size_t, const Match& match) {
    if (match.takes_name) {
      found.push_back("~" + match.step.text());
    } else {
      found.push_back(match.value.pointer().empty() ? "/" : match.value.pointer());
    }
  });
  return join(found, " ");
}

DocumentPtr pizza() {
  return yaml(
      "info: {title: Pizza, x-tag: a}\n"
      "paths:\n"
      "  /pizza:\n"
      "    get: {id: listPizza, tags: [menu, food, hot]}\n"
      "    post: {id: make, tags: []}\n"
      "  /likes:\n"
      "    get: {id: listLikes, deprecated: true}\n"
      "counts: [1, 2, 3, 4]\n");
}

struct Case {
  std::string expression;
  std::string expected;
};

void PrintTo(const Case& one, std::ostream* to) {
  *to << one.expression;
}

class Matches : public ::testing::TestWithParam<Case> {};

TEST_P(Matches, AreFound) {
  EXPECT_EQ(matches(GetParam().expression, pizza()), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Plain, Matches,
    ::testing::Values(
        Case{"$", "/"}, Case{"$.info.title", "/info/title"},
        Case{"$['info'][\"title\"]", "/info/title"}, Case{"$.info.x-tag", "/info/x-tag"},
        Case{"$[info,counts]", "/info /counts"},
        Case{"$.paths['/pizza']['get','post'].id", "/paths/~1pizza/get/id /paths/~1pizza/post/id"},
        Case{"$.paths.*", "/paths/~1pizza /paths/~1likes"},
        Case{"$.paths[*].get", "/paths/~1pizza/get /paths/~1likes/get"},
        Case{"$..id", "/paths/~1pizza/get/id /paths/~1pizza/post/id /paths/~1likes/get/id"},
        Case{"$..get.id", "/paths/~1pizza/get/id /paths/~1likes/get/id"},
        Case{"$.paths..tags[0]", "/paths/~1pizza/get/tags/0"},
        Case{"$.paths..tags..*",
             "/paths/~1pizza/get/tags/0 /paths/~1pizza/get/tags/1 "
             "/paths/~1pizza/get/tags/2"},
        Case{"$..*.title", "/info/title"}, Case{"$.paths./pizza.post.id", "/paths/~1pizza/post/id"},
        Case{"$.absent.deeper", ""}, Case{"$.info.title.deeper", ""}));

INSTANTIATE_TEST_SUITE_P(
    Indices, Matches,
    ::testing::Values(Case{"$.counts[1]", "/counts/1"}, Case{"$.counts[-1]", "/counts/3"},
                      Case{"$.counts[9]", ""}, Case{"$.counts[0,2]", "/counts/0 /counts/2"},
                      Case{"$.counts[1:3]", "/counts/1 /counts/2"},
                      Case{"$.counts[-2:]", "/counts/2 /counts/3"},
                      Case{"$.counts[::2]", "/counts/0 /counts/2"},
                      Case{"$.counts[::-2]", "/counts/1 /counts/3"},
                      Case{"$.counts[(@.length-1)]", "/counts/3"}, Case{"$.info[0]", ""}));

INSTANTIATE_TEST_SUITE_P(NamesAndParents, Matches,
                         ::testing::Values(Case{"$.paths.*~", "~/pizza ~/likes"},
                                           Case{"$.paths[*][*]~", "~get ~post ~get"},
                                           Case{"$.info.title^", "/info"},
                                           Case{"$..tags^^", "/paths/~1pizza"},
                                           Case{"$..deprecated^~", "~get"}, Case{"$.info^^^", ""},
                                           Case{"$..deprecated^.id", "/paths/~1likes/get/id"},
                                           Case{"$..deprecated~^", "~deprecated"}));

INSTANTIATE_TEST_SUITE_P(
    Filters, Matches,
    ::testing::Values(
        Case{"$.paths[*][?(@.deprecated)]", "/paths/~1likes/get"},
        Case{"$.paths[*][?(!@.deprecated)]", "/paths/~1pizza/get /paths/~1pizza/post"},
        Case{"$.paths[?(@property === '/pizza')]", "/paths/~1pizza"},
        Case{"$.paths[*][?(@property == 'get' && @.id != 'listLikes')]", "/paths/~1pizza/get"},
        Case{"$.paths[?(@property.match(/LIKES$/i))]", "/paths/~1likes"},
        Case{"$.paths[*][?(@.id =~ /^list/)].id", "/paths/~1pizza/get/id /paths/~1likes/get/id"},
        Case{"$.paths[*][?(@.id ~= '^make')].id", "/paths/~1pizza/post/id"},
        Case{"$.paths[*][?(@.tags.length > 1)]", "/paths/~1pizza/get"},
        Case{"$.paths[*][?(@.tags && @.tags.length === 0)]", "/paths/~1pizza/post"},
        Case{"$.paths[*][?(@property in ['post', 'put'])]", "/paths/~1pizza/post"},
        Case{"$.paths[*][?(['post','put'].includes(@property))]", "/paths/~1pizza/post"},
        Case{"$.paths[*][?(['post'].indexOf(@property) === -1)]~", "~get ~get"},
        Case{"$.paths[?(@property.includes('izz'))]", "/paths/~1pizza"},
        Case{"$.paths[?(@property.startsWith('/l') || @property.endsWith('x'))]", "/paths/~1likes"},
        Case{"$.paths[?(@.post)]~", "~/pizza"}, Case{"$.counts[?(@ > 2)]", "/counts/2 /counts/3"},
        Case{"$.counts[?(@ % 2 == 0)]", "/counts/1 /counts/3"},
        Case{"$.info[?(@string())]", "/info/title /info/x-tag"}, Case{"$.info[?(@number())]", ""},
        Case{"$.paths[*].get[?(@array())]", "/paths/~1pizza/get/tags"},
        Case{"$.paths[*][?(@parentProperty == '/likes')]", "/paths/~1likes/get"},
        Case{"$.paths[*].get.tags[?(@parent.id == 'listPizza' && @property < 1)]",
             "/paths/~1pizza/get/tags/0"},
        Case{"$..[?(@path == \"$['info']['title']\")]", "/info/title"},
        Case{"$.paths[*][?(@root.info.title == 'Pizza')]~", "~get ~post ~get"},
        Case{"$..[?(@ && @.id == 'make')]", "/paths/~1pizza/post"},
        Case{"$..[?(@.deprecated)]^", "/paths/~1likes"},
        Case{"$.paths[*][?(@.id == 'make' ? @.tags : @.deprecated)]",
             "/paths/~1pizza/post /paths/~1likes/get"},
        Case{"$.paths[*][?(@['id'] === 'make')]", "/paths/~1pizza/post"},
        Case{"$.paths[*][?(@.no.such.member == 1)]", ""},
        Case{"$.paths[*][?(@.no == undefined)]~", "~get ~post ~get"}));

INSTANTIATE_TEST_SUITE_P(
    Rfc9535, Matches,
    ::testing::Values(Case{"$.paths[*][?@.deprecated]", "/paths/~1likes/get"},
                      Case{"$.paths[*][?@.id == 'make']", "/paths/~1pizza/post"},
                      Case{"$.paths[*][?length(@.tags) == 3]", "/paths/~1pizza/get"},
                      Case{"$.paths[*][?match(@.id, 'list.*')].id",
                           "/paths/~1pizza/get/id /paths/~1likes/get/id"},
                      Case{"$.paths[*][?search(@.id, 'izz')]", "/paths/~1pizza/get"},
                      Case{"$.paths[?count(@.*) == 2]", "/paths/~1pizza"},
                      Case{"$.paths[?@..deprecated]", "/paths/~1likes"},
                      Case{"$.paths[*][?!@.deprecated && @.tags]~", "~get ~post"},
                      Case{"$.paths[*][?$.info.title == 'Pizza']~", "~get ~post ~get"},
                      Case{"$[ 'info' , \"counts\" ][0]", "/counts/0"},
                      Case{"$['\\u0069nfo'].title", "/info/title"}));

TEST(JsonPath, ExistenceIsNoTruth) {
  const auto document = yaml("list: [{a: false}, {a: null}, {}]\n");
  EXPECT_EQ(matches("$.list[?@.a]", document), "/list/0 /list/1");
  EXPECT_EQ(matches("$.list[?(@.a)]", document), "");
}

TEST(JsonPath, FollowsReferencesAndEntersTargetsOnce) {
  const auto document = yaml(
      "a: {x: {$ref: '#/c'}}\n"
      "b: {x: {$ref: '#/c'}}\n"
      "c: {name: shared, again: {$ref: '#/c'}}\n");
  EXPECT_EQ(matches("$.a.x.name", document, LocalView()), "/c/name");
  EXPECT_EQ(matches("$.a..name", document, LocalView()), "/c/name");
  EXPECT_EQ(matches("$..name", document, LocalView()), "/c/name");
  EXPECT_EQ(matches("$.b.x.again.again.name", document, LocalView()), "/c/name");
  EXPECT_EQ(matches("$.a.x.name", document), "");
  EXPECT_EQ(matches("$..$ref", document), "/a/x/$ref /b/x/$ref /c/again/$ref");
}

TEST(JsonPath, SeesSeveralWaysToOneTarget) {
  const auto document = yaml(
      "a: {x: {$ref: '#/c'}}\n"
      "b: {x: {$ref: '#/c'}}\n"
      "c: {list: [1]}\n");
  EXPECT_EQ(matches("$..list[?(@path == \"$['b']['x']['list'][0]\")]", document, LocalView()),
            "/c/list/0");
  EXPECT_EQ(matches("$.*.x.list^^~", document, LocalView()), "~a ~b");
}

TEST(JsonPath, ManyExpressionsInOneWalk) {
  const auto document = pizza();
  std::vector<std::shared_ptr<const Path>> paths;
  for (const char* text : {"$..tags[*]", "$.info.*", "$..[?(@.post)]"})
    paths.push_back(*parse(text));
  std::vector<size_t> counts(paths.size());
  Matcher({paths[0].get(), paths[1].get(), paths[2].get()})
      .run(document->root(), View(), [&](size_t path, const Match&) { ++counts[path]; });
  EXPECT_EQ(counts, (std::vector<size_t>{3, 2, 1}));
}

TEST(JsonPath, WorkIsBoundedWhereReferencesMultiply) {
  std::string text = "s0: {v: 1}\n";
  for (int i = 1; i < 40; ++i) {
    const std::string ref = "{$ref: '#/s" + std::to_string(i - 1) + "'}";
    text += "s" + std::to_string(i) + ": {a: " + ref + ", b: " + ref + "}\n";
  }
  const auto document = yaml(text);
  for (const char* expression : {"$..v", "$.s39..a..b..v", "$..[?(@parentProperty == 'a')]"}) {
    const auto path = parse(expression);
    size_t count = 0;
    Matcher({path->get()}).run(document->root(), LocalView(), [&](size_t, const Match&) {
      ++count;
    });
    EXPECT_LT(count, 20'000u) << expression;
    EXPECT_GT(count, 0u) << expression;
  }
}

struct Wrong {
  std::string expression;
  uint32_t at;
  std::string message;
};

void PrintTo(const Wrong& one, std::ostream* to) {
  *to << one.expression;
}

class Mistakes : public ::testing::TestWithParam<Wrong> {};

TEST_P(Mistakes, ArePlaced) {
  const auto path = parse(GetParam().expression);
  ASSERT_FALSE(path.ok());
  const Diagnostic& diagnostic = path.error().diagnostic;
  EXPECT_EQ(diagnostic.rule, "jsonpath");
  EXPECT_EQ(diagnostic.message, GetParam().message);
  EXPECT_EQ(diagnostic.at.span.begin, GetParam().at);
}

INSTANTIATE_TEST_SUITE_P(
    JsonPath, Mistakes,
    ::testing::Values(
        Wrong{"paths.x", 0, "a JSONPath starts with `$`"},
        Wrong{"$.a.", 4, "a name must follow the dot"},
        Wrong{"$.a[", 4, "a name in quotes, an index, `*` or a filter `?(…)` must stand here"},
        Wrong{"$.a['b'", 3, "this bracket is not closed"},
        Wrong{"$.a['b]", 4, "this quote is not closed"},
        Wrong{"$.a b", 4, "`.`, `..`, `[`, `^`, `~` or the end must stand here"},
        Wrong{"$.a~.b", 4, "nothing can follow `~`: names have no members"},
        Wrong{"$.a[::0]", 4, "the step of a slice must not be 0"},
        Wrong{"$.a[?(@.x ==)]", 12, "a value must stand here: `@`, a text or a number"},
        Wrong{"$.a[?(@.x", 5, "this bracket is not closed"},
        Wrong{"$.a[?(@.x-y)]", 10, "`y` is not known here"},
        Wrong{"$.a[?(typeof @ == 'x')]", 6, "`typeof` is not known here"},
        Wrong{"$.a[?(@.x.map(1))]", 10, "there is no method `map` in filters"},
        Wrong{"$.a[?(@proprety == 1)]", 6, "`@proprety` is not known"},
        Wrong{"$.a[?(lenght(@) == 1)]", 6, "there is no function `lenght` in filters"},
        Wrong{"$.a[?(@.x =~ /(/)]", 14,
              "pattern `(` cannot be used: missing closing parenthesis (character 2)"},
        Wrong{"$.a[(1+1)]", 4, "of the scripts that give an index only `(@.length-1)` is known"}));

TEST(JsonPath, DeepNestingIsAnError) {
  const std::string many(5000, '(');
  EXPECT_FALSE(parse("$[?" + many + "]").ok());
  EXPECT_FALSE(parse("$[?(" + std::string(5000, '!') + "@)]").ok());
  std::string chain = "@";
  std::string members = "@";
  for (int i = 0; i < 20'000; ++i) {
    chain += "||@";
    members += ".a";
  }
  EXPECT_FALSE(parse("$[?(" + chain + ")]").ok());
  EXPECT_FALSE(parse("$[?(" + members + ")]").ok());
}

}  // namespace
}  // namespace tizza::spec::jsonpath
