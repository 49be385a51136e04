// Commands that read descriptions follow references to URLs where they are allowed to.
#include <gtest/gtest.h>

#include "app/run.hpp"
#include "support/fake_context.hpp"

namespace tizza::testing {
namespace {

class RemoteReferences : public ::testing::Test {
 protected:
  RemoteReferences() {
    fake_.files.add("openapi.yaml",
                    "openapi: 3.0.4\n"
                    "info: {title: culinary-service, version: 0.1.0}\n"
                    "paths: {}\n"
                    "components:\n"
                    "  schemas:\n"
                    "    Menu:\n"
                    "      type: array\n"
                    "      items: {$ref: 'https://tizza.com/schemas.yaml#/Pizza'}\n");
    fake_.http.answer("GET https://tizza.com/schemas.yaml", 200,
                      "Pizza: {type: object, properties: {dough: {$ref: '#/Dough'}}}\n"
                      "Dough: {type: string}\n");
  }

  std::string run(std::vector<std::string> words, int code = 0) {
    EXPECT_EQ(app::run(words, fake_.context), code) << fake_.terminal.err_text();
    return fake_.terminal.out_text();
  }

  FakeContext fake_;
};

TEST_F(RemoteReferences, BecomeComponentsOfABundle) {
  EXPECT_EQ(run({"spec", "bundle", "openapi.yaml", "--allow-remote"}),
            "openapi: 3.0.4\n"
            "info: {title: culinary-service, version: 0.1.0}\n"
            "paths: {}\n"
            "components:\n"
            "  schemas:\n"
            "    Menu:\n"
            "      type: array\n"
            "      items: {$ref: '#/components/schemas/Pizza'}\n"
            "    Pizza:\n"
            "      type: object\n"
            "      properties:\n"
            "        dough:\n"
            "          $ref: \"#/components/schemas/Dough\"\n"
            "    Dough:\n"
            "      type: string\n");
}

TEST_F(RemoteReferences, StayInABundleWhereTheyAreNotFollowed) {
  EXPECT_NE(run({"spec", "bundle", "openapi.yaml"}).find("$ref: 'https://tizza.com/"),
            std::string::npos);
  EXPECT_TRUE(fake_.http.requests().empty());
}

TEST_F(RemoteReferences, StopABundleWhereTheHostIsNotAllowed) {
  EXPECT_EQ(run({"spec", "bundle", "openapi.yaml", "--allow-remote", "--remote-host", "a.com"}, 1),
            "");
  EXPECT_NE(fake_.terminal.err_text().find("https://tizza.com/schemas.yaml"), std::string::npos);
}

TEST_F(RemoteReferences, AreSearchedAndCounted) {
  EXPECT_NE(run({"spec", "search", "dough", "openapi.yaml", "--allow-remote"}).find("dough"),
            std::string::npos);
  EXPECT_NE(run({"spec", "stats", "openapi.yaml", "--allow-remote", "--json"}).find("\"files\":2"),
            std::string::npos);
}

}  // namespace
}  // namespace tizza::testing
