#include "text/yaml_tree.hpp"

#include <fmt/core.h>

#include "base/near_names.hpp"
#include "text/readable_text.hpp"
#include "text/yaml_places.hpp"

namespace tizza::yaml {

Tree::Tree(SourcePtr source, const ReadOptions& options)
    : source_(std::move(source)),
      text_(source_->text()),
      options_(options),
      builder_(source_, Format::kYaml),
      last_end_(text_start(*source_)) {}

Status Tree::begin_document(std::optional<Span> marker) {
  if (has_document_) {
    return syntax_error(source_, marker.value_or(Span{last_end_, last_end_}),
                        "a second document starts here", "keep one document in a file");
  }
  has_document_ = true;
  if (marker) last_end_ = std::max(last_end_, marker->end);
  return {};
}

Status Tree::add_scalar(const Properties& properties, Span span, Span text, ScalarStyle style) {
  TIZZA_CHECK(begin_node(properties, span));
  const NodeId node = builder_.add_scalar(span, text, style, properties.is_string);
  return place(node, span, properties.anchor, expanded_);
}

Status Tree::add_scalar(const Properties& properties, Span span, std::string_view text,
                        ScalarStyle style) {
  TIZZA_CHECK(begin_node(properties, span));
  const NodeId node = builder_.add_scalar(span, text, style, properties.is_string);
  return place(node, span, properties.anchor, expanded_);
}

Status Tree::add_block_scalar(const Properties& properties, Span content, std::string_view text,
                              ScalarStyle style) {
  // Where the text ends without a line end, none is added (YAML 1.2.2, chapter 8.1.1.2).
  const bool is_cut = content.end == text_.size() && content.size() > 0 && text_.back() != '\n' &&
                      text_.back() != '\r';
  if (is_cut && text.ends_with('\n')) text.remove_suffix(1);
  const uint32_t from = std::max(last_end_, properties.span.end);
  return add_scalar(properties, block_scalar_span(text_, content, from), text, style);
}

Status Tree::add_empty(const Properties& properties) {
  uint32_t at = properties.span.end;
  if (at == 0) {
    Role role = Role::kRoot;
    if (!frames_.empty()) {
      const bool is_item = frames_.back().kind == NodeKind::kSequence;
      role = is_item ? Role::kItem : expects_key() ? Role::kKey : Role::kValue;
    }
    at = place_of_empty(text_, last_end_, role);
  }
  return add_scalar(properties, {at, at}, Span{at, at}, ScalarStyle::kPlain);
}

Status Tree::add_alias(std::string_view name, Span span) {
  TIZZA_CHECK(begin_node({}, span));
  const auto found = anchors_.find(name);
  if (found == anchors_.end()) return unknown_alias(name, span);
  const Anchor target = found->second;
  const uint64_t nodes_before = expanded_;
  TIZZA_CHECK(count_shared(target.expanded, span));
  if (expects_key() && builder_.kind(target.node) != NodeKind::kScalar) return complex_key(span);
  return place(target.node, span, {}, nodes_before);
}

Error Tree::unknown_alias(std::string_view name, Span span) const {
  std::vector<std::string> known;
  for (const auto& [anchor, target] : anchors_) known.push_back(anchor);
  for (const Frame& frame : frames_) {
    if (frame.anchor != name) continue;
    return syntax_error(source_, span,
                        fmt::format("alias `{}` stands inside the node that it names", name));
  }
  return syntax_error(source_, span, fmt::format("alias `{}` names no anchor", name),
                      near_names_help(name, known));
}

Error Tree::complex_key(Span span) const {
  return syntax_error(source_, span, "a list or mapping cannot be a key",
                      "quote it to make it a string");
}

Status Tree::open(const Properties& properties, Span opening, NodeKind kind) {
  if (expects_key()) return complex_key(opening);
  if (frames_.size() >= options_.max_depth) {
    is_too_deep_ = true;
    return syntax_error(source_, opening,
                        fmt::format("nested more than {} levels deep", options_.max_depth));
  }
  const bool has_bracket = opening.size() > 0;
  if (has_bracket || properties.span.end > 0) {
    TIZZA_CHECK(begin_node(properties, has_bracket ? opening : properties.span));
  }
  note_first_token(opening);
  Frame frame;
  frame.kind = kind;
  frame.is_flow = has_bracket;
  frame.in_flow = has_bracket || (!frames_.empty() && frames_.back().in_flow);
  frame.opening = opening;
  frame.first_child = pending_.size();
  frame.nodes_before = expanded_;
  frame.anchor = properties.anchor;
  frames_.push_back(std::move(frame));
  last_end_ = opening.end;
  return {};
}

Status Tree::close(uint32_t end) {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.is_flow) last_end_ = end;
  const Span span{frame.opening.begin, last_end_};
  if (frame.has_merge_key) TIZZA_CHECK(merge(frame));
  const auto children = std::span(pending_).subspan(frame.first_child);
  const NodeId node = frame.kind == NodeKind::kMapping ? builder_.add_mapping(span, children)
                                                       : builder_.add_sequence(span, children);
  pending_.resize(frame.first_child);
  return place(node, span, frame.anchor, frame.nodes_before);
}

/// What holds for every node that is written with a token of its own.
Status Tree::begin_node(const Properties& properties, Span span) {
  if (properties.span.end > 0) TIZZA_CHECK(check_indented(properties.span.begin));
  TIZZA_CHECK(check_indented(span.begin));
  last_end_ = span.end;
  return {};
}

/// libfyaml takes a value on a line of its own wherever it starts. YAML does not (1.2.2, chapter
/// 8.2), and other readers see something else there.
Status Tree::check_indented(uint32_t begin) const {
  if (frames_.empty() || frames_.back().in_flow) return {};
  uint32_t from = last_end_;
  if (expects_key()) {
    from = skip_blank(text_, last_end_);
    if (from >= begin || text_[from] != '?') return {};
  }
  if (from >= begin || !has_line_break(text_.substr(from, begin - from))) return {};
  if (column(begin) > column(frames_.back().opening.begin)) return {};
  const auto end = static_cast<uint32_t>(text_.size());
  return syntax_error(source_, {begin, std::min(begin + 1, end)},
                      "a value on a line of its own is indented more than what it belongs to");
}

/// Behind `key: |` without lines of its own, libfyaml 0.7.12 takes the next keys for its lines.
Status Tree::check_block_scalar(Span content) {
  if (frames_.empty()) return {};
  const uint32_t first = skip_spaces_and_lines(text_, content.begin);
  if (first >= content.end || column(first) > column(frames_.back().opening.begin)) return {};
  has_swallowed_lines_ = true;
  return syntax_error(source_, {first, first + 1},
                      "the block scalar before this line has no lines of its own",
                      "indent its lines more than its key, or write `\"\"` for an empty text");
}

/// From 0, in bytes: indentation is made of spaces.
uint32_t Tree::column(uint32_t offset) const {
  return offset - line_start(text_, offset, text_start(*source_));
}

bool Tree::expects_key() const {
  return !frames_.empty() && frames_.back().kind == NodeKind::kMapping &&
         (pending_.size() - frames_.back().first_child) % 2 == 0;
}

/// The start that libfyaml marks for the pair in `[key: value]` is the colon; the first token that
/// follows may stand before it.
void Tree::note_first_token(Span span) {
  if (frames_.empty() || pending_.size() != frames_.back().first_child) return;
  auto& begin = frames_.back().opening.begin;
  begin = std::min(begin, span.begin);
}

Status Tree::place(NodeId node, Span span, std::string_view anchor, uint64_t nodes_before) {
  ++expanded_;
  if (!anchor.empty()) {
    anchors_.insert_or_assign(std::string(anchor), Anchor{node, expanded_ - nodes_before});
  }
  if (frames_.empty()) {
    root_ = node;
    return {};
  }
  note_first_token(span);
  const bool is_merge_key = expects_key() && span.size() == 2 && source_->slice(span) == "<<";
  if (is_merge_key && !options_.merge_keys) {
    return syntax_error(source_, span, "merge key `<<` is not YAML 1.2",
                        "write the entries out, or quote the key to mean the two characters");
  }
  if (is_merge_key) frames_.back().has_merge_key = true;
  pending_.push_back(node);
  return {};
}

Result<DocumentPtr> Tree::finish() {
  if (!root_) {
    root_ = builder_.add_scalar({last_end_, last_end_}, Span{last_end_, last_end_},
                                ScalarStyle::kPlain);
  }
  return builder_.finish(*root_);
}

std::optional<Span> Tree::open_bracket() const {
  if (frames_.empty() || !frames_.back().is_flow) return std::nullopt;
  return frames_.back().opening;
}

}  // namespace tizza::yaml
