#include "text/yaml_tree.hpp"

#include <fmt/core.h>

#include "base/near_names.hpp"
#include "text/readable_text.hpp"
#include "text/yaml_places.hpp"

namespace tizza::yaml {

Tree::Tree(SourcePtr source, const ReadOptions& options)
    : source_(std::move(source)),
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
  last_end_ = span.end;
  const NodeId node = builder_.add_scalar(span, text, style, properties.is_string);
  return place(node, span, properties.anchor, expanded_);
}

Status Tree::add_scalar(const Properties& properties, Span span, std::string_view text,
                        ScalarStyle style) {
  last_end_ = span.end;
  const NodeId node = builder_.add_scalar(span, text, style, properties.is_string);
  return place(node, span, properties.anchor, expanded_);
}

/// Between brackets libyaml marks a missing value where the next token starts.
Status Tree::add_empty(const Properties& properties, uint32_t at) {
  const bool is_value =
      !frames_.empty() && frames_.back().kind == NodeKind::kMapping && !expects_key();
  const uint32_t next = skip_blank(source_->text(), last_end_);
  const bool is_behind_colon =
      next < at && source_->text()[next] == ':' && skip_blank(source_->text(), next + 1) >= at;
  if (is_value && is_behind_colon) at = next + 1;
  return add_scalar(properties, {at, at}, Span{at, at}, ScalarStyle::kPlain);
}

Status Tree::add_alias(std::string_view name, Span span) {
  last_end_ = span.end;
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
    return syntax_error(source_, opening,
                        fmt::format("nested more than {} levels deep", options_.max_depth));
  }
  Frame frame;
  frame.kind = kind;
  frame.is_flow = opening.size() > 0;
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

bool Tree::expects_key() const {
  return !frames_.empty() && frames_.back().kind == NodeKind::kMapping &&
         (pending_.size() - frames_.back().first_child) % 2 == 0;
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
