#include "platform/curl_http.hpp"

#include <gtest/gtest.h>

#include "support/fake_interrupts.hpp"
#include "support/local_server.hpp"

namespace tizza::platform {
namespace {

using namespace std::chrono_literals;
using testing::http_answer;

class CurlHttpTest : public ::testing::Test {
 protected:
  static HttpRequest get(const std::string& url) {
    HttpRequest request;
    request.url = url;
    return request;
  }

  testing::FakeInterrupts interrupts_;
  CurlHttp http_{interrupts_};
  testing::LocalServer server_{[](const std::string& request) { return answer(request); }};

  static std::string answer(const std::string& request) {
    const std::string path = request.substr(0, request.find(" HTTP"));
    if (path == "GET /ok") return http_answer("200 OK", "up", "X-Trace: 7\r\n");
    if (path == "HEAD /ok") return http_answer("200 OK", "");
    if (path == "GET /down") return http_answer("503 Service Unavailable", "down");
    if (path == "GET /moved") return http_answer("302 Found", "", "Location: /ok\r\nX-Old: 1\r\n");
    if (path == "GET /loop") return http_answer("302 Found", "", "Location: /loop\r\n");
    if (path == "GET /file")
      return http_answer("302 Found", "", "Location: file:///etc/passwd\r\n");
    if (path == "GET /large") return http_answer("200 OK", std::string(5000, 'x'));
    if (path == "GET /silent") return "";
    if (path == "GET /cut") return "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
    return http_answer("200 OK", request);
  }
};

TEST_F(CurlHttpTest, GivesStatusBodyAndHeaders) {
  const auto response = http_.send(get(server_.url("/ok")));
  ASSERT_TRUE(response.ok()) << response.error().diagnostic.message;
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body, "up");
  EXPECT_EQ(response->headers.at("x-trace"), "7");
}

TEST_F(CurlHttpTest, TakesAnErrorStatusAsAnAnswer) {
  EXPECT_EQ(http_.send(get(server_.url("/down")))->status, 503);
}

TEST_F(CurlHttpTest, SendsMethodBodyAndHeaders) {
  HttpRequest request = get(server_.url("/hook"));
  request.method = "POST";
  request.body = "{\"text\":\"revert\"}";
  request.headers["Content-Type"] = "application/json";
  const std::string seen = http_.send(request)->body;
  EXPECT_TRUE(seen.starts_with("POST /hook HTTP/1.1\r\n"));
  EXPECT_NE(seen.find("Content-Type: application/json\r\n"), std::string::npos);
  EXPECT_TRUE(seen.ends_with("\r\n\r\n{\"text\":\"revert\"}"));
  EXPECT_EQ(seen.find("Expect:"), std::string::npos);
  request.method = "DELETE";
  request.body.clear();
  EXPECT_TRUE(http_.send(request)->body.starts_with("DELETE /hook"));
  request.url = server_.url("/ok");
  request.method = "HEAD";
  EXPECT_EQ(http_.send(request)->status, 200);
}

TEST_F(CurlHttpTest, FollowsRedirectsWithinBounds) {
  const auto response = http_.send(get(server_.url("/moved")));
  EXPECT_EQ(response->body, "up");
  EXPECT_FALSE(response->headers.contains("x-old"));
  EXPECT_NE(http_.send(get(server_.url("/loop"))).error().diagnostic.message.find("redirects"),
            std::string::npos);
  EXPECT_FALSE(http_.send(get(server_.url("/file"))).ok());
  HttpRequest request = get(server_.url("/moved"));
  request.max_redirects = 0;
  EXPECT_EQ(http_.send(request)->status, 302);
}

TEST_F(CurlHttpTest, RefusesMoreThanAsked) {
  HttpRequest request = get(server_.url("/large"));
  request.max_response_bytes = 4999;
  EXPECT_EQ(http_.send(request).error().diagnostic.message,
            "no answer from `" + request.url + "`: more than 4999 bytes");
  request.max_response_bytes = 5000;
  EXPECT_EQ(http_.send(request)->body.size(), 5000u);
}

TEST_F(CurlHttpTest, StopsWaiting) {
  HttpRequest request = get(server_.url("/silent"));
  request.timeout = 50ms;
  EXPECT_EQ(http_.send(request).error().diagnostic.message,
            "no answer from `" + request.url + "`: nothing came within 0.05 s");
}

TEST_F(CurlHttpTest, StopsForASignal) {
  interrupts_.hold();
  interrupts_.raise(SIGTERM);
  EXPECT_EQ(http_.send(get(server_.url("/silent"))).error().verdict, Verdict::kTerminated);
  interrupts_.take();
  interrupts_.release();
}

TEST_F(CurlHttpTest, NoticesHalfAnAnswer) {
  EXPECT_FALSE(http_.send(get(server_.url("/cut"))).ok());
}

TEST_F(CurlHttpTest, SaysWhyThereIsNoAnswer) {
  EXPECT_EQ(http_.send(get("http://ana:hunter2@127.0.0.1:1/x")).error().diagnostic.message,
            "no answer from `http://***@127.0.0.1:1/x`: connection refused");
  EXPECT_EQ(http_.send(get("file:///etc/passwd")).error().diagnostic.message,
            "no answer from `file:///etc/passwd`: only http and https are spoken here");
  EXPECT_FALSE(http_.send(get("")).ok());
}

TEST_F(CurlHttpTest, ConnectsToAPort) {
  EXPECT_TRUE(http_.connect("127.0.0.1", server_.port(), 1s));
  EXPECT_EQ(http_.connect("127.0.0.1", 1, 1s).error().diagnostic.message,
            "no connection to `127.0.0.1:1`: connection refused");
}

}  // namespace
}  // namespace tizza::platform
