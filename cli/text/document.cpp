#include "text/document.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include "text/pointer.hpp"
#include "text/scalar.hpp"

namespace tizza {
namespace {

// Up to here a look through the keys is faster than a hash.
constexpr uint32_t kLinearKeys = 8;

size_t key_hash(NodeId mapping, std::string_view key) {
  return std::hash<std::string_view>{}(key) ^ (mapping * 0x9E3779B97F4A7C15ull);
}

}  // namespace

NodeKind Node::kind() const {
  return document_->record(id_).kind;
}
bool Node::is_scalar() const {
  return document_ && kind() == NodeKind::kScalar;
}
bool Node::is_sequence() const {
  return document_ && kind() == NodeKind::kSequence;
}
bool Node::is_mapping() const {
  return document_ && kind() == NodeKind::kMapping;
}

Span Node::span() const {
  return document_ ? document_->record(id_).span : Span{};
}

Location Node::location() const {
  return document_ ? Location{document_->source(), span()} : Location{};
}

std::string_view Node::raw() const {
  return document_ ? document_->source()->slice(span()) : std::string_view();
}

std::string_view Node::text() const {
  if (!is_scalar()) return {};
  const auto& record = document_->record(id_);
  const std::string_view home =
      record.text_in_arena ? document_->texts_ : document_->source()->text();
  return home.substr(record.first, record.count);
}

ScalarStyle Node::style() const {
  return is_scalar() ? document_->record(id_).style : ScalarStyle::kPlain;
}

ScalarType Node::type() const {
  if (!is_scalar()) return ScalarType::kString;
  const auto& record = document_->record(id_);
  if (record.is_string || record.style != ScalarStyle::kPlain) return ScalarType::kString;
  return plain_scalar_type(text());
}

bool Node::is_number() const {
  const ScalarType t = type();
  return t == ScalarType::kInt || t == ScalarType::kFloat;
}

std::optional<bool> Node::as_bool() const {
  if (type() != ScalarType::kBool) return std::nullopt;
  return text()[0] == 't' || text()[0] == 'T';
}

std::optional<int64_t> Node::as_int() const {
  return type() == ScalarType::kInt ? parse_core_int(text()) : std::nullopt;
}

std::optional<double> Node::as_double() const {
  return is_number() ? parse_core_double(text()) : std::nullopt;
}

std::optional<std::string_view> Node::as_string() const {
  return is_string() ? std::optional(text()) : std::nullopt;
}

size_t Node::size() const {
  return document_ && !is_scalar() ? document_->record(id_).count : 0;
}

Node Node::at(size_t index) const {
  if (!is_sequence() || index >= size()) return {};
  return Node(document_, document_->children_[document_->record(id_).first + index]);
}

Entry Node::entry(size_t index) const {
  if (!is_mapping() || index >= size()) return {};
  const size_t first = document_->record(id_).first + 2 * index;
  return {Node(document_, document_->children_[first]),
          Node(document_, document_->children_[first + 1])};
}

std::optional<Entry> Node::find(std::string_view key) const {
  if (!is_mapping()) return std::nullopt;
  const auto& record = document_->record(id_);
  if (record.count <= kLinearKeys) {
    for (size_t i = 0; i < record.count; ++i) {
      const Entry candidate = entry(i);
      if (candidate.key.text() == key) return candidate;
    }
    return std::nullopt;
  }
  const auto& slots = document_->key_slots_;
  for (size_t slot = key_hash(id_, key) & (slots.size() - 1);;
       slot = (slot + 1) & (slots.size() - 1)) {
    if (slots[slot] == 0) return std::nullopt;
    const uint32_t child = slots[slot] - 1;
    const bool is_own = child >= record.first && child < record.first + 2 * record.count;
    const Node candidate(document_, document_->children_[child]);
    if (is_own && candidate.text() == key) {
      return Entry{candidate, Node(document_, document_->children_[child + 1])};
    }
  }
}

Node Node::operator[](std::string_view key) const {
  const auto found = find(key);
  return found ? found->value : Node();
}

Node Node::parent() const {
  if (!document_ || id_ == document_->root_) return {};
  return Node(document_, document_->record(id_).parent);
}

Node Node::key() const {
  const Node holder = parent();
  if (!holder.is_mapping()) return {};
  for (const auto& [name, value] : holder.entries()) {
    if (value.id() == id_ || name.id() == id_) return name;
  }
  return {};
}

std::string Node::pointer() const {
  std::vector<std::string> tokens;
  for (Node node = *this; node;) {
    const Node holder = node.parent();
    if (holder.is_mapping()) {
      tokens.push_back(escape_pointer_token(node.key().text()));
    } else if (holder) {
      size_t index = 0;
      while (index + 1 < holder.size() && holder.at(index).id() != node.id()) ++index;
      tokens.push_back(std::to_string(index));
    }
    node = holder;
  }
  std::string pointer;
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    pointer.append("/").append(*token);
  }
  return pointer;
}

Node Document::resolve(std::string_view pointer) const {
  Node node = root();
  for (const auto& token : pointer_tokens(pointer)) {
    if (node.is_sequence()) {
      size_t index = 0;
      const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
      const bool is_canonical = token == "0" || !token.starts_with('0');
      if (error != std::errc() || end != token.data() + token.size() || !is_canonical) return {};
      node = node.at(index);
    } else {
      node = node[token];
    }
    if (!node) return {};
  }
  return node;
}

Node Document::node_at(uint32_t offset) const {
  const auto holds = [offset](Node node) {
    return node.span().begin <= offset && offset < node.span().end;
  };
  Node inner = root();
  if (!holds(inner)) return {};
  for (;;) {
    Node next;
    for (const Node item : inner.items()) {
      if (holds(item)) next = item;
    }
    for (const auto& [key, value] : inner.entries()) {
      if (holds(key)) next = key;
      if (holds(value)) next = value;
    }
    if (!next) return inner;
    inner = next;
  }
}

DocumentBuilder::DocumentBuilder(SourcePtr source, Format format) : document_(new Document()) {
  document_->source_ = std::move(source);
  document_->format_ = format;
}

NodeId DocumentBuilder::add_scalar(Span span, Span text, ScalarStyle style, bool is_string) {
  Document::Record record;
  record.span = span;
  record.first = text.begin;
  record.count = text.size();
  record.style = style;
  record.is_string = is_string;
  document_->nodes_.push_back(record);
  return static_cast<NodeId>(document_->nodes_.size() - 1);
}

NodeId DocumentBuilder::add_scalar(Span span, std::string_view text, ScalarStyle style,
                                   bool is_string) {
  const auto first = static_cast<uint32_t>(document_->texts_.size());
  document_->texts_ += text;
  const NodeId id =
      add_scalar(span, Span{first, first + static_cast<uint32_t>(text.size())}, style, is_string);
  document_->nodes_[id].text_in_arena = true;
  return id;
}

NodeId DocumentBuilder::add_sequence(Span span, std::span<const NodeId> items) {
  auto& nodes = document_->nodes_;
  const auto id = static_cast<NodeId>(nodes.size());
  Document::Record record;
  record.span = span;
  record.kind = NodeKind::kSequence;
  record.first = static_cast<uint32_t>(document_->children_.size());
  record.count = static_cast<uint32_t>(items.size());
  nodes.push_back(record);
  document_->children_.insert(document_->children_.end(), items.begin(), items.end());
  return id;
}

NodeId DocumentBuilder::add_mapping(Span span, std::span<const NodeId> keys_and_values) {
  const NodeId id = add_sequence(span, keys_and_values);
  document_->nodes_[id].kind = NodeKind::kMapping;
  document_->nodes_[id].count /= 2;
  return id;
}

std::string_view DocumentBuilder::text(NodeId id) const {
  return Node(document_.get(), id).text();
}
Span DocumentBuilder::span(NodeId id) const {
  return document_->nodes_[id].span;
}
NodeKind DocumentBuilder::kind(NodeId id) const {
  return document_->nodes_[id].kind;
}
std::span<const NodeId> DocumentBuilder::children(NodeId id) const {
  const auto& record = document_->nodes_[id];
  if (record.kind == NodeKind::kScalar) return {};
  return std::span(document_->children_)
      .subspan(record.first, record.kind == NodeKind::kMapping ? 2 * record.count : record.count);
}
size_t DocumentBuilder::size() const {
  return document_->nodes_.size();
}

void DocumentBuilder::link_parents() {
  Document& document = *document_;
  std::vector<bool> is_placed(document.nodes_.size(), false);
  for (NodeId id = 0; id < document.nodes_.size(); ++id) {
    const auto& record = document.nodes_[id];
    if (record.kind == NodeKind::kScalar) continue;
    const uint32_t children = record.kind == NodeKind::kMapping ? 2 * record.count : record.count;
    for (uint32_t i = 0; i < children; ++i) {
      const NodeId child = document.children_[record.first + i];
      if (is_placed[child]) continue;
      auto& held = document.nodes_[child];
      // Parents come innermost first; the one under which a shared node was written is the first
      // whose text holds it.
      held.parent = id;
      is_placed[child] = record.span.begin <= held.span.begin && held.span.end <= record.span.end;
    }
  }
}

Status DocumentBuilder::index_keys() {
  const auto& nodes = document_->nodes_;
  const auto is_large = [&](NodeId id) {
    return nodes[id].kind == NodeKind::kMapping && nodes[id].count > kLinearKeys;
  };
  size_t hashed_keys = 0;
  for (NodeId id = 0; id < nodes.size(); ++id) {
    if (is_large(id)) hashed_keys += nodes[id].count;
  }
  document_->key_slots_.assign(std::bit_ceil(std::max<size_t>(16, 2 * hashed_keys)), 0);
  for (NodeId id = 0; id < nodes.size(); ++id) {
    if (nodes[id].kind != NodeKind::kMapping) continue;
    TIZZA_CHECK(is_large(id) ? index_large(id) : index_small(id));
  }
  return {};
}

Status DocumentBuilder::index_small(NodeId mapping) {
  const Node holder(document_.get(), mapping);
  for (size_t i = 1; i < holder.size(); ++i) {
    const Node key = holder.entry(i).key;
    for (size_t j = 0; j < i; ++j) {
      const Node earlier = holder.entry(j).key;
      if (earlier.text() == key.text()) return duplicate_key(earlier.id(), key.id());
    }
  }
  return {};
}

Status DocumentBuilder::index_large(NodeId mapping) {
  const auto& record = document_->nodes_[mapping];
  auto& slots = document_->key_slots_;
  for (uint32_t i = 0; i < record.count; ++i) {
    const uint32_t child = record.first + 2 * i;
    const NodeId key = document_->children_[child];
    size_t slot = key_hash(mapping, text(key)) & (slots.size() - 1);
    for (; slots[slot] != 0; slot = (slot + 1) & (slots.size() - 1)) {
      const uint32_t taken = slots[slot] - 1;
      const bool is_own = taken >= record.first && taken < child;
      const NodeId earlier = document_->children_[taken];
      if (is_own && text(earlier) == text(key)) return duplicate_key(earlier, key);
    }
    slots[slot] = child + 1;
  }
  return {};
}

Error DocumentBuilder::duplicate_key(NodeId first, NodeId second) const {
  const SourcePtr& source = document_->source_;
  Error error = failure_at({source, span(second)}, "duplicate-key",
                           "key `" + std::string(text(second)) + "` stands twice in one mapping",
                           "rename or remove one of the two");
  error.diagnostic.notes.push_back({"first used here", {source, span(first)}, {}});
  error.verdict = Verdict::kNegative;
  return error;
}

Result<DocumentPtr> DocumentBuilder::finish(NodeId root) {
  document_->root_ = root;
  link_parents();
  TIZZA_CHECK(index_keys());
  return DocumentPtr(document_.release());
}

}  // namespace tizza
