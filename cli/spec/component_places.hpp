#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "spec/description.hpp"

namespace tizza::spec {

/// The pointer of the mapping that holds reusable objects of a type: `/components/schemas`, or
/// `/definitions` in Swagger 2.0. Nothing where the version has none.
std::optional<std::string> section_of(NodeType type, Version version);

/// The same for what a reference leads to.
std::optional<std::string> section_of(const Reference& reference, Version version);

/// The name that a component has by the text of a reference to it: the last part of the pointer, or
/// the name of the file, in the letters that a component may have.
std::string component_name(std::string_view reference);

/// Gives names in one description to what its references find elsewhere. Names come from the
/// references, in their order; one that is taken gets a number: `Pizza-2`.
class ComponentPlaces {
 public:
  /// What comes into the description from outside.
  struct Entry {
    std::string section;  ///< `/components/schemas`
    std::string name;
    Node node;
  };

  explicit ComponentPlaces(const ApiDescription& api);

  /// The `$ref` under which the bundled description has what the reference names: where it stands
  /// already or, from now on, as a component. What has no section for its type, such as an
  /// operation, is where a path item was taken in, or stays in its file.
  std::optional<std::string> find(const Reference& reference);

  /// Whether the reference is all that one of the description's own components says: then what it
  /// names is to stand there, and every other reference to it leads there.
  bool is_home(const Reference& reference) const;

  /// The end of a chain of plain references; a mapping that says more than `$ref` is an end.
  Node end_of(const Reference& reference) const;

  /// Everything that found a place, in that order; grows with find().
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::string free_name(const std::string& section, const Reference& reference);
  std::string place_of_part(Node part) const;

  const ApiDescription& api_;
  std::unordered_map<Node, Node, NodeHash> homes_;  ///< From the end to the component's holder.
  /// The same for what the bundle takes in where it is used, as it is no component.
  std::unordered_map<Node, Node, NodeHash> taken_in_;
  std::vector<Entry> entries_;
  std::unordered_map<Node, size_t, NodeHash> known_;
  std::map<std::string, std::set<std::string>> taken_;  ///< Names by section.
};

}  // namespace tizza::spec
