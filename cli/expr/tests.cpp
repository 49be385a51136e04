#include "expr/tests.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "expr/dict.hpp"
#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/missing.hpp"
#include "expr/operators.hpp"
#include "expr/printing.hpp"
#include "expr/text_case.hpp"

namespace tizza::expr {
namespace {

using Flavor = Sequence::Flavor;

bool is_sequence(const Object& object) {
  if (object.is_string() || object.is_dict()) return true;
  return object.is_list() || object.is_tuple() ||
         (object.is_sequence() && object.sequence().flavor == Flavor::kRange);
}

bool is_iterable(Call& call) {
  if (call.subject.is_undefined()) fail_missing(call.subject.missing());
  return call.subject.is_string() || call.subject.is_dict() || call.subject.is_sequence();
}

int64_t remainder(Call& call, const Object& divisor) {
  const Object rest = binary(call.heap, BinaryOp::kModulo, call.subject, divisor);
  if (rest.is_float()) return rest.real() == 0 ? 0 : rest.real() == 1 ? 1 : 2;
  if (!rest.is_int()) call.fail("only numbers have a remainder");
  return rest.integer();
}

template <CompareOp op>
bool compares(Call& call) {
  return compare_by(call.heap, op, call.subject, call.at(0));
}

bool is_same(Call& call) {
  const bool is_number = call.subject.is_int() && !call.subject.is_bool();
  return call.subject.is_same(call.at(0)) && (is_number || !call.subject.is_float());
}

bool is_callable(Call& call) {
  return call.subject.is_undefined() ||
         (call.subject.is_native() && call.subject.native().is_callable());
}

bool is_known_filter(Call& call) {
  return call.subject.is_string() && find_filter(call.subject.text()) != nullptr;
}

bool is_known_test(Call& call) {
  return call.subject.is_string() && find_test(call.subject.text()) != nullptr;
}

std::vector<TestSpec> all_tests() {
  const Signature other{{"other"}, 1};
  std::vector<TestSpec> tests = {
      {"defined", [](Call& call) { return !call.subject.is_undefined(); }},
      {"undefined", [](Call& call) { return call.subject.is_undefined(); }},
      {"none", [](Call& call) { return call.subject.is_none(); }},
      {"boolean", [](Call& call) { return call.subject.is_bool(); }},
      {"true", [](Call& call) { return call.subject.is_bool() && call.subject.boolean(); }},
      {"false", [](Call& call) { return call.subject.is_bool() && !call.subject.boolean(); }},
      {"integer", [](Call& call) { return call.subject.kind() == Kind::kInt; }},
      {"float", [](Call& call) { return call.subject.is_float(); }},
      {"number", [](Call& call) { return call.subject.is_number(); }},
      {"string", [](Call& call) { return call.subject.is_string(); }},
      {"mapping", [](Call& call) { return call.subject.is_dict(); }},
      {"sequence", [](Call& call) { return is_sequence(call.subject); }},
      {"iterable", is_iterable},
      {"callable", is_callable},
      {"escaped", [](Call& call) { return call.subject.is_string() && call.subject.is_safe(); }},
      {"odd", [](Call& call) { return remainder(call, int64_t{2}) == 1; }},
      {"even", [](Call& call) { return remainder(call, int64_t{2}) == 0; }},
      {"divisibleby", [](Call& call) { return remainder(call, call.at(0)) == 0; }, {{"num"}, 1}},
      {"lower", [](Call& call) { return is_lower_text(call.subject_text()); }},
      {"upper", [](Call& call) { return is_upper_text(call.subject_text()); }},
      {"sameas", is_same, other},
      {"in",
       [](Call& call) { return contains(call.heap, call.at(0), call.subject); },
       {{"seq"}, 1}},
      {"filter", is_known_filter},
      {"test", is_known_test},
  };
  struct Comparing {
    bool (*run)(Call&);
    std::vector<std::string_view> names;
  };
  const Comparing comparing[] = {
      {compares<CompareOp::kEqual>, {"eq", "equalto", "=="}},
      {compares<CompareOp::kNotEqual>, {"ne", "!="}},
      {compares<CompareOp::kLess>, {"lt", "lessthan", "<"}},
      {compares<CompareOp::kLessEqual>, {"le", "<="}},
      {compares<CompareOp::kGreater>, {"gt", "greaterthan", ">"}},
      {compares<CompareOp::kGreaterEqual>, {"ge", ">="}},
  };
  for (const auto& [run, names] : comparing) {
    for (const auto name : names) tests.push_back({name, run, other});
  }
  return tests;
}

const StringMap<TestSpec>& table() {
  static const StringMap<TestSpec> kTable = [] {
    StringMap<TestSpec> all;
    for (auto& test : all_tests()) all.emplace(test.name, test);
    return all;
  }();
  return kTable;
}

}  // namespace

const TestSpec* find_test(std::string_view name) {
  const auto found = table().find(name);
  return found == table().end() ? nullptr : &found->second;
}

std::vector<std::string> test_names() {
  std::vector<std::string> names;
  for (const auto& [name, test] : table()) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace tizza::expr
