#pragma once
#include <string>
#include <vector>

#include "release/pins/pin.hpp"

namespace tizza::release {

/// Takes what the readers of pins find.
class PinSink {
 public:
  void read_file(std::string path) { found_.files.push_back(std::move(path)); }
  bool has_read(const std::string& path) const;

  void add(Pin pin) { found_.pins.push_back(std::move(pin)); }
  /// An error is a finding.
  void add(Result<Pin> pin);
  void add_finding(Diagnostic finding) { found_.findings.push_back(std::move(finding)); }

  /// For what follows the requirement that was added last; nothing where that was no pin.
  Pin* last() { return was_pin_ && !found_.pins.empty() ? &found_.pins.back() : nullptr; }

  /// All of it, judged as a whole: a constraint may pin what another file asks for.
  ProjectPins take();

 private:
  ProjectPins found_;
  bool was_pin_ = false;
};

/// A requirement that a program computes, or that is written so that no span of the file is it:
/// nothing can be said of it. A warning.
Diagnostic unreadable_pin(const Location& at, std::string message);

}  // namespace tizza::release
