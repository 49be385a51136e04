#include "report/places.hpp"

#include "base/utf8.hpp"

namespace tizza::report {

Position Places::find(const Source& source, uint32_t offset) {
  const uint32_t size = static_cast<uint32_t>(source.text().size());
  const uint32_t wanted = offset < size ? offset : size;
  if (source_ == &source && wanted >= offset_ && wanted < line_end_) {
    const auto between = source.text().substr(offset_, wanted - offset_);
    position_.column += static_cast<uint32_t>(utf8::count_code_points(between));
  } else {
    position_ = source.position(wanted);
    source_ = &source;
    line_end_ = source.line_start(position_.line + 1);
  }
  offset_ = wanted;
  return position_;
}

}  // namespace tizza::report
