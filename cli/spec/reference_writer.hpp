#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "spec/component_places.hpp"
#include "text/value.hpp"

namespace tizza::spec {

/// Writes parts of a description as plain data in which every reference fits the bundled file.
class ReferenceWriter {
 public:
  /// Behind `most_values` written values it only writes nothings.
  ReferenceWriter(const ApiDescription& api, ComponentPlaces& places, bool dereference,
                  size_t most_values)
      : api_(api), places_(places), dereference_(dereference), most_values_(most_values) {}

  /// The node with all references below it rewritten or replaced.
  Value write(Node node);

  /// Whether what the reference names has to stand in its place, as no component can hold it.
  bool is_inlined(const Reference& reference);

  /// The text that the reference must have from now on.
  std::string text_of(const Reference& reference);

  /// What stands in the place of an inlined reference.
  Value inlined(const Reference& reference);

  /// Pointers of references that were kept because they lead back into themselves.
  const std::vector<std::string>& circles() const { return circles_; }
  /// Whether the result would pass all bounds; what was written is then cut short.
  bool is_too_large() const { return written_ > most_values_; }

 private:
  Value write_reference(Node node, const Reference& reference);
  Value beside(Node holder, const Reference& reference, Value target);

  const ApiDescription& api_;
  ComponentPlaces& places_;
  bool dereference_;
  size_t most_values_;
  std::vector<Node> open_;  ///< The targets that are being written.
  std::vector<std::string> circles_;
  size_t written_ = 0;
};

}  // namespace tizza::spec
