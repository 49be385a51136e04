#pragma once
#include <string_view>
#include <vector>

#include "expr/call.hpp"

namespace tizza::expr {

/// A method of str, list, tuple, range, dict, int or float.
struct MethodSpec {
  std::string_view name;
  Object (*run)(Call& call);
  Signature signature = {};
};

/// The method of this name that the value has, or null.
const MethodSpec* find_method(const Object& owner, std::string_view name);

/// Whether a dict has a method of this name, which hides a member of it.
bool is_dict_method(std::string_view name);

// The methods by what they belong to; those of str by what they do.
std::vector<MethodSpec> text_methods();
std::vector<MethodSpec> text_split_methods();
std::vector<MethodSpec> text_search_methods();
std::vector<MethodSpec> list_methods();
std::vector<MethodSpec> tuple_methods();
std::vector<MethodSpec> dict_methods();
std::vector<MethodSpec> int_methods();
std::vector<MethodSpec> float_methods();

}  // namespace tizza::expr
