#include "expr/convert.hpp"

#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/missing.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {

Object to_object(Heap& heap, const Value& value, uint32_t depth) {
  check_nesting(depth);
  heap.charge(1);
  if (const auto* boolean = value.as_bool()) return *boolean;
  if (const auto* integer = value.as_int()) return *integer;
  if (const auto* real = value.as_double()) return *real;
  if (const auto* text = value.as_string()) return Object(std::string_view(*text));
  if (const auto* list = value.as_list()) {
    Objects items = heap.objects();
    items.reserve(list->size());
    for (const auto& item : *list) items.push_back(to_object(heap, item, depth + 1));
    return heap.list(std::move(items));
  }
  if (const auto* mapping = value.as_mapping()) {
    Dict* dict = heap.dict();
    for (const auto& [key, member] : *mapping) dict->set(key, to_object(heap, member, depth + 1));
    return Object(dict);
  }
  return {};
}

Value to_value(Heap& heap, const Object& object, uint32_t depth) {
  check_nesting(depth);
  heap.charge(1);
  switch (object.kind()) {
    case Kind::kUndefined:
      fail_missing(object.missing());
    case Kind::kNone:
      return {};
    case Kind::kBool:
      return object.boolean();
    case Kind::kInt:
      return object.integer();
    case Kind::kFloat:
      return object.real();
    case Kind::kString:
      return object.text();
    case Kind::kNative:
      break;
    case Kind::kDict: {
      Value::Mapping mapping;
      for (const auto& [key, value] : object.dict().entries()) {
        mapping.emplace_back(to_text(heap, key), to_value(heap, value, depth + 1));
      }
      return mapping;
    }
    case Kind::kSequence: {
      Value::List list;
      for (size_t i = object.sequence().next; i < object.sequence().items.size(); ++i) {
        list.push_back(to_value(heap, object.sequence().items[i], depth + 1));
      }
      return list;
    }
  }
  throw Failure("a `" + std::string(type_name(object)) + "` is no data");
}

}  // namespace tizza::expr
