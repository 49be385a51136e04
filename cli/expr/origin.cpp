#include "expr/origin.hpp"

#include <algorithm>

namespace tizza::expr {

Origin::Origin(SourcePtr source) : source_(std::move(source)), text_(source_->text()) {
  whole_ = {0, static_cast<uint32_t>(text_.size())};
  runs_ = {{0, 0, whole_.end}};
}

Origin::Origin(const Location& at)
    : source_(at.source), whole_(at.span), text_(source_->slice(at.span)) {
  runs_ = {{0, whole_.begin, whole_.size()}};
}

Origin::Origin(Node scalar)
    : source_(scalar.document().source()), whole_(scalar.span()), text_(scalar.text()) {
  // Line by line: the indentation of block scalars stands before each line of the text.
  const std::string_view raw = scalar.raw();
  size_t searched = 0;
  for (size_t line = 0; line < text_.size();) {
    const size_t end = std::min(text_.find('\n', line), text_.size());
    const std::string_view content = text_.substr(line, end - line);
    const size_t found = raw.find(content, searched);
    if (found != std::string_view::npos && !content.empty()) {
      runs_.push_back({static_cast<uint32_t>(line), whole_.begin + static_cast<uint32_t>(found),
                       static_cast<uint32_t>(content.size())});
      searched = found + content.size();
    }
    line = end + 1;
  }
}

Location Origin::at(Span span) const {
  for (const Run& run : runs_) {
    const bool is_inside = run.text <= span.begin && span.begin <= run.text + run.size;
    if (!is_inside) continue;
    const uint32_t end = std::min(span.end, run.text + run.size);
    const uint32_t shift = run.source - run.text;  // wraps where the source comes first
    return {source_, {span.begin + shift, std::max(span.begin, end) + shift}};
  }
  return {source_, whole_};
}

}  // namespace tizza::expr
