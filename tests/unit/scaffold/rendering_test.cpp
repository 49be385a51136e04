#include "scaffold/rendering.hpp"

#include "unit/scaffold/template_fixture.hpp"

namespace tizza::scaffold {
namespace {

class RenderingTest : public TemplateFixture {};

TEST_F(RenderingTest, RendersJinjaFilesAndCopiesAllOthers) {
  manifest("questions: [{id: name}]\n");
  file("README.md.jinja", "# {{ name }}\n");
  file("page.html", "{{ untouched }}\r\n");
  file("{{ name }}/run.sh", "#!/bin/sh\n", 0755);
  const auto project = render(value({{"name", "pizza"}}));
  ASSERT_TRUE(project.ok()) << project.error().diagnostic.message;
  EXPECT_EQ(listing(*project), (Lines{"README.md=# pizza\n", "page.html={{ untouched }}\r\n",
                                      "pizza/run.sh=#!/bin/sh\n"}));
  EXPECT_EQ(project->at(2).mode, 0755u);
}

TEST_F(RenderingTest, LeavesOutPathsWithAnEmptyPart) {
  manifest("questions: [{id: docker, type: bool}]\n");
  file("{% if docker %}Dockerfile{% endif %}", "FROM x\n");
  file("{% if docker %}compose{% endif %}/db.yaml.jinja", "x: 1\n");
  file("{% if docker %}.env{% endif %}.jinja", "A=1\n");
  EXPECT_EQ(listing(*render(value({{"docker", false}}))), Lines{});
  EXPECT_EQ(listing(*render(value({{"docker", true}}))),
            (Lines{".env=A=1\n", "Dockerfile=FROM x\n", "compose/db.yaml=x: 1\n"}));
}

TEST_F(RenderingTest, MakesOneFileAnItem) {
  manifest(
      "questions: [{id: entities, type: json}]\n"
      "for_each: [{file: '{{ entity }}.py.jinja', in: entities, as: entity}]\n");
  file("{{ entity }}.py.jinja", "class {{ entity | capitalize }}: ...\n");
  const Value entities = Value::List{Value("pizza"), Value("topping")};
  EXPECT_EQ(listing(*render(value({{"entities", entities}}))),
            (Lines{"pizza.py=class Pizza: ...\n", "topping.py=class Topping: ...\n"}));
}

TEST_F(RenderingTest, ExcludesByGlobsThatMayBeTemplates) {
  manifest(
      "questions: [{id: docker, type: bool}]\n"
      "exclude: ['*.bak', '{% if not docker %}docker/**{% endif %}']\n");
  file("a.bak", "");
  file("docker/x", "");
  file("kept", "");
  EXPECT_EQ(listing(*render(value({{"docker", false}}))), (Lines{"kept="}));
  EXPECT_EQ(listing(*render(value({{"docker", true}}))), (Lines{"docker/x=", "kept="}));
}

TEST_F(RenderingTest, IncludesPartsThatStandBesideTheFiles) {
  manifest("includes: [parts]\n");
  files_.add("t/parts/header.txt", "// header\n");
  file("a.jinja", "{% include 'header.txt' %}body\n");
  EXPECT_EQ(listing(*render(value({}))), (Lines{"a=// header\nbody\n"}));
}

TEST_F(RenderingTest, PointsIntoTheTemplateWhereANameIsUndefined) {
  manifest("questions: [{id: service_name}]\n");
  file("a.jinja", "one\n  {{ service_nam }}\n");
  const auto project = render(value({{"service_name", "x"}}));
  ASSERT_FALSE(project.ok());
  const Diagnostic& wrong = project.error().diagnostic;
  EXPECT_EQ(wrong.at.source->path(), "t/files/a.jinja");
  EXPECT_EQ(wrong.at.begin(), (Position{2, 6}));
}

TEST_F(RenderingTest, RefusesPathsThatLeaveTheProject) {
  manifest("questions: [{id: name}]\n");
  file("{{ name }}/x", "");
  for (const char* name : {"..", "a/../../b", "/etc", ".", "a//b"}) {
    const auto project = render(value({{"name", name}}));
    ASSERT_FALSE(project.ok()) << name;
    EXPECT_NE(project.error().diagnostic.message.find("leaves the project"), std::string::npos);
  }
  EXPECT_FALSE(render(value({{"name", ".git"}})).ok());
  EXPECT_TRUE(render(value({{"name", "a/b"}})).ok());
}

TEST_F(RenderingTest, RefusesTwoFilesAtOnePath) {
  manifest("questions: [{id: name}]\n");
  file("{{ name }}", "1");
  file("fixed", "2");
  EXPECT_FALSE(render(value({{"name", "fixed"}})).ok());
  EXPECT_FALSE(render(value({{"name", "fixed/below"}})).ok());
}

TEST_F(RenderingTest, RefusesLinksThatLeaveTheTemplate) {
  manifest("");
  file("a", "");
  files_.add_symlink("t/files/inside", "a");
  EXPECT_TRUE(read_folder(files_, "t").ok());
  files_.add_symlink("t/files/outside", "../../secret");
  EXPECT_FALSE(read_folder(files_, "t").ok());
  files_.add_symlink("t/files/outside", "/etc/passwd");
  EXPECT_FALSE(read_folder(files_, "t").ok());
}

TEST_F(RenderingTest, RefusesDevices) {
  manifest("");
  files_.add_device("t/files/null");
  EXPECT_FALSE(read_folder(files_, "t").ok());
}

TEST_F(RenderingTest, FindsWhatPeopleMustFillIn) {
  manifest("fill_in: ['TODO(owner)']\n");
  file("README.md", "# x\n\nAlerts: TODO(owner) link the dashboard\n");
  file("logo.png", std::string("\0TODO(owner)", 12));
  const auto project = render(value({}));
  const auto found = find_fill_ins(*project, {"TODO(owner)"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "README.md");
  EXPECT_EQ(found[0].at, (Position{3, 9}));
  EXPECT_EQ(found[0].line, "TODO(owner) link the dashboard");
}

TEST_F(RenderingTest, HashesPathsModesAndContents) {
  const Project one = {{"a", "x", 0644, false}};
  EXPECT_EQ(tree_hash(one), tree_hash(Project{{"a", "x", 0600, false}}));
  EXPECT_NE(tree_hash(one), tree_hash(Project{{"a", "x", 0755, false}}));
  EXPECT_NE(tree_hash(one), tree_hash(Project{{"b", "x", 0644, false}}));
  EXPECT_NE(tree_hash(one), tree_hash(Project{{"a", "x", 0644, true}}));
}

TEST_F(RenderingTest, NamesWhatItDoesNotKnow) {
  manifest("hooks: [make]\n");
  file("a", "");
  const auto project = render(value({}));
  ASSERT_FALSE(project.ok());
  EXPECT_EQ(project.error().diagnostic.rule, "unknown-field");
}

}  // namespace
}  // namespace tizza::scaffold
