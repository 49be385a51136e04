#include <algorithm>

#include "expr/dict.hpp"
#include "expr/interpreter.hpp"
#include "expr/methods.hpp"
#include "expr/missing.hpp"

namespace tizza::expr {
namespace {

Objects& items_of(Call& call) {
  return call.subject.sequence().items;
}

Object copy_items(Call& call) {
  Objects copy = call.heap.objects();
  copy = items_of(call);
  call.heap.charge(copy.size());
  return call.heap.list(std::move(copy));
}

Object run_append(Call& call) {
  items_of(call).push_back(call.at(0));
  return {};
}

Object run_extend(Call& call) {
  Objects more = call.heap.objects();
  more = call.vm.iterate(call.at(0)).items;
  call.heap.charge(more.size());
  items_of(call).insert(items_of(call).end(), more.begin(), more.end());
  return {};
}

Object run_insert(Call& call) {
  auto& items = items_of(call);
  const auto size = static_cast<int64_t>(items.size());
  int64_t index = call.integer(0);
  if (index < 0) index = std::max<int64_t>(index < -size ? 0 : index + size, 0);
  call.heap.charge(items.size() / 16);
  items.insert(items.begin() + std::min(index, size), call.at(1));
  return {};
}

Object run_pop(Call& call) {
  auto& items = items_of(call);
  const auto size = static_cast<int64_t>(items.size());
  int64_t index = call.integer(0, -1);
  if (index < 0) index += size;
  if (index < 0 || index >= size) call.fail("there is no such item in the list");
  const Object taken = items[static_cast<size_t>(index)];
  call.heap.charge(items.size() / 16);
  items.erase(items.begin() + index);
  return taken;
}

int64_t index_of(Call& call) {
  const auto& items = items_of(call);
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].is_same(call.at(0)) || equal(call.heap, items[i], call.at(0))) {
      return static_cast<int64_t>(i);
    }
  }
  call.fail("the value is not in the list");
}

Object run_index(Call& call) {
  return index_of(call);
}

Object run_remove(Call& call) {
  items_of(call).erase(items_of(call).begin() + index_of(call));
  return {};
}

Object run_count(Call& call) {
  int64_t count = 0;
  for (const Object& item : items_of(call)) count += equal(call.heap, item, call.at(0));
  return count;
}

Object run_reverse(Call& call) {
  std::reverse(items_of(call).begin(), items_of(call).end());
  return {};
}

Object run_sort(Call& call) {
  const bool is_reversed = call.flag(0);
  std::vector<Object> sorted(items_of(call).begin(), items_of(call).end());
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Object& a, const Object& b) {
    const int order = compare(call.heap, a, b);
    return is_reversed ? order > 0 : order < 0;
  });
  items_of(call).assign(sorted.begin(), sorted.end());
  return {};
}

Object run_clear(Call& call) {
  items_of(call).clear();
  return {};
}

Dict& dict_of(Call& call) {
  return call.subject.dict();
}

Object run_get(Call& call) {
  const Object* found = dict_of(call).find(call.at(0));
  return found ? *found : call.at(1);
}

Object view(Call& call, Sequence::Flavor flavor) {
  Objects items = call.heap.objects();
  call.heap.charge(dict_of(call).size());
  for (const auto& [key, value] : dict_of(call).entries()) {
    if (flavor != Sequence::Flavor::kItems) {
      items.push_back(flavor == Sequence::Flavor::kKeys ? key : value);
      continue;
    }
    Objects pair = call.heap.objects();
    pair.assign({key, value});
    items.push_back(call.heap.tuple(std::move(pair)));
  }
  return call.heap.sequence(flavor, std::move(items));
}

Object run_keys(Call& call) {
  return view(call, Sequence::Flavor::kKeys);
}
Object run_values(Call& call) {
  return view(call, Sequence::Flavor::kValues);
}
Object run_items(Call& call) {
  return view(call, Sequence::Flavor::kItems);
}

Object run_update(Call& call) {
  const auto& given = call.arguments;
  if (given.positional.size() > 1) call.fail("`update` takes one dict");
  if (!given.positional.empty()) {
    const Object& more = given.positional[0];
    if (more.is_undefined()) fail_missing(more.missing());
    if (more.is_dict()) {
      const auto entries = more.dict().entries();
      for (const auto& [key, value] : entries) dict_of(call).set(key, value);
    } else {
      for (const Object& item : call.vm.iterate(more).items) {
        const auto& pair = call.vm.iterate(item).items;
        if (pair.size() != 2) call.fail("a dict is made of pairs of keys and values");
        dict_of(call).set(pair[0], pair[1]);
      }
    }
  }
  for (const auto& [key, value] : given.named) dict_of(call).set(key, value);
  return {};
}

Object run_dict_pop(Call& call) {
  const Object* found = dict_of(call).find(call.at(0));
  if (!found) {
    if (call.was_given(1)) return call.at(1);
    call.fail("the dict has no such key");
  }
  const Object taken = *found;
  dict_of(call).erase(call.at(0));
  return taken;
}

Object run_popitem(Call& call) {
  if (dict_of(call).size() == 0) call.fail("the dict is empty");
  const auto last = dict_of(call).entries().back();
  dict_of(call).erase(last.key);
  Objects pair = call.heap.objects();
  pair.assign({last.key, last.value});
  return call.heap.tuple(std::move(pair));
}

Object run_setdefault(Call& call) {
  if (const Object* found = dict_of(call).find(call.at(0))) return *found;
  dict_of(call).set(call.at(0), call.at(1));
  return call.at(1);
}

Object run_dict_copy(Call& call) {
  Dict* copy = call.heap.dict();
  for (const auto& [key, value] : dict_of(call).entries()) copy->set(key, value);
  return Object(copy);
}

Object run_dict_clear(Call& call) {
  dict_of(call).clear();
  return {};
}

}  // namespace

std::vector<MethodSpec> list_methods() {
  const Signature value{{"value"}, 1};
  return {
      {"append", run_append, value},
      {"extend", run_extend, {{"iterable"}, 1}},
      {"insert", run_insert, {{"index", "object"}, 2}},
      {"pop", run_pop, {{"index"}}},
      {"remove", run_remove, value},
      {"index", run_index, value},
      {"count", run_count, value},
      {"reverse", run_reverse},
      {"sort", run_sort, {{"reverse"}}},
      {"copy", copy_items},
      {"clear", run_clear},
  };
}

std::vector<MethodSpec> tuple_methods() {
  const Signature value{{"value"}, 1};
  return {{"index", run_index, value}, {"count", run_count, value}};
}

std::vector<MethodSpec> dict_methods() {
  const Signature key{{"key", "default"}, 1};
  return {
      {"get", run_get, key},
      {"keys", run_keys},
      {"values", run_values},
      {"items", run_items},
      {"update", run_update, {{}, 0, true}},
      {"pop", run_dict_pop, key},
      {"popitem", run_popitem},
      {"setdefault", run_setdefault, key},
      {"copy", run_dict_copy},
      {"clear", run_dict_clear},
  };
}

}  // namespace tizza::expr
