#include "playbook/masker.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/strings.hpp"
#include "engine_world.hpp"
#include "expr/template.hpp"
#include "playbook/secrets.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

constexpr uint32_t kSeeds = 400;

/// Secrets that are hard to keep: quotes, signs of shells and markup, several that overlap.
class Hider {
 public:
  explicit Hider(uint32_t seed) : random_(seed) {
    const size_t count = 1 + below(3);
    while (secrets.size() < count) {
      std::string secret;
      const size_t length = 4 + below(8);
      for (size_t i = 0; i < length; ++i) secret += pick();
      if (!refuse_secret(secret)) secrets.push_back(secret);
    }
  }

  size_t below(size_t limit) {
    return std::uniform_int_distribution<size_t>(0, limit - 1)(random_);
  }
  std::string_view pick() {
    static constexpr std::string_view kPieces[] = {"a", "b", "'", "\"", "\\", "$", "`", "<",
                                                   "&", "/", "%", " ",  "ä",  "*", "n", "aa"};
    return kPieces[below(std::size(kPieces))];
  }

  /// One of the secrets as tizza may write it.
  std::string hidden() {
    const std::string& secret = secrets[below(secrets.size())];
    static constexpr std::string_view kTemplates[] = {"{{ s }}", "{{ s | tojson }}",
                                                      "{{ s | urlencode }}", "{{ s | e }}"};
    const std::string_view how = kTemplates[below(std::size(kTemplates))];
    Value names;
    names.set("s", secret);
    switch (below(4)) {
      case 0:
        return shell_quote(secret);
      case 1:
        return json_quote(shell_quote(secret));
      case 2:
        return json_quote(secret);
      default:
        return *expr::render(std::make_shared<Source>("t", std::string(how)), names);
    }
  }

  std::string text() {
    std::string all;
    for (size_t i = below(6); i > 0; --i) {
      for (size_t noise = below(5); noise > 0; --noise) all += pick();
      all += hidden();
    }
    return all;
  }

  /// Whether no secret can be read in a text.
  bool is_kept(const std::string& shown) const {
    for (const std::string& secret : secrets) {
      if (shown.find(secret) != std::string::npos) return false;
    }
    return true;
  }

  std::vector<std::string> secrets;

 private:
  std::mt19937 random_;
};

TEST(Masker, KeepsSecretsInEveryEncodingAndAtEveryBorder) {
  for (uint32_t seed = 1; seed <= kSeeds; ++seed) {
    Hider hider(seed);
    const Masker masker(hider.secrets);
    const std::string text = hider.text();
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + text);
    const std::string whole = masker.mask(text);
    ASSERT_TRUE(hider.is_kept(whole)) << whole;
    for (size_t border = 0; border <= text.size(); ++border) {
      StreamMasker stream(masker);
      std::string shown = stream.pass(std::string_view(text).substr(0, border));
      ASSERT_TRUE(hider.is_kept(shown));
      shown += stream.pass(std::string_view(text).substr(border));
      shown += stream.rest();
      ASSERT_EQ(shown, whole) << "at " << border;
    }
    StreamMasker stream(masker);
    std::string shown;
    for (const char byte : text) shown += stream.pass({&byte, 1});
    ASSERT_EQ(shown + stream.rest(), whole);
  }
}

TEST(Masker, LeavesOtherTextAsItIs) {
  const Masker masker({"s3cret"});
  EXPECT_EQ(masker.mask("a s3cre and a t"), "a s3cre and a t");
  EXPECT_EQ(masker.mask("xs3crets3cretx"), "x******x");
  StreamMasker stream(masker);
  EXPECT_EQ(stream.pass("all s3"), "all ");
  EXPECT_EQ(stream.pass("x"), "s3x");
  EXPECT_EQ(stream.pass("s3cre"), "");
  EXPECT_EQ(stream.rest(), "s3cre");
}

TEST(Masker, MasksTheTextsOfAValueOnly) {
  Value value;
  value.set("s3cret", Value::List{"a s3cret", 1, nullptr});
  EXPECT_EQ(write_json(Masker({"s3cret"}).masked(value)), R"({"s3cret":["a ***",1,null]})");
}

TEST(Secrets, OnesThatCannotBeKeptAreRefused) {
  EXPECT_EQ(refuse_secret("s3cr"), std::nullopt);
  EXPECT_EQ(refuse_secret("ääää"), std::nullopt);
  for (const char* bad :
       {"", "abc", "äöü", "two\nlines", "a***b", "bad \xff utf8", "done", "fail"}) {
    EXPECT_NE(refuse_secret(bad), std::nullopt) << bad;
  }
}

/// Everything that leaves a run: what is shown, kept, sent.
std::string sinks(const EngineWorld& world) {
  std::string all = join(world.person.log, "\n") + world.files.text(kJournal);
  for (const HttpRequest& request : world.http.requests()) {
    if (request.url == world.chat.webhook_url) all += request.body;
  }
  for (const ProcessRequest& request : world.processes.requests()) all += join(request.argv, " ");
  return all;
}

TEST(Secrets, LeaveARunNowhere) {
  for (uint32_t seed = 1; seed <= kSeeds / 4; ++seed) {
    Hider hider(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    EngineWorld world(
        "  - {id: a, run: [deploy, again], secret: token, capture: said, repeat: safe}\n"
        "  - {id: b, http: {url: \"https://t.com/{{ token | urlencode }}\", method: POST, "
        "body: \"{{ token | upper }}\"}, on_failure: continue}\n"
        "  - {id: c, announce: \"#alerts\", message: \"it said {{ said }}\"}\n"
        "  - {id: d, run: worse, ssh: host, secret: token}\n",
        "inputs: {token: {secret: true}}\n");
    world.settings = {.yes_to = YesTo::kAll};
    world.secrets = {{"token", hider.secrets.front()}};
    hider.secrets.resize(1);
    world.chat = {"https://hooks.tizza.com/T0", "TIZZA_CHAT_WEBHOOK"};
    const std::string said = hider.text();
    world.processes.answer("*", ProcessResult{.output = said, .errors = hider.text()});
    world.http.answer("*", 503, hider.text());
    EXPECT_TRUE(world.run().ok());
    const std::string all = sinks(world);
    ASSERT_TRUE(hider.is_kept(all)) << hider.secrets.front() << "\n" << all;
  }
}

TEST(Secrets, ReachCommandsByTheEnvironmentOrStandardInput) {
  EngineWorld world(
      "  - {id: a, run: deploy, secret: token}\n"
      "  - {id: b, run: deploy, secret: [token], ssh: host}\n"
      "  - {id: c, run: deploy, secret: [token], become: root}\n"
      "  - {id: d, run: deploy}\n",
      "inputs: {token: {secret: true}}\n");
  world.settings = {.yes_to = YesTo::kAll};
  world.secrets = {{"token", "it's a s3cret"}};
  world.processes.answer("*", ProcessResult{});
  ASSERT_TRUE(world.run().ok());
  const auto& requests = world.processes.requests();
  ASSERT_EQ(requests.size(), 4u);
  EXPECT_EQ(requests[0].environment.at("token"), "it's a s3cret");
  EXPECT_EQ(requests[0].input, "");
  for (size_t i = 1; i < 3; ++i) {
    EXPECT_TRUE(requests[i].environment.empty());
    EXPECT_EQ(requests[i].input, "it's a s3cret\n");
  }
  EXPECT_TRUE(requests[3].environment.empty());
  EXPECT_EQ(requests[3].input, "");
}

}  // namespace
}  // namespace tizza::playbook
