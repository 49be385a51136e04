#pragma once
#include <cstdint>
#include <initializer_list>

namespace tizza::spec {

/// What an object of a description is, whatever the format: rules, diff and search ask for these.
enum class NodeType : uint8_t {
  kNone,  ///< Checked by the grammar alone; nobody asks for it.
  kRoot,
  kInfo,
  kContact,
  kLicense,
  kTag,
  kExternalDocs,
  kServer,
  kServerVariable,
  kPaths,
  kWebhooks,
  kPathItem,
  kChannels,
  kChannel,
  kOperation,
  kOperationTrait,
  kOperations,
  kReply,
  kReplyAddress,
  kParameter,
  kItems,  ///< What an array parameter of Swagger 2.0 holds.
  kRequestBody,
  kResponses,
  kResponse,
  kHeader,
  kMediaType,
  kEncoding,
  kExample,
  kLink,
  kCallback,
  kMessage,
  kMessageTrait,
  kMessageChoice,  ///< `oneOf` of messages.
  kMessageExample,
  kCorrelationId,
  kSchema,
  kMultiFormatSchema,  ///< A schema with the name of its language, since AsyncAPI 3.
  kDiscriminator,
  kXml,
  kSecurityScheme,
  kSecurityRequirement,
  kOAuthFlows,
  kOAuthFlow,
  kScopes,
  kServerBindings,
  kChannelBindings,
  kOperationBindings,
  kMessageBindings,
  kComponents,
  kCount,
};

/// A set of node types.
class NodeTypes {
 public:
  constexpr NodeTypes() = default;
  constexpr NodeTypes(NodeType type) : bits_(uint64_t{1} << static_cast<uint32_t>(type)) {}
  constexpr NodeTypes(std::initializer_list<NodeType> types) {
    for (const NodeType type : types) bits_ |= NodeTypes(type).bits_;
  }

  constexpr bool has(NodeType type) const { return (bits_ & NodeTypes(type).bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static_assert(static_cast<uint32_t>(NodeType::kCount) <= 64);
  uint64_t bits_ = 0;
};

}  // namespace tizza::spec
