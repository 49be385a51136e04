#pragma once
#include <utility>

#include "expr/failure.hpp"
#include "expr/interpreter.hpp"

namespace tizza::expr {

/// Another state of the interpreter while it lives.
class Interpreter::Entered {
 public:
  Entered(Interpreter& vm, const State& next)
      : vm_(vm), before_(std::exchange(vm.state_, next)), at_(vm.at_) {}
  ~Entered() {
    vm_.state_ = before_;
    vm_.at_ = at_;
  }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;

  /// Runs something of another template; what fails there gets its place there.
  template <typename Run>
  void run(Run&& inner) const {
    try {
      inner();
    } catch (Failure& failure) {
      if (!failure.at) failure.at = vm_.location();
      throw;
    }
  }

 private:
  Interpreter& vm_;
  State before_;
  Span at_;
};

/// Counts the frames of the tree walk, which bounds the stack.
class Interpreter::Depth {
 public:
  explicit Depth(Interpreter& vm) : vm_(vm) {
    if (++vm_.depth_ <= kMaxFrames) return;
    --vm_.depth_;
    throw Failure("the template is nested too deeply");
  }
  ~Depth() { --vm_.depth_; }
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;

 private:
  static constexpr uint32_t kMaxFrames = 2500;
  Interpreter& vm_;
};

}  // namespace tizza::expr
