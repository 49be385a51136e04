#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

#include "commands/context.hpp"

namespace tizza::commands {

/// A bar on err() with count and time left, where somebody watches (Presentation::progress); else
/// nothing at all. Taken away at its end.
class Progress {
 public:
  /// `what` is counted, such as `projects`.
  Progress(std::string what, size_t total, Context& context);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more is done. Any thread may say so.
  void advance();

 private:
  void draw(std::chrono::steady_clock::time_point now);

  std::string what_;
  size_t total_;
  Context& context_;
  std::mutex mutex_;
  size_t done_ = 0;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace tizza::commands
