#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/strings.hpp"
#include "text/document.hpp"
#include "text/reader.hpp"

namespace tizza::yaml {

/// What may stand before a node: `&anchor` and `!tag`.
struct Properties {
  std::string_view anchor;  ///< Empty where there is none.
  bool is_string = false;   ///< The tag says so.
};

/// Makes a Document of the nodes of a YAML text, named in the order in which they stand there.
/// Finds where collections end, follows aliases, merges, and refuses what tizza does not read: a
/// second document, keys that are no scalars, too much depth or too many aliases.
class Tree {
 public:
  Tree(SourcePtr source, const ReadOptions& options);

  Status begin_document(std::optional<Span> marker);
  /// A scalar whose text stands at `text` as it is.
  Status add_scalar(const Properties& properties, Span span, Span text, ScalarStyle style);
  /// A scalar whose text differs from what is written.
  Status add_scalar(const Properties& properties, Span span, std::string_view text,
                    ScalarStyle style);
  /// A null where nothing is written, at `at` or, as a value, right behind its colon.
  Status add_empty(const Properties& properties, uint32_t at);
  Status add_alias(std::string_view name, Span span);
  /// `opening` is the bracket, or the empty place where a block starts.
  Status open(const Properties& properties, Span opening, NodeKind kind);
  /// `end` lies behind the closing bracket; a block ends with its last child.
  Status close(uint32_t end);

  Result<DocumentPtr> finish();

  /// The innermost bracket that is still open, or none.
  std::optional<Span> open_bracket() const;

 private:
  /// A collection whose end has not come yet.
  struct Frame {
    NodeKind kind = NodeKind::kMapping;
    bool is_flow = false;  // written with brackets
    bool has_merge_key = false;
    Span opening;               // the bracket, or where the first child starts
    size_t first_child = 0;     // index into the pending nodes
    uint64_t nodes_before = 0;  // nodes counted through aliases when it began
    std::string anchor;
  };

  struct Anchor {
    NodeId node = 0;
    uint64_t expanded = 1;  // nodes below it, counted through aliases
  };

  bool expects_key() const;
  Status place(NodeId node, Span span, std::string_view anchor, uint64_t nodes_before);
  Status merge(const Frame& frame);
  Status merge_value(NodeId key, NodeId value, std::unordered_set<std::string_view>& names);
  Status count_shared(uint64_t nodes, Span at);
  Error unknown_alias(std::string_view name, Span span) const;
  Error complex_key(Span span) const;

  SourcePtr source_;
  const ReadOptions& options_;
  DocumentBuilder builder_;
  std::vector<Frame> frames_;
  std::vector<NodeId> pending_;  // the children of all open collections, outermost first
  StringMap<Anchor> anchors_;
  std::optional<NodeId> root_;
  uint64_t expanded_ = 0;  // nodes so far, aliases followed
  uint64_t shared_ = 0;    // those of them that aliases added
  uint32_t last_end_ = 0;  // behind the last token that was seen
  bool has_document_ = false;
};

}  // namespace tizza::yaml
