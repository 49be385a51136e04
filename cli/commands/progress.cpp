#include "commands/progress.hpp"

#include <fmt/core.h>

namespace tizza::commands {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kBetweenDrawings{100};
constexpr size_t kBarColumns = 24;
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(std::string what, size_t total, Context& context)
    : what_(std::move(what)),
      total_(total),
      context_(context),
      begun_(context.clock.steady()),
      drawn_(begun_) {
  if (context_.presentation.progress && total_ > 1) draw(begun_);
}

Progress::~Progress() {
  if (is_drawn_) context_.terminal.err(kClearLine);
}

void Progress::advance() {
  if (!context_.presentation.progress) return;
  const std::lock_guard lock(mutex_);
  ++done_;
  const auto now = context_.clock.steady();
  if (total_ > 1 && now - drawn_ >= kBetweenDrawings) draw(now);
}

void Progress::draw(std::chrono::steady_clock::time_point now) {
  const size_t filled = total_ == 0 ? kBarColumns : kBarColumns * done_ / total_;
  std::string line = fmt::format("{}[{}{}] {}/{} {}", kClearLine, std::string(filled, '#'),
                                 std::string(kBarColumns - filled, ' '), done_, total_, what_);
  if (done_ > 0) {
    const auto left = (now - begun_) / done_ * (total_ - done_);
    line += fmt::format(", {} s left", std::chrono::ceil<seconds>(left).count());
  }
  context_.terminal.err(line);
  drawn_ = now;
  is_drawn_ = true;
}

}  // namespace tizza::commands
