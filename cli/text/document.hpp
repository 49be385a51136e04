#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tizza {

enum class Format : uint8_t { kYaml, kJson, kToml };

enum class NodeKind : uint8_t { kScalar, kSequence, kMapping };

/// How a scalar was written. Only plain ones can be anything but strings.
enum class ScalarStyle : uint8_t { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

/// What a scalar is by the core schema of YAML 1.2 (chapter 10.3.2), which agrees with JSON:
/// `no`, `010`, `12:30:45` and `+3612345678x` are strings; `0o10` and `0xA` are integers.
enum class ScalarType : uint8_t { kNull, kBool, kInt, kFloat, kString };

using NodeId = uint32_t;

class Document;
class Node;

/// One entry of a mapping.
struct Entry;

/// A cursor to one node of a Document, or to nothing. Two words; copy it freely. It must not
/// outlive its document. Questions about nothing answer "no", empty or none, so that lookups can be
/// chained: `root["info"]["title"].text()`.
class Node {
 public:
  Node() = default;
  Node(const Document* document, NodeId id) : document_(document), id_(id) {}

  explicit operator bool() const { return document_ != nullptr; }
  const Document& document() const { return *document_; }
  NodeId id() const { return id_; }
  bool operator==(const Node&) const = default;

  bool is_scalar() const;
  bool is_sequence() const;
  bool is_mapping() const;
  NodeKind kind() const;  ///< Must not be nothing.

  /// The bytes that the node takes in the source, quotes and brackets included. A block collection
  /// ends with its last child; an empty plain scalar is an empty span where its value would stand.
  Span span() const;
  Location location() const;
  /// The node as written.
  std::string_view raw() const;

  // Scalars.

  /// The content with escapes, folding and quotes taken away; empty for collections.
  std::string_view text() const;
  ScalarStyle style() const;
  ScalarType type() const;  ///< kString for collections too; ask is_scalar() first.
  bool is_null() const { return is_scalar() && type() == ScalarType::kNull; }
  bool is_string() const { return is_scalar() && type() == ScalarType::kString; }
  bool is_bool() const { return is_scalar() && type() == ScalarType::kBool; }
  bool is_number() const;
  std::optional<bool> as_bool() const;
  std::optional<int64_t> as_int() const;    ///< None for floats and what does not fit 64 bits.
  std::optional<double> as_double() const;  ///< Integers too.
  std::optional<std::string_view> as_string() const;  ///< None unless is_string().

  // Collections.

  size_t size() const;                          ///< Entries or items; 0 for scalars.
  Node at(size_t index) const;                  ///< Item `index` of a sequence, or nothing.
  Entry entry(size_t index) const;              ///< Entry `index` of a mapping, or nothing.
  Node operator[](std::string_view key) const;  ///< The value under `key`, or nothing. O(1).
  std::optional<Entry> find(std::string_view key) const;

  /// `for (const Node item : sequence.items())`; empty for what is no sequence.
  auto items() const;
  /// `for (const auto& [key, value] : mapping.entries())`; empty for what is no mapping.
  auto entries() const;

  // Places.

  /// The collection that holds the node; nothing for the root. A node shared by aliases has the
  /// parent under which it was written.
  Node parent() const;
  /// JSON Pointer (RFC 6901) from the root.
  std::string pointer() const;
  /// The key scalar under which the node stands in its parent mapping, or nothing.
  Node key() const;

 private:
  const Document* document_ = nullptr;
  NodeId id_ = 0;
};

struct Entry {
  Node key;
  Node value;
};

/// One parsed text: nodes in an arena over one Source. Immutable once built, so threads may share
/// it. Aliases are shared nodes, so the tree is a directed acyclic graph.
class Document {
 public:
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const SourcePtr& source() const { return source_; }
  const std::string& path() const { return source_->path(); }
  Format format() const { return format_; }
  Node root() const { return Node(this, root_); }
  size_t node_count() const { return nodes_.size(); }

  /// The node at a JSON Pointer (RFC 6901, without a leading `#`), or nothing.
  Node resolve(std::string_view pointer) const;

  /// The innermost node (a mapping's key counts) whose span holds the byte, or nothing.
  Node node_at(uint32_t offset) const;

 private:
  friend class Node;
  friend class DocumentBuilder;
  Document() = default;

  struct Record {
    Span span;
    uint32_t first = 0;  // scalar: index into texts_ or source offset; collection: into children_
    uint32_t count = 0;  // scalar: length of the text; collection: number of items or entries
    NodeId parent = 0;
    NodeKind kind = NodeKind::kScalar;
    ScalarStyle style = ScalarStyle::kPlain;
    bool text_in_arena = false;  // the text differs from the source and stands in texts_
    bool is_string = false;      // a tag such as !!str says so
  };

  const Record& record(NodeId id) const { return nodes_[id]; }

  SourcePtr source_;
  Format format_ = Format::kYaml;
  NodeId root_ = 0;
  std::vector<Record> nodes_;
  std::vector<NodeId> children_;  // sequences: items; mappings: key, value, key, value …
  std::string texts_;
  // Open addressing over (mapping, key) for mappings of more than kLinearKeys entries.
  std::vector<uint32_t> key_slots_;  // index into children_ of the key, plus 1; 0 is free
};

using DocumentPtr = std::shared_ptr<const Document>;

/// What readers use to make a Document, children before their parents.
class DocumentBuilder {
 public:
  DocumentBuilder(SourcePtr source, Format format);

  /// A scalar whose text stands at `text` in the source as it is.
  NodeId add_scalar(Span span, Span text, ScalarStyle style, bool is_string = false);
  /// A scalar whose text differs from its source (escapes, folding).
  NodeId add_scalar(Span span, std::string_view text, ScalarStyle style, bool is_string = false);
  NodeId add_sequence(Span span, std::span<const NodeId> items);
  /// `keys_and_values` holds key, value, key, value and so on; keys are scalars.
  NodeId add_mapping(Span span, std::span<const NodeId> keys_and_values);

  std::string_view text(NodeId id) const;
  Span span(NodeId id) const;
  NodeKind kind(NodeId id) const;
  /// Items, or keys and values in turn. Valid until the next node is added.
  std::span<const NodeId> children(NodeId id) const;
  size_t size() const;

  /// The finished document; the builder is empty afterwards. A key that stands twice in a mapping
  /// is an error of the rule `duplicate-key` (a clear no) with a note at its first place.
  Result<DocumentPtr> finish(NodeId root);

 private:
  void link_parents();
  Status index_keys();
  Status index_small(NodeId mapping);
  Status index_large(NodeId mapping);
  Error duplicate_key(NodeId first, NodeId second) const;

  std::unique_ptr<Document> document_;
};

namespace detail {

/// A range of values made from an index: enough for range-for over children.
template <typename Make>
class IndexRange {
 public:
  class Iterator {
   public:
    Iterator(const Make* make, size_t index) : make_(make), index_(index) {}
    auto operator*() const { return (*make_)(index_); }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Make* make_;
    size_t index_;
  };

  IndexRange(size_t size, Make make) : size_(size), make_(make) {}
  Iterator begin() const { return {&make_, 0}; }
  Iterator end() const { return {&make_, size_}; }

 private:
  size_t size_;
  Make make_;
};

}  // namespace detail

inline auto Node::items() const {
  const Node self = *this;
  return detail::IndexRange(is_sequence() ? size() : 0, [self](size_t i) { return self.at(i); });
}

inline auto Node::entries() const {
  const Node self = *this;
  return detail::IndexRange(is_mapping() ? size() : 0, [self](size_t i) { return self.entry(i); });
}

}  // namespace tizza
