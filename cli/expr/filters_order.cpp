#include <algorithm>
#include <utility>
#include <vector>

#include "base/strings.hpp"
#include "expr/dict.hpp"
#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/item_path.hpp"
#include "expr/missing.hpp"

namespace tizza::expr {
namespace {

/// An item and what it is sorted by.
struct Keyed {
  Object key;
  Object item;
};

// Equal items keep their order, also backwards.
void sort_keyed(Heap& heap, std::vector<Keyed>& keyed, bool is_reversed) {
  const auto is_before = [&](const Keyed& a, const Keyed& b) {
    const int order = compare(heap, a.key, b.key);
    return is_reversed ? order > 0 : order < 0;
  };
  std::stable_sort(keyed.begin(), keyed.end(), is_before);
}

Objects items_of(Heap& heap, const std::vector<Keyed>& keyed) {
  Objects items = heap.objects();
  for (const auto& [key, item] : keyed) items.push_back(item);
  return items;
}

// `attribute` may name several paths: `"owner,name"`.
std::vector<ItemPath> sort_paths(Call& call, const Object& attribute) {
  std::vector<ItemPath> paths;
  if (!attribute.is_string()) {
    paths.emplace_back(call.heap, attribute);
    return paths;
  }
  for (const auto part : split(attribute.text(), ',')) {
    paths.emplace_back(call.heap, call.heap.text(part));
  }
  return paths;
}

Object run_sort(Call& call) {
  const auto paths = sort_paths(call, call.at(2));
  const bool heeds_case = call.flag(1);
  std::vector<Keyed> keyed;
  for (const Object& item : call.vm.iterate(call.subject).items) {
    Objects keys = call.heap.objects();
    for (const auto& path : paths) {
      const Object key = path.get(call.vm, item);
      keys.push_back(heeds_case ? key : without_case(call.heap, key));
    }
    keyed.push_back({call.heap.list(std::move(keys)), item});
  }
  sort_keyed(call.heap, keyed, call.flag(0));
  return call.heap.list(items_of(call.heap, keyed));
}

Object run_dictsort(Call& call) {
  if (call.subject.is_undefined()) fail_missing(call.subject.missing());
  if (!call.subject.is_dict()) call.fail("only a dict can be sorted by `dictsort`");
  const bool heeds_case = call.flag(0);
  const std::string by = call.text(1, "key");
  if (by != "key" && by != "value") call.fail("`dictsort` sorts by `key` or by `value`");
  std::vector<Keyed> keyed;
  for (const auto& [key, value] : call.subject.dict().entries()) {
    const Object& sorted_by = by == "key" ? key : value;
    Objects pair = call.heap.objects();
    pair.assign({key, value});
    keyed.push_back({heeds_case ? sorted_by : without_case(call.heap, sorted_by),
                     call.heap.tuple(std::move(pair))});
  }
  sort_keyed(call.heap, keyed, call.flag(2));
  return call.heap.list(items_of(call.heap, keyed));
}

Object extreme(Call& call, bool wants_least) {
  const bool heeds_case = call.flag(0);
  const ItemPath path(call.heap, call.at(1));
  const auto& items = call.vm.iterate(call.subject).items;
  if (items.empty()) {
    return call.vm.missing("item", nullptr, "there is no such item: the sequence is empty");
  }
  Object best, best_key;
  for (size_t i = 0; i < items.size(); ++i) {
    const Object value = path.get(call.vm, items[i]);
    const Object key = heeds_case ? value : without_case(call.heap, value);
    const int order = i == 0 ? 0 : compare(call.heap, key, best_key);
    if (i > 0 && (wants_least ? order >= 0 : order <= 0)) continue;
    best = items[i];
    best_key = key;
  }
  return best;
}

Object run_min(Call& call) {
  return extreme(call, true);
}
Object run_max(Call& call) {
  return extreme(call, false);
}

Object run_unique(Call& call) {
  const bool heeds_case = call.flag(0);
  const ItemPath path(call.heap, call.at(1));
  Dict* seen = call.heap.dict();
  Objects chosen = call.heap.objects();
  for (const Object& item : call.vm.iterate(call.subject).items) {
    const Object value = path.get(call.vm, item);
    const Object key = heeds_case ? value : without_case(call.heap, value);
    if (seen->find(key)) continue;
    seen->set(key, true);
    chosen.push_back(item);
  }
  return call.heap.iterator(std::move(chosen));
}

// Pairs of the value that is shared and the list of those that share it.
Object run_groupby(Call& call) {
  const ItemPath path(call.heap, call.at(0));
  const bool heeds_case = call.flag(2);
  std::vector<Keyed> keyed;
  for (const Object& item : call.vm.iterate(call.subject).items) {
    const Object value = path.get(call.vm, item, call.at(1));
    keyed.push_back({heeds_case ? value : without_case(call.heap, value), item});
  }
  sort_keyed(call.heap, keyed, false);
  Objects groups = call.heap.objects();
  for (size_t from = 0; from < keyed.size();) {
    size_t to = from;
    Objects members = call.heap.objects();
    while (to < keyed.size() && equal(call.heap, keyed[to].key, keyed[from].key)) {
      members.push_back(keyed[to++].item);
    }
    Objects pair = call.heap.objects();
    pair.push_back(path.get(call.vm, keyed[from].item, call.at(1)));
    pair.push_back(call.heap.list(std::move(members)));
    const Object group = call.heap.tuple(std::move(pair));
    group.sequence().is_group = true;
    groups.push_back(group);
    from = to;
  }
  return call.heap.list(std::move(groups));
}

}  // namespace

std::vector<FilterSpec> order_filters() {
  return {
      {"sort", run_sort, {{"reverse", "case_sensitive", "attribute"}}},
      {"dictsort", run_dictsort, {{"case_sensitive", "by", "reverse"}}},
      {"min", run_min, {{"case_sensitive", "attribute"}}},
      {"max", run_max, {{"case_sensitive", "attribute"}}},
      {"unique", run_unique, {{"case_sensitive", "attribute"}}},
      {"groupby", run_groupby, {{"attribute", "default", "case_sensitive"}, 1}},
  };
}

}  // namespace tizza::expr
