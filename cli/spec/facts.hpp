#pragma once
#include <unordered_set>
#include <vector>

#include "spec/description.hpp"
#include "spec/role.hpp"

namespace tizza::spec {

/// An operation as it is reached: `paths./pizza.get`, `channels.pizza.deleted.publish` or, in
/// AsyncAPI 3, `operations.announcePizza`. An operation in a shared path item is reached several
/// times, of which the first 100 count.
struct OperationUse {
  Node address;  ///< Of the path or channel, as in AddressUse.
  Node item;  ///< The path or channel item, references followed; nothing where they lead nowhere.
  Node verb;  ///< The key `get` or `publish`; in AsyncAPI 3 the name of the operation.
  Node operation;  ///< The operation itself, references followed.
  Role role = Role::kNone;
};

/// A path or a channel as it is reached.
struct AddressUse {
  /// The text that goes over the wire: the key of the path or channel; in AsyncAPI 3 the channel's
  /// `address`, nothing where that is not known yet.
  Node address;
  Node key;   ///< Under which the path or channel stands.
  Node item;  ///< References followed.
};

/// What many rules ask of a whole description, worked out once.
class Facts {
 public:
  explicit Facts(const ApiDescription& api);

  const std::vector<AddressUse>& addresses() const { return addresses_; }
  /// Those of the paths, or of the channels.
  const std::vector<OperationUse>& operations() const { return operations_; }
  /// Those of the webhooks of OpenAPI, whose address is the webhook's name.
  const std::vector<OperationUse>& webhooks() const { return webhooks_; }
  /// Those of the callbacks of OpenAPI, whose address is the runtime expression.
  const std::vector<OperationUse>& callbacks() const { return callbacks_; }

  /// Whether the schema is a part of a larger one (`allOf`, `anyOf`, `oneOf`, `not`, `if` and the
  /// like), here or by a reference: then other parts may say what this one leaves out.
  bool is_part(const TypedNode& schema) const { return parts_.count(schema.node) != 0; }

 private:
  void collect_asyncapi2(const ApiDescription& api);
  void collect_asyncapi3(const ApiDescription& api);
  void collect_paths(const ApiDescription& api);
  void collect_parts(const ApiDescription& api);

  std::vector<AddressUse> addresses_;
  std::vector<OperationUse> operations_;
  std::vector<OperationUse> webhooks_;
  std::vector<OperationUse> callbacks_;
  std::unordered_set<Node, NodeHash> parts_;
};

}  // namespace tizza::spec
