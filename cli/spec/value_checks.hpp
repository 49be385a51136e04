#pragma once
#include <string>

#include "spec/description.hpp"
#include "spec/finding.hpp"
#include "spec/grammar.hpp"

namespace tizza::spec {

/// Where the walk stands: under which key, for messages and for pointing.
struct Standing {
  uint32_t parent = 0;        ///< The typed node around the value.
  Node label;                 ///< The nearest key above the value, or above the reference to it.
  bool in_list = false;       ///< The key is that of the list that holds the value.
  bool by_reference = false;  ///< The key is far from the value.

  /// What stands under `key` here.
  static Standing under(uint32_t parent, Node key) { return {parent, key, false, false}; }

  Name name() const { return {label ? label.id() : kNoIndex, in_list}; }
};

/// The value as messages name it: its key, or `an item of` the list's key.
std::string subject(const Standing& at);

/// Where to point for a value: at a scalar itself, at the key of a collection, or at its first one.
Place spot(Node value, const Standing& at);

/// Whether the kind of a value is one that the type takes, whatever it holds.
bool accepts_kind(const Type& type, Node node);

/// Checks a scalar against one of the scalar types: kind, values, format and range.
void check_scalar(const Type& type, Node node, const Standing& at, RuleFindings& findings);

/// Reports that a value is not of the kind that the type asks for.
void report_wrong_kind(const Type& type, Node node, const Standing& at, RuleFindings& findings);

/// Checks the number of entries of a map.
void check_map(const Type& type, Node map, const Standing& at, RuleFindings& findings);

/// Checks the length of a list and, where the type asks for it, that no two items are equal.
void check_list(const Type& type, Node list, const Standing& at, RuleFindings& findings);

}  // namespace tizza::spec
