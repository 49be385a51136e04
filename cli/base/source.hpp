#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tizza {

/// A range of bytes in a Source: `begin` inclusive, `end` exclusive. Inputs are at most 512 MiB
/// (kMaxInputBytes), so that 32 bits are enough.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool operator==(const Span&) const = default;
};

/// The largest input that is read at all; a larger one is a diagnostic.
inline constexpr uint64_t kMaxInputBytes = 512ull << 20;

/// A place as people and editors count it: line and column from 1, columns in code points, a tab
/// is one column.
struct Position {
  uint32_t line = 1;
  uint32_t column = 1;

  bool operator==(const Position&) const = default;
};

/// A text that diagnostics point into: the name it is shown under, its bytes and its lines.
/// Immutable and safe to share between threads; the line index is built at the first question.
class Source {
 public:
  /// `path` is shown as it is: relative to the working directory, or `<stdin>`.
  Source(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view slice(Span span) const;

  /// The place of a byte. Offsets behind the end count as the end. CR LF, LF and a lone CR each
  /// end a line. Linear in the length of the line.
  Position position(uint32_t offset) const;

  /// The byte of a place; a column behind the end of its line is the end of that line.
  uint32_t offset(Position position) const;

  uint32_t line_count() const;

  /// Line `number` (from 1) without its line end; empty where there is no such line.
  std::string_view line(uint32_t number) const;

  /// The byte at which line `number` (from 1) starts; the end of the text behind the last line.
  uint32_t line_start(uint32_t number) const;

 private:
  const std::vector<uint32_t>& starts() const;

  std::string path_;
  std::string text_;
  mutable std::once_flag indexed_;
  mutable std::vector<uint32_t> starts_;
};

using SourcePtr = std::shared_ptr<const Source>;

/// A span together with the text that it is a span of. Without a source it is no place at all.
struct Location {
  SourcePtr source;
  Span span;

  explicit operator bool() const { return source != nullptr; }
  Position begin() const { return source->position(span.begin); }
  Position end() const { return source->position(span.end); }
};

}  // namespace tizza
