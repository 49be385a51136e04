#include "spec/remote_files.hpp"

#include <gtest/gtest.h>

#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"
#include "support/fake_http.hpp"

namespace tizza::spec {
namespace {

constexpr auto kUrl = "https://tizza.com/schemas/pizza.yaml";

class Remote : public ::testing::Test {
 protected:
  Result<std::string> read(RemoteOptions options = {}) {
    return RemoteFiles(http_, files_, std::move(options)).read(kUrl);
  }

  testing::FakeHttp http_;
  testing::FakeFileSystem files_;
};

TEST_F(Remote, FilesAreRead) {
  http_.answer(std::string("GET ") + kUrl, 200, "type: object\n");
  EXPECT_EQ(*read(), "type: object\n");
  EXPECT_EQ(http_.requests()[0].max_response_bytes, 16u << 20);
}

TEST_F(Remote, OtherAnswersAreErrors) {
  http_.answer(std::string("GET ") + kUrl, 404, "none");
  EXPECT_EQ(read().error().diagnostic.message, "`" + std::string(kUrl) + "` answers 404");
}

TEST_F(Remote, HostsAreAllowedByName) {
  http_.answer(std::string("GET ") + kUrl, 200, "a: 1\n");
  const auto refused = read({.hosts = {"example.com"}, .cache_folder = {}});
  EXPECT_EQ(refused.error().diagnostic.message, "host `tizza.com` is not allowed");
  EXPECT_TRUE(http_.requests().empty());
  EXPECT_TRUE(read({.hosts = {"Tizza.com"}, .cache_folder = {}}).ok());
  EXPECT_EQ(http_.requests()[0].max_redirects, 0);
}

TEST_F(Remote, CopiesSpareTheTransferAndStandIn) {
  const RemoteOptions options = {.hosts = {}, .cache_folder = "cache"};
  http_.answer(std::string("GET ") + kUrl, HttpResponse{200, "a: 1\n", {{"etag", "\"v1\""}}});
  EXPECT_EQ(*read(options), "a: 1\n");
  testing::FakeHttp unchanged;
  unchanged.answer(std::string("GET ") + kUrl, 304);
  EXPECT_EQ(*RemoteFiles(unchanged, files_, options).read(kUrl), "a: 1\n");
  EXPECT_EQ(unchanged.requests()[0].headers.at("If-None-Match"), "\"v1\"");
  testing::FakeHttp unreachable;
  EXPECT_EQ(*RemoteFiles(unreachable, files_, options).read(kUrl), "a: 1\n");
}

TEST_F(Remote, ReferencesAreFollowedAndRelativeToTheirUrl) {
  http_.answer("GET https://tizza.com/schemas/pizza.yaml", 200,
               "Pizza: {type: object, properties: {size: {$ref: 'size.yaml#/Sise'}}}\n");
  http_.answer("GET https://tizza.com/schemas/size.yaml", 200, "Size: {type: integer}\n");
  files_.add("swagger.yaml",
             "swagger: '2.0'\ninfo: {title: a, version: '1'}\npaths: {}\n"
             "definitions: {Pizza: {$ref: 'https://tizza.com/schemas/pizza.yaml#/Pizza'}}\n");
  RemoteFiles remote(http_, files_, {});
  ValidateOptions options;
  options.remote = &remote;
  const auto report = validate(find_inputs(files_, {"swagger.yaml"}), std::nullopt, files_,
                               recommended_rules(), options);
  ASSERT_FALSE(report.findings.empty());
  const Diagnostic& finding = report.findings.back();
  EXPECT_EQ(finding.rule, "invalid-ref");
  EXPECT_EQ(finding.at ? finding.at.source->path() : finding.path, kUrl);
}

}  // namespace
}  // namespace tizza::spec
