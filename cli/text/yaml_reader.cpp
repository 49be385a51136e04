#include <yaml.h>

#include <algorithm>
#include <memory>
#include <new>

#include <fmt/core.h>

#include "text/readable_text.hpp"
#include "text/reader.hpp"
#include "text/yaml_fault.hpp"
#include "text/yaml_input.hpp"
#include "text/yaml_places.hpp"
#include "text/yaml_tree.hpp"

namespace tizza {
namespace {

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";

std::string_view view(const yaml_char_t* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string_view();
}

/// What an event says of the properties of its node; empty where there are none.
struct Names {
  std::string_view anchor;
  std::string_view tag;
};

Names names_of(const yaml_event_t& event) {
  const auto names = [](const auto& node) { return Names{view(node.anchor), view(node.tag)}; };
  switch (event.type) {
    case YAML_SCALAR_EVENT:
      return names(event.data.scalar);
    case YAML_SEQUENCE_START_EVENT:
      return names(event.data.sequence_start);
    case YAML_MAPPING_START_EVENT:
      return names(event.data.mapping_start);
    default:
      return {};
  }
}

/// Tags beyond those of JSON's types ask for values that no other reader here could know.
bool is_known_tag(std::string_view tag) {
  if (tag.empty() || tag == "!") return true;
  if (!tag.starts_with(kTagPrefix)) return false;
  tag.remove_prefix(kTagPrefix.size());
  for (const std::string_view known : {"str", "int", "float", "bool", "null", "seq", "map"}) {
    if (tag == known) return true;
  }
  return false;
}

/// The properties of a node, and where it stands behind them.
struct NodeStart {
  yaml::Properties properties;
  Span span;  ///< To the end of what libyaml marks.
};

/// Hands the events of libyaml to the tree.
class EventTaker {
 public:
  EventTaker(SourcePtr source, yaml::Input& input, yaml::Tree& tree)
      : source_(std::move(source)), input_(input), tree_(tree) {}

  Status take(const yaml_event_t& event);

  /// Whether it refused a block scalar: there, tabs are text.
  bool met_lone_tab() const { return met_lone_tab_; }

 private:
  Span marked(const yaml_event_t& event);
  Result<NodeStart> start_node(const yaml_event_t& event);
  Status take_document(const yaml_event_t& event);
  Status take_scalar(const yaml_event_t& event);
  Status add_scalar(const yaml::Properties& properties, Span span, Span written,
                    std::string_view text, ScalarStyle style);
  Status open(const yaml_event_t& event, NodeKind kind, bool is_flow);

  SourcePtr source_;
  yaml::Input& input_;
  yaml::Tree& tree_;
  bool met_lone_tab_ = false;
};

Status EventTaker::take(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      return take_document(event);
    case YAML_SCALAR_EVENT:
      return take_scalar(event);
    case YAML_ALIAS_EVENT:
      return tree_.add_alias(view(event.data.alias.anchor), marked(event));
    case YAML_MAPPING_START_EVENT:
      return open(event, NodeKind::kMapping,
                  event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
    case YAML_SEQUENCE_START_EVENT:
      return open(event, NodeKind::kSequence,
                  event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      return tree_.close(marked(event).end);
    default:
      return {};
  }
}

Span EventTaker::marked(const yaml_event_t& event) {
  const uint32_t begin = input_.offset(event.start_mark.index);
  return {begin, input_.offset(event.end_mark.index)};
}

/// libyaml marks a node from its properties on.
Result<NodeStart> EventTaker::start_node(const yaml_event_t& event) {
  const auto [anchor, tag] = names_of(event);
  NodeStart start{{anchor, tag == "!" || tag == "tag:yaml.org,2002:str"}, marked(event)};
  if (tag.empty() && anchor.empty()) return start;
  const auto written = yaml::properties_at(source_->text(), start.span.begin);
  if (!is_known_tag(tag)) {
    return syntax_error(source_, written.tag,
                        "tag `" + std::string(source_->slice(written.tag)) + "` is not allowed",
                        "leave it out; only tags of JSON's types, such as `!!str`, are known");
  }
  // A node that is not written stands right behind its properties.
  start.span.begin = std::min(written.node, start.span.end);
  return start;
}

Status EventTaker::take_document(const yaml_event_t& event) {
  if (event.data.document_start.implicit) return tree_.begin_document(std::nullopt);
  const uint32_t end = marked(event).end;  // directives stand before the `---`
  return tree_.begin_document(Span{end - 3, end});
}

Status EventTaker::open(const yaml_event_t& event, NodeKind kind, bool is_flow) {
  TIZZA_TRY(const NodeStart start, start_node(event));
  const uint32_t begin = start.span.begin;
  return tree_.open(start.properties, {begin, begin + (is_flow ? 1 : 0)}, kind);
}

Status EventTaker::take_scalar(const yaml_event_t& event) {
  TIZZA_TRY(const NodeStart start, start_node(event));
  const auto& scalar = event.data.scalar;
  const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
  const Span span = start.span;
  if (scalar.style == YAML_PLAIN_SCALAR_STYLE && text.empty()) {
    return tree_.add_empty(start.properties, span.begin);
  }
  switch (scalar.style) {
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE: {
      const bool is_literal = scalar.style == YAML_LITERAL_SCALAR_STYLE;
      const Span block = yaml::block_scalar_span(source_->text(), span);
      met_lone_tab_ = input_.has_replaced_tabs(block);
      if (met_lone_tab_) return syntax_error(source_, block, "tabs cannot be told from spaces");
      return add_scalar(start.properties, block, block, text,
                        is_literal ? ScalarStyle::kLiteral : ScalarStyle::kFolded);
    }
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: {
      const bool is_single = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE;
      return add_scalar(start.properties, span, {span.begin + 1, span.end - 1}, text,
                        is_single ? ScalarStyle::kSingleQuoted : ScalarStyle::kDoubleQuoted);
    }
    default:
      return add_scalar(start.properties, span, span, text, ScalarStyle::kPlain);
  }
}

/// Most scalars stand at `written` as they are: their text is not copied.
Status EventTaker::add_scalar(const yaml::Properties& properties, Span span, Span written,
                              std::string_view text, ScalarStyle style) {
  if (input_.stands_at(written, text)) {
    return tree_.add_scalar(properties, span, written, style);
  }
  return tree_.add_scalar(properties, span, std::string_view(input_.original(text)), style);
}

class Parser {
 public:
  /// `text` outlives it.
  explicit Parser(std::string_view text) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Parser() { yaml_parser_delete(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The next event, or nothing where the text is not YAML.
  bool next(yaml_event_t& event) {
    const bool is_read = yaml_parser_parse(&parser_, &event) != 0;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    return is_read;
  }

  yaml::Fault fault(yaml::Input& input) const;

 private:
  yaml_parser_t parser_;
};

std::string_view words(const char* text) {
  return text ? text : std::string_view();
}

yaml::Fault Parser::fault(yaml::Input& input) const {
  // A character that cannot be read is found before it is part of anything.
  if (parser_.error == YAML_READER_ERROR) {
    return {words(parser_.problem), input.offset_of_byte(parser_.problem_offset), {}, {}};
  }
  yaml::Fault fault{
      words(parser_.problem), input.offset(parser_.problem_mark.index), words(parser_.context), {}};
  if (parser_.context) fault.begun_at = input.offset(parser_.context_mark.index);
  return fault;
}

struct DeleteEvent {
  void operator()(yaml_event_t* event) const { yaml_event_delete(event); }
};

bool starts_line(std::string_view text, size_t at) {
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

/// libyaml skips a byte order mark wherever a line starts, and counts it as a column.
Status check_marks(const SourcePtr& source) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  const std::string_view text = source->text();
  const uint32_t start = text_start(*source);
  for (size_t at = text.find(kMark, start); at != std::string_view::npos;
       at = text.find(kMark, at + 1)) {
    if (at != start && !starts_line(text, at)) continue;
    const auto begin = static_cast<uint32_t>(at);
    return syntax_error(source, {begin, begin + static_cast<uint32_t>(kMark.size())},
                        "a byte order mark within the text", "remove it");
  }
  return {};
}

/// libyaml compares each %TAG directive with all before it. Nobody needs one here.
Status check_directives(const SourcePtr& source) {
  constexpr size_t kMost = 64;
  const std::string_view text = source->text();
  size_t count = 0;
  for (size_t at = text.find("%TAG"); at != std::string_view::npos;
       at = text.find("%TAG", at + 1)) {
    if (!starts_line(text, at) || ++count <= kMost) continue;
    const auto begin = static_cast<uint32_t>(at);
    return syntax_error(source, {begin, begin + 4},
                        fmt::format("more than {} %TAG directives", kMost), "leave them out");
  }
  return {};
}

struct Attempt {
  Result<DocumentPtr> document;
  bool met_lone_tab = false;  ///< Where it cannot be read, or cannot be replaced.
};

Attempt parse(const SourcePtr& source, yaml::Input& input, const ReadOptions& options) {
  Parser parser(input.text());
  yaml::Tree tree(source, options);
  EventTaker taker(source, input, tree);
  for (yaml_event_t event; parser.next(event);) {
    const std::unique_ptr<yaml_event_t, DeleteEvent> guard(&event);
    if (event.type == YAML_STREAM_END_EVENT) return {tree.finish()};
    Status taken = taker.take(event);
    if (!taken.ok()) return {std::move(taken).error(), taker.met_lone_tab()};
  }
  const yaml::Fault fault = parser.fault(input);
  return {yaml::syntax_fault(source, fault, tree.open_bracket()), input.is_lone_tab(fault.at)};
}

}  // namespace

Result<DocumentPtr> read_yaml(SourcePtr source, const ReadOptions& options) {
  TIZZA_CHECK(check_readable(source));
  TIZZA_CHECK(check_marks(source));
  TIZZA_CHECK(check_directives(source));
  yaml::Input input(*source);
  Attempt attempt = parse(source, input, options);
  if (!attempt.met_lone_tab) return std::move(attempt.document);
  input.replace_lone_tabs();
  Attempt again = parse(source, input, options);
  return std::move(again.met_lone_tab ? attempt.document : again.document);
}

}  // namespace tizza
