#include <algorithm>

#include "base/utf8.hpp"
#include "expr/dict.hpp"
#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/item_path.hpp"
#include "expr/length.hpp"
#include "expr/missing.hpp"
#include "expr/operators.hpp"
#include "expr/printing.hpp"
#include "expr/text_index.hpp"

namespace tizza::expr {
namespace {

Object run_length(Call& call) {
  return length_of(call.subject);
}

Object run_first(Call& call) {
  const auto& items = call.vm.iterate(call.subject).items;
  if (!items.empty()) return items.front();
  return call.vm.missing("first", nullptr, "there is no first item: the sequence is empty");
}

Object run_last(Call& call) {
  if (call.subject.is_iterator()) call.fail("an iterator has no last item", "use `| list` first");
  const auto& items = call.vm.iterate(call.subject).items;
  if (!items.empty()) return items.back();
  return call.vm.missing("last", nullptr, "there is no last item: the sequence is empty");
}

Object run_list(Call& call) {
  Objects items = call.heap.objects();
  items = call.vm.iterate(call.subject).items;
  return call.heap.list(std::move(items));
}

Object run_join(Call& call) {
  const Sequence& items = call.vm.iterate(call.subject);
  const ItemPath path(call.heap, call.at(1));
  const Object separator = call.has(0) ? call.at(0) : Object(std::string_view());
  std::vector<Object> parts;
  bool is_safe = separator.is_string() && separator.is_safe();
  for (const Object& item : items.items) {
    parts.push_back(path.get(call.vm, item));
    is_safe |= parts.back().is_string() && parts.back().is_safe();
  }
  is_safe &= call.vm.autoescape() != Autoescape::kNone;
  const auto part = [&](const Object& object) {
    return is_safe ? call.vm.escaped(object) : to_text(call.heap, object);
  };
  const std::string between = part(separator);
  std::string text;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += between;
    text += part(parts[i]);
    if (text.size() > kMaxTextBytes) call.heap.charge_text(text.size());
  }
  return call.heap.text(text, is_safe);
}

Object run_reverse(Call& call) {
  if (call.subject.is_string()) {
    const TextIndex index(call.subject.text());
    std::string text;
    for (size_t i = index.size(); i > 0; --i) text += index.at(i - 1);
    return call.like_subject(text);
  }
  const auto& items = call.vm.iterate(call.subject).items;
  Objects reversed = call.heap.objects();
  reversed.assign(items.rbegin(), items.rend());
  const bool was_iterator = call.subject.is_iterator();
  return was_iterator ? call.heap.list(std::move(reversed))
                      : call.heap.iterator(std::move(reversed));
}

Object run_items(Call& call) {
  Objects pairs = call.heap.objects();
  if (!call.subject.is_undefined()) {
    if (!call.subject.is_dict()) call.fail("only a dict has items");
    for (const auto& [key, value] : call.subject.dict().entries()) {
      Objects pair = call.heap.objects();
      pair.assign({key, value});
      pairs.push_back(call.heap.tuple(std::move(pair)));
    }
  }
  return call.heap.iterator(std::move(pairs));
}

constexpr int64_t kMostParts = 1'000'000;

Object run_batch(Call& call) {
  const int64_t count = call.integer(0);
  Objects batches = call.heap.objects();
  Objects batch = call.heap.objects();
  const auto flush = [&] {
    Objects done = call.heap.objects();
    done.swap(batch);
    batches.push_back(call.heap.list(std::move(done)));
  };
  for (const Object& item : call.vm.iterate(call.subject).items) {
    if (static_cast<int64_t>(batch.size()) == count) flush();
    batch.push_back(item);
  }
  if (!batch.empty()) {
    if (call.has(1) && count > kMostParts) call.fail("the batches of `batch` are too large");
    while (call.has(1) && static_cast<int64_t>(batch.size()) < count) batch.push_back(call.at(1));
    call.heap.charge(batch.size());
    flush();
  }
  return call.heap.iterator(std::move(batches));
}

Object run_slice(Call& call) {
  const int64_t slices = call.integer(0);
  if (slices == 0) call.fail("`slice` cannot make 0 parts");
  if (slices > kMostParts)
    call.fail("`slice` makes at most " + std::to_string(kMostParts) + " parts");
  const auto& items = call.vm.iterate(call.subject).items;
  const auto length = static_cast<int64_t>(items.size());
  Objects parts = call.heap.objects();
  const int64_t each = floor_divide(length, slices);
  const int64_t with_more = length - each * slices;
  auto from = items.begin();
  for (int64_t i = 0; i < slices; ++i) {
    call.heap.charge(1);
    const auto to = from + each + (i < with_more ? 1 : 0);
    Objects part = call.heap.objects();
    part.assign(from, to);
    if (call.has(1) && i >= with_more) part.push_back(call.at(1));
    parts.push_back(call.heap.list(std::move(part)));
    from = to;
  }
  return call.heap.iterator(std::move(parts));
}

Object run_sum(Call& call) {
  const ItemPath path(call.heap, call.at(0));
  Object total = call.has(1) ? call.at(1) : Object(int64_t{0});
  if (total.is_string()) call.fail("texts are not summed up", "use `| join` instead");
  for (const Object& item : call.vm.iterate(call.subject).items) {
    total = binary(call.heap, BinaryOp::kAdd, total, path.get(call.vm, item));
  }
  return total;
}

Object run_default(Call& call) {
  const bool is_used = call.subject.is_undefined() || (call.flag(1) && !truth(call.subject));
  if (!is_used) return call.subject;
  return call.was_given(0) ? call.at(0) : Object(std::string_view());
}

Object run_attr(Call& call) {
  if (call.subject.is_undefined()) fail_missing(call.subject.missing());
  const std::string name = call.text(0);
  if (call.subject.is_native() || !call.subject.is_dict() || !call.subject.dict().find(name)) {
    return call.vm.attribute(call.subject, name);
  }
  return call.vm.missing(name, &call.subject);
}

}  // namespace

Object length_of(const Object& object) {
  switch (object.kind()) {
    case Kind::kUndefined:
      if (object.missing().is_silent) return int64_t{0};
      fail_missing(object.missing());
    case Kind::kString:
      return static_cast<int64_t>(utf8::count_code_points(object.text()));
    case Kind::kDict:
      return static_cast<int64_t>(object.dict().size());
    case Kind::kSequence:
      if (object.is_iterator()) throw Failure("an iterator has no length", "use `| list` first");
      return static_cast<int64_t>(object.sequence().items.size());
    default:
      throw Failure("a `" + std::string(type_name(object)) + "` has no length");
  }
}

std::vector<FilterSpec> sequence_filters() {
  return {
      {"length", run_length},
      {"count", run_length},
      {"first", run_first},
      {"last", run_last},
      {"list", run_list},
      {"join", run_join, {{"d", "attribute"}}},
      {"reverse", run_reverse},
      {"items", run_items},
      {"batch", run_batch, {{"linecount", "fill_with"}, 1}},
      {"slice", run_slice, {{"slices", "fill_with"}, 1}},
      {"sum", run_sum, {{"attribute", "start"}}},
      {"default", run_default, {{"default_value", "boolean"}}},
      {"d", run_default, {{"default_value", "boolean"}}},
      {"attr", run_attr, {{"name"}, 1}},
  };
}

}  // namespace tizza::expr
