#include "expr/methods.hpp"

#include "base/strings.hpp"

namespace tizza::expr {
namespace {

using Table = StringMap<MethodSpec>;

Table to_table(const std::vector<MethodSpec>& methods) {
  Table table;
  for (const auto& method : methods) table.emplace(method.name, method);
  return table;
}

const Table* table_of(const Object& owner) {
  static const Table kText = to_table(text_methods());
  static const Table kList = to_table(list_methods());
  static const Table kTuple = to_table(tuple_methods());
  static const Table kDict = to_table(dict_methods());
  if (owner.is_string()) return &kText;
  if (owner.is_dict()) return &kDict;
  if (owner.is_list()) return &kList;
  return owner.is_tuple() ? &kTuple : nullptr;
}

}  // namespace

const MethodSpec* find_method(const Object& owner, std::string_view name) {
  const Table* table = table_of(owner);
  if (!table) return nullptr;
  const auto found = table->find(name);
  return found == table->end() ? nullptr : &found->second;
}

}  // namespace tizza::expr
