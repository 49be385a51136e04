#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/item_path.hpp"
#include "expr/length.hpp"
#include "expr/missing.hpp"

namespace tizza::expr {
namespace {

Arguments without_first(const Arguments& arguments, size_t count) {
  Arguments rest = arguments;
  rest.positional.erase(rest.positional.begin(),
                        rest.positional.begin() + static_cast<ptrdiff_t>(count));
  return rest;
}

std::string_view builtin_name(const Object& name) {
  if (name.is_undefined()) fail_missing(name.missing());
  if (!name.is_string()) throw Failure("the name of a filter or test must be a str");
  return name.text();
}

Object run_map(Call& call) {
  Objects mapped = call.heap.objects();
  if (!truth(call.subject)) return call.heap.iterator(std::move(mapped));
  Arguments arguments = call.arguments;
  const auto path = arguments.positional.empty() ? arguments.take("attribute") : std::nullopt;
  if (!path && arguments.positional.empty()) {
    call.fail("`map` needs the name of a filter, or `attribute`");
  }
  if (path) {
    const Object fallback = arguments.take("default").value_or(Object());
    if (!arguments.named.empty()) {
      call.fail("`map` has no parameter `" + std::string(arguments.named[0].first) + "`");
    }
    const ItemPath items(call.heap, *path);
    for (const Object& item : call.vm.iterate(call.subject).items) {
      mapped.push_back(items.get(call.vm, item, fallback));
    }
    return call.heap.iterator(std::move(mapped));
  }
  const auto name = builtin_name(arguments.positional[0]);
  const Arguments rest = without_first(arguments, 1);
  for (const Object& item : call.vm.iterate(call.subject).items) {
    Arguments given = rest;
    mapped.push_back(call.vm.apply_filter(name, item, given));
  }
  return call.heap.iterator(std::move(mapped));
}

Object select(Call& call, bool wanted, bool has_attribute) {
  Objects chosen = call.heap.objects();
  if (!truth(call.subject)) return call.heap.iterator(std::move(chosen));
  const auto& arguments = call.arguments;
  if (has_attribute && arguments.positional.empty()) {
    call.fail("the name of the attribute is missing");
  }
  const size_t used = has_attribute ? 1 : 0;
  const ItemPath path(call.heap, has_attribute ? arguments.positional[0] : Object());
  const bool has_test = arguments.positional.size() > used;
  const auto name = has_test ? builtin_name(arguments.positional[used]) : std::string_view();
  const Arguments rest = without_first(arguments, used + (has_test ? 1 : 0));
  for (const Object& item : call.vm.iterate(call.subject).items) {
    const Object value = path.get(call.vm, item);
    Arguments given = rest;
    const bool holds = has_test ? call.vm.apply_test(name, value, given) : truth(value);
    if (holds == wanted) chosen.push_back(item);
  }
  return call.heap.iterator(std::move(chosen));
}

Object run_select(Call& call) {
  return select(call, true, false);
}
Object run_reject(Call& call) {
  return select(call, false, false);
}
Object run_selectattr(Call& call) {
  return select(call, true, true);
}
Object run_rejectattr(Call& call) {
  return select(call, false, true);
}

// What has no positions cannot be chosen from.
Object run_random(Call& call) {
  const auto count = length_of(call.subject).integer();
  if (count == 0) {
    return call.vm.missing("random", nullptr, "there is no item to choose: the sequence is empty");
  }
  if (call.subject.is_dict()) call.fail("a dict has no items by position", "use `| list` first");
  const auto chosen = static_cast<int64_t>(call.vm.chance().below(static_cast<uint64_t>(count)));
  return call.vm.item(call.subject, chosen);
}

}  // namespace

std::vector<FilterSpec> selection_filters() {
  const Signature any{{}, 0, true};
  return {
      {"map", run_map, any},
      {"random", run_random},
      {"select", run_select, any},
      {"reject", run_reject, any},
      {"selectattr", run_selectattr, any},
      {"rejectattr", run_rejectattr, any},
  };
}

}  // namespace tizza::expr
