#include "spec/wording.hpp"

#include <vector>

#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace tizza::spec {
namespace {

constexpr size_t kMostCharacters = 60;

}  // namespace

std::string shortened(std::string_view text) {
  const size_t end = utf8::byte_of_code_point(text, kMostCharacters);
  std::string shown(text.substr(0, end));
  for (char& c : shown) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return end < text.size() ? shown + "…" : shown;
}

std::string quoted(std::string_view text) {
  return "`" + shortened(text) + "`";
}

std::string described(Node node) {
  if (node.is_sequence()) return "a list";
  if (node.is_mapping()) return "a mapping";
  switch (node.type()) {
    case ScalarType::kNull:
      return node.text().empty() ? "empty" : "null";
    case ScalarType::kBool:
      return "the boolean " + quoted(node.text());
    case ScalarType::kInt:
      return "the integer " + quoted(node.text());
    case ScalarType::kFloat:
      return "the number " + quoted(node.text());
    case ScalarType::kString:
      break;
  }
  return "the string " + quoted(node.text());
}

std::string expectation(const Type& type) {
  if (type.shape != Shape::kEither) return std::string(noun(type));
  std::string text;
  for (const Type* alternative : type.alternatives) {
    if (!text.empty()) text += " or ";
    text += expectation(*alternative);
  }
  return text;
}

std::string_view noun(NodeType type) {
  switch (type) {
    case NodeType::kRoot:
      return "a whole description";
    case NodeType::kInfo:
      return "an info object";
    case NodeType::kContact:
      return "a contact";
    case NodeType::kLicense:
      return "a license";
    case NodeType::kTag:
      return "a tag";
    case NodeType::kExternalDocs:
      return "an external documentation";
    case NodeType::kServer:
      return "a server";
    case NodeType::kServerVariable:
      return "a server variable";
    case NodeType::kPaths:
      return "a mapping of paths";
    case NodeType::kWebhooks:
      return "a mapping of webhooks";
    case NodeType::kPathItem:
      return "a path item";
    case NodeType::kChannels:
      return "a mapping of channels";
    case NodeType::kChannel:
      return "a channel item";
    case NodeType::kOperation:
      return "an operation";
    case NodeType::kOperations:
      return "a mapping of operations";
    case NodeType::kReply:
      return "a reply";
    case NodeType::kReplyAddress:
      return "a reply address";
    case NodeType::kOperationTrait:
      return "an operation trait";
    case NodeType::kParameter:
      return "a parameter";
    case NodeType::kItems:
      return "an items object";
    case NodeType::kRequestBody:
      return "a request body";
    case NodeType::kResponses:
      return "a mapping of responses";
    case NodeType::kResponse:
      return "a response";
    case NodeType::kHeader:
      return "a header";
    case NodeType::kMediaType:
      return "a media type";
    case NodeType::kEncoding:
      return "an encoding";
    case NodeType::kExample:
      return "an example";
    case NodeType::kLink:
      return "a link";
    case NodeType::kCallback:
      return "a callback";
    case NodeType::kMessage:
    case NodeType::kMessageChoice:
      return "a message";
    case NodeType::kMessageTrait:
      return "a message trait";
    case NodeType::kMessageExample:
      return "a message example";
    case NodeType::kCorrelationId:
      return "a correlation id";
    case NodeType::kSchema:
    case NodeType::kMultiFormatSchema:
      return "a schema";
    case NodeType::kDiscriminator:
      return "a discriminator";
    case NodeType::kXml:
      return "an XML object";
    case NodeType::kSecurityScheme:
      return "a security scheme";
    case NodeType::kSecurityRequirement:
      return "a security requirement";
    case NodeType::kOAuthFlows:
      return "OAuth flows";
    case NodeType::kOAuthFlow:
      return "an OAuth flow";
    case NodeType::kScopes:
      return "a mapping of scopes";
    case NodeType::kServerBindings:
      return "server bindings";
    case NodeType::kChannelBindings:
      return "channel bindings";
    case NodeType::kOperationBindings:
      return "operation bindings";
    case NodeType::kMessageBindings:
      return "message bindings";
    case NodeType::kComponents:
      return "a components object";
    case NodeType::kNone:
    case NodeType::kCount:
      break;
  }
  return "something else";
}

bool stands_before(Node a, Node b) {
  return &a.document() == &b.document() && a.span().begin < b.span().begin;
}

std::string other_use(Node other, Node node) {
  return stands_before(node, other) ? "also used here" : "first used here";
}

std::string choices(std::span<const std::string_view> values) {
  return quoted_list(std::vector<std::string>(values.begin(), values.end()), "or");
}

}  // namespace tizza::spec
