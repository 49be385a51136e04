#include "app/file_topics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tizza::app {
namespace {

std::string meaning_of(std::string_view file, std::string_view field) {
  for (const report::Term& term : file_terms(file)) {
    if (term.name == field) return term.meaning;
  }
  return "(no such field)";
}

TEST(FileTopics, NameFieldsByTheirPath) {
  EXPECT_EQ(meaning_of("registry", "services.NAME.owners[]"),
            "The teams that own it, the first one leading. Required.");
  EXPECT_EQ(meaning_of("registry", "services.NAME.lifecycle"),
            "How far it is in its life. One of `experimental`, `production`, `deprecated` or "
            "`retired`.");
  EXPECT_EQ(meaning_of("template", "questions[].validate.message"), "Required.");
  EXPECT_TRUE(meaning_of("template", "delimiters.newline_sequence")
                  .ends_with("One of `\\n`, `\\r\\n` or `\\r`."));
}

TEST(FileTopics, ListEachFieldOnce) {
  for (const char* file : {"registry", "playbook", "template", "config"}) {
    const auto terms = file_terms(file);
    EXPECT_GT(terms.size(), 10u) << file;
    for (const report::Term& term : terms) {
      const auto is_it = [&](const report::Term& other) { return other.name == term.name; };
      EXPECT_EQ(std::count_if(terms.begin(), terms.end(), is_it), 1) << term.name;
    }
  }
}

TEST(FileTopics, KnowNothingOfOtherFiles) {
  EXPECT_TRUE(file_terms("no-such-file").empty());
  EXPECT_EQ(meaning_of("registry", "services.NAME.colour"), "(no such field)");
}

}  // namespace
}  // namespace tizza::app
