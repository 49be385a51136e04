// Where the rules for AsyncAPI report, beyond what their own examples show.
#include <gtest/gtest.h>

#include "spec/detect.hpp"
#include "spec/lint.hpp"
#include "spec/rules/rule_table.hpp"
#include "support/fake_file_system.hpp"
#include "text/reader.hpp"

namespace tizza::spec {
namespace {

using Places = std::vector<std::string>;

/// The pointers at which one rule reports in a description, `info` added where it is absent.
Places places(std::string_view rule, const std::string& text) {
  const bool has_info = text.find("\ninfo:") != std::string::npos;
  const auto document = *read_yaml(std::make_shared<Source>(
      "api.yaml", "asyncapi: " + text + (has_info ? "" : "info: {title: a, version: b}\n")));
  const testing::FakeFileSystem files;
  DocumentStore store(files);
  const Version version = *version_of(*version_entry(*document));
  const Ruleset only = {{find_rule(rule), Severity::kError}};
  Places found;
  for (const Finding& finding : lint(document, version, store, only, 100).findings) {
    found.push_back(finding.at.node.pointer());
  }
  return found;
}

TEST(AsyncApiRules, MissingFieldsAreReportedAtTheirHolder) {
  EXPECT_EQ(places("asyncapi-info-contact", "3.0.0\n"), Places{"/info"});
  EXPECT_EQ(places("asyncapi-info-license-url", "3.0.0\n"), Places{"/info"});
  EXPECT_EQ(places("asyncapi-servers", "3.0.0\n"), Places{""});
  EXPECT_EQ(places("asyncapi-servers", "3.0.0\nservers: {}\n"), Places{"/servers"});
  EXPECT_EQ(places("asyncapi-tags", "2.6.0\nchannels: {}\n"), Places{""});
  EXPECT_EQ(places("asyncapi-3-operation-description", "3.0.0\noperations: {a: {action: send}}\n"),
            Places{"/operations/a"});
}

TEST(AsyncApiRules, EmptyFieldsAreReportedThemselves) {
  EXPECT_EQ(
      places("asyncapi-info-description", "3.0.0\ninfo: {title: a, version: b, description: ''}\n"),
      Places{"/info/description"});
  EXPECT_EQ(places("asyncapi-operation-description",
                   "2.6.0\nchannels: {a: {publish: {description: ''}}}\n"),
            Places{"/channels/a/publish/description"});
}

TEST(AsyncApiRules, PartsByReferenceAreReportedWhereTheyStand) {
  EXPECT_EQ(
      places("asyncapi-headers-schema-type-object",
             "2.6.0\nchannels: {a: {publish: {message: {headers: {$ref: '#/components/schemas/"
             "H'}}}}}\ncomponents: {schemas: {H: {properties: {}}}}\n"),
      Places{"/components/schemas/H"});
  EXPECT_EQ(places("asyncapi-3-tag-description",
                   "3.0.0\ninfo: {title: a, version: b, tags: [{$ref: '#/components/tags/t'}]}\n"
                   "components: {tags: {t: {name: t}}}\n"),
            Places{"/components/tags/t"});
}

TEST(AsyncApiRules, ParametersAreReportedInTheirMap) {
  EXPECT_EQ(places("asyncapi-channel-parameters",
                   "3.0.0\nchannels: {c: {address: 'a.{b}', parameters: {d: {}}}}\n"),
            (Places{"/channels/c/parameters", "/channels/c/parameters/d"}));
  EXPECT_EQ(places("asyncapi-channel-parameters", "3.0.0\nchannels: {c: {address: 'a.{b}'}}\n"),
            Places{"/channels/c/address"});
  EXPECT_EQ(places("asyncapi-channel-parameters", "3.0.0\nchannels: {c: {address: null}}\n"),
            Places());
}

TEST(AsyncApiRules, ServerVariablesHaveValuesThatTheyMayHave) {
  const std::string server = "servers: {s: {protocol: amqp, ";
  EXPECT_EQ(
      places("asyncapi-server-variables", "2.6.0\nchannels: {}\n" + server + "url: '{a}'}}\n"),
      Places{"/servers/s"});
  EXPECT_EQ(places("asyncapi-3-server-variables",
                   "3.0.0\n" + server +
                       "host: '{a}', pathname: '/{b}', variables: {a: {enum: [x], default: y}, "
                       "b: {}, c: {}}}}\n"),
            (Places{"/servers/s/variables/a/default", "/servers/s/variables/c"}));
}

TEST(AsyncApiRules, TheSecondOfTwoEqualIdsIsThatOfPublish) {
  const std::string channel =
      "2.6.0\nchannels: {a: {publish: {operationId: x}, subscribe: {operationId: x}}}\n";
  EXPECT_EQ(places("asyncapi-operation-operationId-uniqueness", channel),
            Places{"/channels/a/publish/operationId"});
}

TEST(AsyncApiRules, OneMessageUsedTwiceIsOneMessage) {
  EXPECT_EQ(places("asyncapi-message-messageId-uniqueness",
                   "2.6.0\nchannels: {a: {publish: {message: &m {messageId: x}}, subscribe: "
                   "{message: *m}}}\n"),
            Places());
}

TEST(AsyncApiRules, AComponentThatOnlyRefersToItselfIsUnused) {
  EXPECT_EQ(places("asyncapi-unused-components-schema",
                   "2.6.0\nchannels: {}\ncomponents: {schemas: {A: {items: {$ref: "
                   "'#/components/schemas/A'}}, B: {items: {$ref: '#/components/schemas/A'}}}}\n"),
            Places{"/components/schemas/B"});
}

TEST(AsyncApiRules, PayloadsHaveARuleOfTheirOwn) {
  const std::string text =
      "2.6.0\nchannels: {a: {publish: {message: {payload: {type: objekt}, title: [b]}}}}\n";
  EXPECT_EQ(places("asyncapi-payload", text), Places{"/channels/a/publish/message/payload/type"});
  EXPECT_EQ(places("asyncapi-schema", text), Places{"/channels/a/publish/message/title"});
}

TEST(AsyncApiRules, OperationsNameMessagesOfTheirChannel) {
  const std::string rest =
      "3.0.0\nchannels: {c: {messages: {m: {}}}, d: {messages: {m: {}}}}\n"
      "operations: {o: {action: send, channel: {$ref: '#/channels/c'}, messages: ";
  const auto rule = "asyncapi3-operation-messages-from-referred-channel";
  EXPECT_EQ(places(rule, rest + "[{$ref: '#/channels/c/messages/m'}]}}\n"), Places());
  EXPECT_EQ(places(rule, rest + "[{$ref: '#/channels/d/messages/m'}]}}\n"),
            Places{"/operations/o/messages/0/$ref"});
}

TEST(AsyncApiRules, ContentTypesHaveATypeAndASubtype) {
  EXPECT_EQ(places("asyncapi-content-type", "3.0.0\ndefaultContentType: application/json\n"),
            Places());
  EXPECT_EQ(places("asyncapi-content-type",
                   "3.0.0\ndefaultContentType: application/vnd.a+json; charset=utf-8\n"),
            Places());
  for (const std::string bad : {"json", "application/", "/json", "a b/c", "application/json/x"}) {
    EXPECT_EQ(places("asyncapi-content-type", "3.0.0\ndefaultContentType: " + bad + "\n"),
              Places{"/defaultContentType"})
        << bad;
  }
}

}  // namespace
}  // namespace tizza::spec
