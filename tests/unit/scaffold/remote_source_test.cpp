#include "scaffold/remote_source.hpp"

#include <gtest/gtest.h>

namespace tizza::scaffold {
namespace {

std::string parts(const std::string& name) {
  const auto source = parse_remote_source(name);
  if (!source) return source.error().diagnostic.message;
  return source->url + " | " + source->folder + " | " + source->revision;
}

TEST(RemoteSource, KnowsUrlsAndShorthands) {
  EXPECT_EQ(parts("gh:tizza/templates"), "https://github.com/tizza/templates.git |  | ");
  EXPECT_EQ(parts("gl:tizza/sub/templates.git#main"),
            "https://gitlab.com/tizza/sub/templates.git |  | main");
  EXPECT_EQ(parts("bb:tizza/t//a/b#1.0.0"), "https://bitbucket.org/tizza/t.git | a/b | 1.0.0");
  EXPECT_EQ(parts("https://git.tizza.com/t.git//services#v2"),
            "https://git.tizza.com/t.git | services | v2");
  EXPECT_EQ(parts("git@git.tizza.com:team/t.git//./x/"), "git@git.tizza.com:team/t.git | x | ");
  EXPECT_EQ(parts("git+ssh://git@git.tizza.com/t.git"), "ssh://git@git.tizza.com/t.git |  | ");
  EXPECT_EQ(parts("file:///srv/t//."), "file:///srv/t |  | ");
}

TEST(RemoteSource, RefusesWhatLeadsNowhere) {
  EXPECT_EQ(parts("gh:tizza"), "template `gh:tizza` does not name OWNER/REPOSITORY");
  EXPECT_EQ(parts("gh:/x"), "template `gh:/x` does not name OWNER/REPOSITORY");
  EXPECT_EQ(parts("gh:a/b#"), "template `gh:a/b#` names no tag behind `#`");
  EXPECT_EQ(parts("gh:a/b#--upload-pack=x"),
            "template `gh:a/b#--upload-pack=x` has a tag that starts with `-`");
  EXPECT_EQ(parts("https://h/t.git//../x"),
            "template `https://h/t.git//../x` has a folder that leaves the repository");
  EXPECT_EQ(parts("https://"), "template `https://` has no address");
}

TEST(RemoteSource, TellsRemoteNamesFromOthers) {
  for (const char* name : {"gh:a/b", "https://h/t", "git@h:t", "file:///t"}) {
    EXPECT_TRUE(is_remote(name)) << name;
  }
  for (const char* name : {"django-rest", "./t", "../gh:a", "a/b", "C:/t"}) {
    EXPECT_FALSE(is_remote(name)) << name;
  }
}

}  // namespace
}  // namespace tizza::scaffold
