#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "expr/call.hpp"

namespace tizza::expr {

/// A test: what may follow `is`.
struct TestSpec {
  std::string_view name;
  bool (*run)(Call& call);
  Signature signature = {};
};

/// Null where there is none of this name.
const TestSpec* find_test(std::string_view name);
std::vector<std::string> test_names();

}  // namespace tizza::expr
