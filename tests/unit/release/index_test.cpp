#include "release/index/index.hpp"

#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "release/index/core_metadata.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::release {
namespace {

SourcePtr source(std::string text) {
  return std::make_shared<const Source>("page.html", std::move(text));
}

Artefact artefact(const std::string& file, const std::string& bytes) {
  Artefact made;
  made.file = file;
  made.name = *read_artefact_name(file);
  made.bytes = bytes;
  made.sha256 = sha256(bytes);
  made.requires_python = ">=3.8";
  made.metadata = "Metadata-Version: 2.1\n";
  return made;
}

TEST(ProjectName, IsOneHoweverItIsSpelled) {
  for (const char* name : {"tizza-auth", "Tizza.Auth", "TIZZA__auth", "tizza-_.auth"}) {
    EXPECT_EQ(normalised_project(name), "tizza-auth") << name;
  }
}

TEST(ArtefactName, SaysProjectAndVersion) {
  const auto wheel = read_artefact_name("Tizza_Auth-1.4.0rc1-1-py3-none-any.whl");
  ASSERT_TRUE(wheel);
  EXPECT_EQ(wheel->project, "tizza-auth");
  EXPECT_EQ(wheel->version.text(), "1.4.0rc1");
  const auto sdist = read_artefact_name("tizza-auth-1.4.0.tar.gz");
  ASSERT_TRUE(sdist);
  EXPECT_EQ(sdist->kind, ArtefactKind::kSource);
  EXPECT_EQ(sdist->project, "tizza-auth");
}

TEST(ArtefactName, IsNoneForOtherFiles) {
  for (const char* file : {"notes.txt", "a.whl", "a-1.0.whl", "a-one-py3-none-any.whl",
                           "-1.0.tar.gz", "a-1.0.tar", "a-1.0-py3-none-any.whl.metadata"}) {
    EXPECT_FALSE(read_artefact_name(file)) << file;
  }
}

TEST(CoreMetadata, ReadsTheHeaderAlone) {
  const auto read = read_core_metadata(
      source("Metadata-Version: 2.1\nName:  Auth \nVersion: 1.4.0\nSummary: a\n  b: c\n"
             "requires-python: >=3.8\n\nName: no header\n"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->name, "Auth");
  EXPECT_EQ(read->version, "1.4.0");
  EXPECT_EQ(read->requires_python, ">=3.8");
}

TEST(CoreMetadata, NamesThePlaceOfWhatIsWrong) {
  const auto place = [](const std::string& text) {
    const auto read = read_core_metadata(source(text));
    EXPECT_FALSE(read.ok()) << text;
    const Position at = read.error().diagnostic.at.begin();
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  };
  EXPECT_EQ(place("Name: a\nName: b\nVersion: 1\n"), "2:7");
  EXPECT_EQ(place("Name: a\nVersion: one\n"), "2:10");
  EXPECT_EQ(place("Name: a\nno field\n"), "2:1");
  EXPECT_EQ(place("Name: a\n"), "1:1");
  EXPECT_EQ(place("Name:\nVersion: 1\n"), "1:6");
}

TEST(Anchors, AreReadInEverySpelling) {
  const auto read = read_anchors(
      source("<!-- <a href=no>no</a> --><abbr>x</abbr><A HREF = x>?</A>"
             "<a href='a&amp;b' data-yanked>one &lt;1&#62; &bogus; &</a><a data-x=1>two</a\n>"));
  // Blanks around `=` and in the end tag are no spelling that anybody writes.
  EXPECT_FALSE(read.ok());
  const auto anchors = read_anchors(source(
      "<!-- <a href=no>no</a> --><abbr>x</abbr>"
      "<A HREF='a&amp;b' data-yanked>one &lt;1&#62; &bogus; &</A><a href=\"c\" x=1>two</a>"));
  ASSERT_TRUE(anchors.ok());
  ASSERT_EQ(anchors->size(), 2u);
  EXPECT_EQ((*anchors)[0].attributes.at("href").value, "a&b");
  EXPECT_EQ((*anchors)[0].attributes.at("data-yanked").value, "");
  EXPECT_EQ((*anchors)[0].text, "one <1> &bogus; &");
  EXPECT_EQ((*anchors)[1].attributes.at("x").value, "1");
}

TEST(Anchors, EndOrAreErrors) {
  for (const char* text :
       {"<a", "<a href", "<a href=\"x>y</a>", "<a href=x>y", "<a>x<b></a>", "<!-- "}) {
    EXPECT_EQ(read_anchors(source(text)).ok(), std::string(text) == "<a") << text;
  }
}

TEST(Pages, AreTheSameBytesWhenTheyAreReadAgain) {
  testing::FakeFileSystem files;
  PackageIndex index(files, "packages");
  ASSERT_TRUE(index
                  .publish({artefact("auth-1.4.0+a.b-py3-none-any.whl", "1"),
                            artefact("auth-1.4.0.tar.gz", "2")})
                  .ok());
  ASSERT_TRUE(index.yank("auth", *parse_pep440("1.4.0"), "a \"<&>' b").ok());
  const auto page = read_project_page(files, "packages", "auth");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->entries.size(), 2u);
  EXPECT_EQ(project_page_text(*page), page->source->text());
  EXPECT_EQ(page->entries[1].yanked, "a \"<&>' b");
  EXPECT_EQ(page->entries[0].requires_python, ">=3.8");
}

TEST(PackageIndex, WritesOnlyThePageThatChanges) {
  testing::FakeFileSystem files;
  PackageIndex index(files, "packages");
  ASSERT_TRUE(index.publish({artefact("auth-1.0-py3-none-any.whl", "1")}).ok());
  const std::string page = project_page_path("packages", "auth");
  // A page that somebody else keeps is not touched by another project's release.
  ASSERT_TRUE(files.write_file(page, "<a href=x>x</a>", 0644).ok());
  ASSERT_TRUE(index.publish({artefact("likes-1.0-py3-none-any.whl", "1")}).ok());
  EXPECT_EQ(*files.read_file(page), "<a href=x>x</a>");
}

TEST(PackageIndex, TakesTheSameBytesAgainAndNoOthers) {
  testing::FakeFileSystem files;
  PackageIndex index(files, "packages");
  const Artefact first = artefact("auth-1.0-py3-none-any.whl", "1");
  EXPECT_TRUE((*index.publish({first}))[0].is_new);
  EXPECT_FALSE((*index.publish({first}))[0].is_new);
  const auto other = index.publish({artefact(first.file, "2")});
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().diagnostic.rule, "index-conflict");
  EXPECT_EQ(*files.read_file(pool_path("packages", first.file)), "1");
  EXPECT_FALSE(index.publish({artefact("b-1.0.tar.gz", "1"), artefact("b-1.0.tar.gz", "2")}).ok());
}

TEST(PackageIndex, SweepsWhatAKilledWriterLeft) {
  testing::FakeFileSystem files;
  PackageIndex index(files, "packages");
  const std::string left = "packages/pool/.a.whl.tizza-0123456789abcdef";
  ASSERT_TRUE(files.make_directories("packages/pool").ok());
  ASSERT_TRUE(files.write_file(left, "half", 0644).ok());
  ASSERT_TRUE(files.write_file("packages/pool/.keep", "", 0644).ok());
  ASSERT_TRUE(index.publish({artefact("auth-1.0-py3-none-any.whl", "1")}).ok());
  EXPECT_FALSE(files.exists(left));
  EXPECT_TRUE(files.exists("packages/pool/.keep"));
}

}  // namespace
}  // namespace tizza::release
