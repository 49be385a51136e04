#pragma once

namespace tizza {

/// Ctrl-C, SIGTERM and SIGHUP. Outside a hold they end the process at once (130, 143, 129): nothing
/// that matters is in flight there. Within one they only leave a mark, and the holder ends in
/// order.
class Interrupts {
 public:
  virtual ~Interrupts() = default;
  virtual void hold() = 0;
  /// Ends the process where a signal came during the last hold and nobody took it.
  virtual void release() = 0;
  /// The signal that came and was not taken yet; 0 for none.
  virtual int pending() const = 0;
  /// Like pending(), and takes it.
  virtual int take() = 0;
};

/// Holds interrupts back while it lives.
class InterruptHold {
 public:
  explicit InterruptHold(Interrupts& interrupts) : interrupts_(interrupts) { interrupts_.hold(); }
  ~InterruptHold() { interrupts_.release(); }
  InterruptHold(const InterruptHold&) = delete;
  InterruptHold& operator=(const InterruptHold&) = delete;

 private:
  Interrupts& interrupts_;
};

}  // namespace tizza
