#pragma once
#include "spec/rule.hpp"

/// What the rules about examples and defaults share.
namespace tizza::spec {

/// Whether tizza can hold values to schemas of this `schemaFormat`: those of AsyncAPI and JSON
/// Schema, and where nothing is said.
bool is_known_schema_format(Node schema_format);

/// Checks the default of a schema that is the payload of a message, or its examples.
void check_payload_default(const TypedNode& schema, RuleContext& context);
void check_payload_examples(const TypedNode& schema, RuleContext& context);

/// The same for any other schema.
void check_schema_default(const TypedNode& schema, RuleContext& context);
void check_schema_examples(const TypedNode& schema, RuleContext& context);

/// Checks the examples of a message, or of a trait, against its payload and headers. Those of a
/// trait are examples of each message that takes it.
void check_message_examples(const TypedNode& message, RuleContext& context);

}  // namespace tizza::spec
