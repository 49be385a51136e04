#include "expr/methods.hpp"

#include "base/strings.hpp"

namespace tizza::expr {
namespace {

using Table = StringMap<MethodSpec>;

Table to_table(std::initializer_list<std::vector<MethodSpec> (*)()> parts) {
  Table table;
  for (auto* part : parts) {
    for (const auto& method : part()) table.emplace(method.name, method);
  }
  return table;
}

const Table& dict_table() {
  static const Table kDict = to_table({dict_methods});
  return kDict;
}

const Table* table_of(const Object& owner) {
  static const Table kText = to_table({text_methods, text_split_methods, text_search_methods});
  static const Table kList = to_table({list_methods});
  static const Table kTuple = to_table({tuple_methods});
  static const Table kInt = to_table({int_methods});
  static const Table kFloat = to_table({float_methods});
  if (owner.is_string()) return &kText;
  if (owner.is_dict()) return &dict_table();
  if (owner.is_list()) return &kList;
  if (owner.is_int()) return &kInt;
  if (owner.is_float()) return &kFloat;
  const bool is_fixed = owner.is_sequence() &&
                        (owner.is_tuple() || owner.sequence().flavor == Sequence::Flavor::kRange);
  return is_fixed ? &kTuple : nullptr;
}

}  // namespace

const MethodSpec* find_method(const Object& owner, std::string_view name) {
  const Table* table = table_of(owner);
  if (!table) return nullptr;
  const auto found = table->find(name);
  return found == table->end() ? nullptr : &found->second;
}

bool is_dict_method(std::string_view name) {
  return dict_table().find(name) != dict_table().end();
}

}  // namespace tizza::expr
