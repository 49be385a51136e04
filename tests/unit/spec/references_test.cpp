#include "spec/reference_resolver.hpp"

#include <gtest/gtest.h>

#include "support/fake_file_system.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

class References : public ::testing::Test {
 protected:
  References() {
    files_.add("api/common.yaml", "Pizza: {type: object}\n\"a/b\": {c d: here}\n");
    files_.add("api/pizza.proto", "message Pizza {}\n");
    files_.add("api/list", "- a\n- b\n");
    document_ = *read_yaml(std::make_shared<Source>("api/swagger.yaml", "a: {b: [x, y]}\n"));
  }

  Resolution resolve(std::string_view text, bool any_text = false) {
    ReferenceResolver resolver(store_, *document_);
    return resolver.resolve(document_->root(), text, any_text);
  }

  testing::FakeFileSystem files_;
  DocumentStore store_{files_};
  DocumentPtr document_;
};

TEST_F(References, LeadIntoTheSameDocument) {
  EXPECT_EQ(resolve("#/a/b/1").target.text(), "y");
  EXPECT_EQ(resolve("#").target, document_->root());
}

TEST_F(References, LeadIntoFilesBesideTheHolder) {
  EXPECT_EQ(resolve("common.yaml#/Pizza").target.raw(), "{type: object}");
  EXPECT_EQ(resolve("./x/../common.yaml#/a~1b/c%20d").target.text(), "here");
  EXPECT_EQ(resolve("list#/0").target.text(), "a");
}

TEST_F(References, SayWhereTheyLeave) {
  const auto lost = resolve("common.yaml#/Piza/type");
  EXPECT_EQ(lost.outcome, Resolution::Outcome::kNoTarget);
  EXPECT_EQ(lost.message, "`common.yaml#/Piza/type` leads nowhere: there is no `Piza` at the root");
  EXPECT_EQ(lost.help, "`Pizza` is close");
  EXPECT_EQ(resolve("common.yaml#Pizza").outcome, Resolution::Outcome::kNoTarget);
  EXPECT_EQ(resolve("common.yaml/#Pizza").outcome, Resolution::Outcome::kNoTarget);
  EXPECT_EQ(resolve("absent.yaml").outcome, Resolution::Outcome::kNoFile);
}

TEST_F(References, DoNotFollowUrls) {
  EXPECT_EQ(resolve("https://tizza.com/a.yaml#/a").outcome, Resolution::Outcome::kRemote);
  EXPECT_EQ(resolve("//tizza.com/a.yaml").outcome, Resolution::Outcome::kRemote);
}

TEST_F(References, TakeAnyTextWhereTheLanguageIsForeign) {
  const auto found = resolve("pizza.proto#/Pizza", true);
  EXPECT_EQ(found.outcome, Resolution::Outcome::kFound);
  EXPECT_FALSE(found.target);
  EXPECT_EQ(resolve("absent.proto", true).outcome, Resolution::Outcome::kNoFile);
}

}  // namespace
}  // namespace tizza::spec
