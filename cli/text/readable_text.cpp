#include "text/readable_text.hpp"

#include <array>

#include <fmt/core.h>

#include "base/utf8.hpp"

namespace tizza {
namespace {

// True for the bytes that need a second look: control characters and the parts of longer sequences.
constexpr std::array<bool, 256> kUnusual = [] {
  std::array<bool, 256> unusual{};
  for (size_t byte = 0; byte < 256; ++byte) unusual[byte] = byte < 0x20 || byte >= 0x80;
  unusual['\t'] = unusual['\n'] = unusual['\r'] = false;
  return unusual;
}();

Error encoding_error(const SourcePtr& source, uint32_t offset, unsigned byte) {
  const bool is_utf16 =
      source->text().starts_with("\xFF\xFE") || source->text().starts_with("\xFE\xFF");
  return failure_at({source, {offset, offset + 1}}, "encoding",
                    is_utf16 ? "the text is UTF-16, not UTF-8"
                             : fmt::format("byte 0x{:02X} is not valid UTF-8", byte),
                    fmt::format("convert the file: `iconv -f {} -t UTF-8 {}`",
                                is_utf16 ? "UTF-16" : "ISO-8859-1", source->path()));
}

}  // namespace

Status check_readable(const SourcePtr& source) {
  const std::string_view text = source->text();
  if (text.size() > kMaxInputBytes) {
    return file_failure(
        "file", source->path(),
        fmt::format("the input has {} bytes, more than {} MiB", text.size(), kMaxInputBytes >> 20));
  }
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!kUnusual[byte]) {
      ++i;
      continue;
    }
    const auto offset = static_cast<uint32_t>(i);
    if (byte < 0x20) {
      return syntax_error(source, {offset, offset + 1},
                          fmt::format("control character U+{:04X} is not allowed", byte));
    }
    const auto decoded = utf8::decode(text.substr(i));
    if (!decoded.valid) return encoding_error(source, offset, byte);
    i += decoded.size;
  }
  return {};
}

uint32_t text_start(const Source& source) {
  return source.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

Error syntax_error(const SourcePtr& source, Span span, std::string message, std::string help) {
  Error error = failure_at({source, span}, "syntax", std::move(message), std::move(help));
  error.verdict = Verdict::kNegative;
  return error;
}

}  // namespace tizza
