#pragma once
#include <unordered_set>
#include <vector>

#include "spec/description.hpp"

namespace tizza::spec {

/// An operation as it is reached: `paths./pizza.get` or `channels.pizza.deleted.publish`. An
/// operation in a shared path item is reached several times, of which the first 100 count.
struct OperationUse {
  Node address;    ///< The key that holds the path, or the name of the channel.
  Node item;       ///< The path or channel item, references followed.
  Node verb;       ///< The key `get` or `publish`.
  Node operation;  ///< The operation itself.
};

/// A path or a channel as it is reached.
struct AddressUse {
  Node address;  ///< The key.
  Node item;     ///< References followed.
};

/// What many rules ask of a whole description, worked out once.
class Facts {
 public:
  explicit Facts(const ApiDescription& api);

  const std::vector<AddressUse>& addresses() const { return addresses_; }
  const std::vector<OperationUse>& operations() const { return operations_; }

  /// Whether the schema is a part of a larger one (`allOf`, `anyOf`, `oneOf`, `not`, `if` and the
  /// like), here or by a reference: then other parts may say what this one leaves out.
  bool is_part(const TypedNode& schema) const { return parts_.count(schema.node) != 0; }

 private:
  void collect(const ApiDescription& api, std::string_view holder,
               std::span<const std::string_view> verbs);
  void collect_parts(const ApiDescription& api);

  std::vector<AddressUse> addresses_;
  std::vector<OperationUse> operations_;
  std::unordered_set<Node, NodeHash> parts_;
};

}  // namespace tizza::spec
