#pragma once
#include "base/source.hpp"

namespace tizza::report {

/// Turns bytes into lines and columns. A question that lies behind the last one in the same line
/// costs only the way between them: a million findings in one long line stay linear.
class Places {
 public:
  Position find(const Source& source, uint32_t offset);

 private:
  const Source* source_ = nullptr;
  uint32_t offset_ = 0;
  uint32_t line_end_ = 0;  ///< The start of the next line.
  Position position_;
};

/// The first place of a span and the one behind its last.
struct Region {
  Position begin;
  Position end;
};

/// The same for spans.
class Regions {
 public:
  Region find(const Location& at) {
    return {begins_.find(*at.source, at.span.begin), ends_.find(*at.source, at.span.end)};
  }

 private:
  Places begins_;
  Places ends_;
};

}  // namespace tizza::report
