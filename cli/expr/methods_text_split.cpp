#include <algorithm>

#include "expr/interpreter.hpp"
#include "expr/methods.hpp"
#include "expr/missing.hpp"
#include "expr/text_operations.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

std::string_view text_of(const Call& call) {
  return call.subject.text();
}

Object to_list(Call& call, const std::vector<std::string_view>& parts) {
  Objects items = call.heap.objects();
  call.heap.charge(parts.size());
  for (const auto part : parts) items.push_back(call.like_subject(part));
  return call.heap.list(std::move(items));
}

std::vector<std::string_view> rsplit_space(std::string_view text, int64_t most) {
  std::vector<std::string_view> parts;
  text.remove_suffix(trailing_space(text));
  while (!text.empty()) {
    if (most >= 0 && static_cast<int64_t>(parts.size()) == most) {
      parts.push_back(text.substr(leading_space(text)));
      break;
    }
    size_t begin = text.size();
    while (begin > 0 && trailing_space(text.substr(0, begin)) == 0) --begin;
    parts.push_back(text.substr(begin));
    text = text.substr(0, begin);
    text.remove_suffix(trailing_space(text));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::string separator_of(Call& call) {
  const std::string separator = call.text(0);
  if (separator.empty()) call.fail("the separator cannot be empty");
  return separator;
}

Object run_split(Call& call) {
  const int64_t most = call.integer(1, -1);
  if (!call.has(0)) return to_list(call, split_space(text_of(call), most));
  const std::string separator = separator_of(call);
  std::vector<std::string_view> parts;
  std::string_view text = text_of(call);
  for (;;) {
    const bool is_full = most >= 0 && static_cast<int64_t>(parts.size()) == most;
    const size_t hit = is_full ? std::string_view::npos : text.find(separator);
    parts.push_back(text.substr(0, hit));
    if (hit == std::string_view::npos) return to_list(call, parts);
    text.remove_prefix(hit + separator.size());
  }
}

Object run_rsplit(Call& call) {
  const int64_t most = call.integer(1, -1);
  if (!call.has(0)) return to_list(call, rsplit_space(text_of(call), most));
  const std::string separator = separator_of(call);
  std::vector<std::string_view> parts;
  std::string_view text = text_of(call);
  for (;;) {
    const bool is_full = most >= 0 && static_cast<int64_t>(parts.size()) == most;
    const size_t hit = is_full ? std::string_view::npos : text.rfind(separator);
    if (hit == std::string_view::npos) break;
    parts.push_back(text.substr(hit + separator.size()));
    text = text.substr(0, hit);
  }
  parts.push_back(text);
  std::reverse(parts.begin(), parts.end());
  return to_list(call, parts);
}

Object run_splitlines(Call& call) {
  return to_list(call, python_lines(text_of(call), call.flag(0)));
}

Object parts_of(Call& call, std::string_view before, std::string_view separator,
                std::string_view after) {
  Objects items = call.heap.objects();
  for (const auto part : {before, separator, after}) items.push_back(call.like_subject(part));
  return call.heap.tuple(std::move(items));
}

Object run_partition(Call& call) {
  const std::string separator = separator_of(call);
  const std::string_view text = text_of(call);
  const size_t hit = text.find(separator);
  if (hit == std::string_view::npos) return parts_of(call, text, {}, {});
  return parts_of(call, text.substr(0, hit), separator, text.substr(hit + separator.size()));
}

Object run_rpartition(Call& call) {
  const std::string separator = separator_of(call);
  const std::string_view text = text_of(call);
  const size_t hit = text.rfind(separator);
  if (hit == std::string_view::npos) return parts_of(call, {}, {}, text);
  return parts_of(call, text.substr(0, hit), separator, text.substr(hit + separator.size()));
}

Object run_join(Call& call) {
  std::string text;
  bool is_first = true;
  for (const Object& item : call.vm.iterate(call.at(0)).items) {
    if (item.is_undefined()) fail_missing(item.missing());
    if (!item.is_string()) {
      call.fail("only texts can be joined, not a `" + std::string(type_name(item)) + "`",
                "use the filter `| join` instead");
    }
    if (!is_first) text += text_of(call);
    is_first = false;
    text += item.text();
    if (text.size() > kMaxTextBytes) call.heap.charge_text(text.size());
  }
  return call.like_subject(text);
}

}  // namespace

std::vector<MethodSpec> text_split_methods() {
  const Signature parts{{"sep", "maxsplit"}}, one{{"sep"}, 1};
  return {
      {"split", run_split, parts},
      {"rsplit", run_rsplit, parts},
      {"splitlines", run_splitlines, {{"keepends"}}},
      {"partition", run_partition, one},
      {"rpartition", run_rpartition, one},
      {"join", run_join, {{"iterable"}, 1}},
  };
}

}  // namespace tizza::expr
