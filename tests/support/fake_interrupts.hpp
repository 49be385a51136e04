#pragma once
#include "ports/interrupts.hpp"

namespace tizza::testing {

/// Signals come when a test raises them. What would end the process is only remembered.
class FakeInterrupts final : public Interrupts {
 public:
  void raise(int signal) {
    if (depth_ == 0) {
      ended_by_ = signal;
    } else {
      pending_ = signal;
    }
  }
  /// The signal arrives just before the n-th question from now (pending() or take()).
  void raise_at_question(int n, int signal) {
    questions_left_ = n;
    signal_ahead_ = signal;
  }
  /// The signal that would have ended the process; 0 for none.
  int ended_by() const { return ended_by_; }
  int depth() const { return depth_; }

  void hold() override { ++depth_; }
  void release() override {
    if (--depth_ == 0 && pending_ != 0) ended_by_ = pending_;
  }
  int pending() const override {
    if (questions_left_ > 0 && --questions_left_ == 0) pending_ = signal_ahead_;
    return pending_;
  }
  int take() override {
    const int signal = pending();
    pending_ = 0;
    return signal;
  }

 private:
  int depth_ = 0;
  int ended_by_ = 0;
  mutable int pending_ = 0;
  mutable int questions_left_ = 0;
  int signal_ahead_ = 0;
};

}  // namespace tizza::testing
