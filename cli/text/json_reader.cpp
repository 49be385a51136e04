#include <simdjson.h>

#include <utility>

#include "text/json_fault.hpp"
#include "text/json_token.hpp"
#include "text/readable_text.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

namespace ondemand = simdjson::ondemand;

/// A collection whose end has not come yet. simdjson's iterators are positions in the token list.
struct Frame {
  NodeKind kind = NodeKind::kSequence;
  uint32_t begin = 0;
  size_t first_child = 0;  // index into the pending nodes
  bool has_started = false;
  ondemand::array_iterator items;
  ondemand::object_iterator fields;
};

/// Walks the tokens of simdjson without recursion; each one's address is its place. Functions
/// return false where the text is not JSON: why is asked of find_json_fault(), which is slower.
class TreeMaker {
 public:
  TreeMaker(SourcePtr source, const char* base, uint32_t start, const ReadOptions& options)
      : source_(std::move(source)),
        text_(source_->text()),
        base_(base),
        start_(start),
        options_(options),
        builder_(source_, Format::kJson) {}

  bool read(ondemand::document& document);
  Result<DocumentPtr> finish() { return builder_.finish(pending_.front()); }

 private:
  bool advance(Frame& frame);
  bool take_field(ondemand::field field);
  bool take_value(ondemand::value value);
  bool take_scalar(std::string_view token);
  template <typename Container>
  bool open(Container& container, uint32_t begin, NodeKind kind);
  bool close(const Frame& frame);

  uint32_t offset(const char* at) const { return start_ + static_cast<uint32_t>(at - base_); }
  void add_string(Span span);

  SourcePtr source_;
  std::string_view text_;
  const char* base_;  // simdjson's padded copy of the text behind a byte order mark
  uint32_t start_;
  const ReadOptions& options_;
  DocumentBuilder builder_;
  std::vector<Frame> frames_;
  std::vector<NodeId> pending_;  // the children of all open collections, outermost first
  uint32_t last_end_ = 0;        // behind the last token
};

bool TreeMaker::read(ondemand::document& document) {
  ondemand::json_type type;
  std::string_view token;
  if (document.type().get(type) || document.raw_json_token().get(token)) return false;
  if (type == ondemand::json_type::array || type == ondemand::json_type::object) {
    const bool is_list = type == ondemand::json_type::array;
    const NodeKind kind = is_list ? NodeKind::kSequence : NodeKind::kMapping;
    if (!open(document, offset(token.data()), kind)) return false;
  } else if (!take_scalar(token)) {
    return false;
  }
  while (!frames_.empty()) {
    if (!advance(frames_.back())) return false;
  }
  const size_t rest = text_.find_first_not_of(" \t\r\n", last_end_);
  return rest == std::string_view::npos;
}

/// Takes the next child of the innermost collection, or closes it.
bool TreeMaker::advance(Frame& frame) {
  const bool is_next = std::exchange(frame.has_started, true);
  if (frame.kind == NodeKind::kSequence) {
    if (is_next) ++frame.items;
    if (frame.items == ondemand::array_iterator()) return close(frame);
    ondemand::value value;
    return !(*frame.items).get(value) && take_value(value);
  }
  if (is_next) ++frame.fields;
  if (frame.fields == ondemand::object_iterator()) return close(frame);
  ondemand::field field;
  return !(*frame.fields).get(field) && take_field(field);
}

bool TreeMaker::take_field(ondemand::field field) {
  const uint32_t begin = offset(field.key().raw()) - 1;
  const uint32_t size = json_string_size(text_.substr(begin));
  const Span span{begin, begin + size};
  if (size == 0 || find_bad_escape(source_->slice(span))) return false;
  add_string(span);
  return take_value(field.value());
}

bool TreeMaker::take_value(ondemand::value value) {
  const std::string_view token = value.raw_json_token();
  if (token[0] == '[') return open(value, offset(token.data()), NodeKind::kSequence);
  if (token[0] == '{') return open(value, offset(token.data()), NodeKind::kMapping);
  if (!take_scalar(token)) return false;
  // A string that is not taken would be skipped together with a colon behind it, as if it were a
  // key.
  ondemand::raw_json_string taken;
  return token[0] != '"' || !value.get_raw_json_string().get(taken);
}

/// `token` reaches up to the next one.
bool TreeMaker::take_scalar(std::string_view token) {
  while (is_json_space(token.back())) token.remove_suffix(1);
  const uint32_t begin = offset(token.data());
  const Span span{begin, begin + static_cast<uint32_t>(token.size())};
  if (span.end > text_.size()) return false;
  if (token[0] == '"') {
    if (token.size() < 2 || token.back() != '"' || find_bad_escape(token)) return false;
    add_string(span);
    return true;
  }
  if (!is_json_literal(token)) return false;
  pending_.push_back(builder_.add_scalar(span, span, ScalarStyle::kPlain));
  last_end_ = span.end;
  return true;
}

void TreeMaker::add_string(Span span) {
  const Span inside{span.begin + 1, span.end - 1};
  const std::string_view text = source_->slice(inside);
  const bool is_verbatim = text.find('\\') == std::string_view::npos;
  constexpr auto kStyle = ScalarStyle::kDoubleQuoted;
  pending_.push_back(is_verbatim ? builder_.add_scalar(span, inside, kStyle)
                                 : builder_.add_scalar(span, unescape_json(text), kStyle));
  last_end_ = span.end;
}

template <typename Container>
bool TreeMaker::open(Container& container, uint32_t begin, NodeKind kind) {
  if (frames_.size() >= options_.max_depth) return false;
  Frame frame;
  frame.kind = kind;
  frame.begin = begin;
  frame.first_child = pending_.size();
  if (kind == NodeKind::kSequence) {
    ondemand::array list;
    if (container.get_array().get(list) || list.begin().get(frame.items)) return false;
  } else {
    ondemand::object mapping;
    if (container.get_object().get(mapping) || mapping.begin().get(frame.fields)) return false;
  }
  frames_.push_back(frame);
  last_end_ = begin + 1;
  return true;
}

bool TreeMaker::close(const Frame& frame) {
  const char bracket = frame.kind == NodeKind::kSequence ? ']' : '}';
  while (last_end_ < text_.size() && is_json_space(text_[last_end_])) ++last_end_;
  if (last_end_ >= text_.size() || text_[last_end_] != bracket) return false;
  ++last_end_;
  const Span span{frame.begin, last_end_};
  const auto children = std::span(pending_).subspan(frame.first_child);
  const NodeId node = frame.kind == NodeKind::kMapping ? builder_.add_mapping(span, children)
                                                       : builder_.add_sequence(span, children);
  pending_.resize(frame.first_child);
  pending_.push_back(node);
  frames_.pop_back();
  return true;
}

Error fault_error(const SourcePtr& source, uint32_t start, uint32_t max_depth) {
  const auto fault = find_json_fault(source->text(), start, max_depth);
  if (!fault) return syntax_error(source, {start, start}, "the text is not JSON");
  Error error = syntax_error(source, fault->at, fault->message, fault->help);
  if (fault->opened) {
    error.diagnostic.notes.push_back({"opened here", {source, *fault->opened}, {}});
  }
  return error;
}

}  // namespace

Result<DocumentPtr> read_json(SourcePtr source, const ReadOptions& options) {
  TIZZA_CHECK(check_readable(source));
  const uint32_t start = text_start(*source);
  const simdjson::padded_string padded(source->text().substr(start));
  ondemand::parser parser;
  ondemand::document document;
  const bool is_allocated = !parser.allocate(padded.size(), options.max_depth + 1);
  TreeMaker tree(source, padded.data(), start, options);
  if (!is_allocated || parser.iterate(padded).get(document) || !tree.read(document)) {
    return fault_error(source, start, options.max_depth);
  }
  return tree.finish();
}

}  // namespace tizza
