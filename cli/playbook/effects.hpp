#pragma once
#include <string>

#include "base/result.hpp"
#include "playbook/step_kind.hpp"
#include "ports/interrupts.hpp"

namespace tizza::playbook {

/// What becomes of steps that act. The engine knows no other way to the world outside.
class Effects {
 public:
  virtual ~Effects() = default;

  /// Whether outcomes are chosen instead of made.
  virtual bool is_practice() const = 0;
  /// Acts on the step until it is done, or its tries or its time are over.
  virtual Result<Outcome> act(const Step& step, const Scope& scope, Parts& parts) = 0;
  /// In practice: how the next act() ends, with its output or its reason (empty: some).
  virtual void choose(bool succeeds, const std::string& text) = 0;
};

/// Acts through the ports, with the step's `retry`, `within` and `timeout`.
class RealEffects final : public Effects {
 public:
  explicit RealEffects(StepPorts& ports, const Interrupts& interrupts)
      : ports_(ports), interrupts_(interrupts) {}

  bool is_practice() const override { return false; }
  Result<Outcome> act(const Step& step, const Scope& scope, Parts& parts) override;
  void choose(bool, const std::string&) override {}

 private:
  StepPorts& ports_;
  const Interrupts& interrupts_;
};

/// Holds no port at all: it can act on nothing.
class PracticeEffects final : public Effects {
 public:
  bool is_practice() const override { return true; }
  Result<Outcome> act(const Step& step, const Scope& scope, Parts& parts) override;
  void choose(bool succeeds, const std::string& text) override {
    succeeds_ = succeeds;
    text_ = text;
  }

 private:
  bool succeeds_ = true;
  std::string text_;
};

}  // namespace tizza::playbook
