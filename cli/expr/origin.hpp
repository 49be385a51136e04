#pragma once
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "text/document.hpp"

namespace tizza::expr {

/// The text of a template together with the place where a person wrote it. For a file they are the
/// same; for a scalar of a YAML file the text is what quotes, folding and indentation left over.
class Origin {
 public:
  /// The whole of `source`.
  explicit Origin(SourcePtr source);
  /// The part of a source that `at` covers, as it stands there.
  explicit Origin(const Location& at);
  /// What a scalar says. Lines that stand in the source as they are in the text keep exact places;
  /// within others the whole scalar is the place.
  explicit Origin(Node scalar);

  std::string_view text() const { return text_; }
  const SourcePtr& source() const { return source_; }

  /// Where a range of the text stands in the source.
  Location at(Span span) const;

 private:
  /// A run of bytes that is the same in text and source.
  struct Run {
    uint32_t text;
    uint32_t source;
    uint32_t size;
  };

  SourcePtr source_;
  Span whole_;
  std::string_view text_;  // in the source or in the arena of its document
  std::vector<Run> runs_;
};

}  // namespace tizza::expr
