#include <libfyaml.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <vector>

#include "text/readable_text.hpp"
#include "text/reader.hpp"
#include "text/yaml_brackets.hpp"
#include "text/yaml_empty_blocks.hpp"
#include "text/yaml_places.hpp"
#include "text/yaml_tree.hpp"

namespace tizza {
namespace {

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";

std::string_view token_text(fy_token* token) {
  size_t size = 0;
  const char* text = token ? fy_token_get_text(token, &size) : nullptr;
  return text ? std::string_view(text, size) : std::string_view();
}

struct DestroyIterator {
  void operator()(fy_token_iter* iterator) const { fy_token_iter_destroy(iterator); }
};

/// The text of a scalar that differs from what is written. Piece by piece, for fy_token_get_text()
/// trusts a length that libfyaml 0.7.12 gets wrong where the header of a block scalar stands on a
/// line of its own, or line ends differ.
std::string scalar_text(fy_token* token) {
  const std::unique_ptr<fy_token_iter, DestroyIterator> iterator(fy_token_iter_create(token));
  std::string text;
  int error = 0;
  const fy_iter_chunk* chunk = nullptr;
  while ((chunk = fy_token_iter_chunk_next(iterator.get(), chunk, &error))) {
    text.append(chunk->str, chunk->len);
  }
  return text;
}

Span marks(const fy_mark* start, const fy_mark* end) {
  return {static_cast<uint32_t>(start->input_pos), static_cast<uint32_t>(end->input_pos)};
}

Span token_span(fy_token* token) {
  return marks(fy_token_start_mark(token), fy_token_end_mark(token));
}

/// Tags beyond those of JSON's types ask for values that no other reader here could know.
Status check_tag(const SourcePtr& source, fy_token* tag) {
  if (!tag) return {};
  std::string_view name = token_text(tag);
  if (name == "!") return {};
  if (name.starts_with(kTagPrefix)) {
    name.remove_prefix(kTagPrefix.size());
    for (const std::string_view known : {"str", "int", "float", "bool", "null", "seq", "map"}) {
      if (name == known) return {};
    }
  }
  const Span span = token_span(tag);
  return syntax_error(source, span, "tag `" + std::string(source->slice(span)) + "` is not allowed",
                      "leave it out; only tags of JSON's types, such as `!!str`, are known");
}

yaml::Properties properties_of(fy_token* anchor, fy_token* tag) {
  yaml::Properties properties;
  if (anchor) {
    properties.anchor = token_text(anchor);
    properties.span = token_span(anchor);
    --properties.span.begin;  // the `&` is not marked
  }
  if (tag) {
    const Span span = token_span(tag);
    const bool is_first = !anchor || span.begin < properties.span.begin;
    if (is_first) properties.span.begin = span.begin;
    properties.span.end = std::max(properties.span.end, span.end);
    const std::string_view name = token_text(tag);
    properties.is_string = name == "!" || (name.starts_with(kTagPrefix) && name.ends_with(":str"));
  }
  return properties;
}

/// Hands the events of libfyaml to the tree.
class EventTaker {
 public:
  EventTaker(SourcePtr source, yaml::Tree& tree, yaml::EmptyBlocks& empty_blocks)
      : source_(std::move(source)), tree_(tree), empty_blocks_(empty_blocks) {}

  Status take(fy_event& event);

 private:
  Status take_document(fy_event& event);
  Status take_scalar(fy_token* token, const yaml::Properties& properties);
  Status take_flow_scalar(fy_token* token, const yaml::Properties& properties);
  Status take_empty_block(uint32_t header, const yaml::Properties& properties);

  SourcePtr source_;
  yaml::Tree& tree_;
  yaml::EmptyBlocks& empty_blocks_;
};

Status EventTaker::take(fy_event& event) {
  fy_token* anchor = fy_event_get_anchor_token(&event);
  fy_token* tag = fy_event_get_tag_token(&event);
  switch (event.type) {
    case FYET_DOCUMENT_START:
      return take_document(event);
    case FYET_SCALAR:
      TIZZA_CHECK(check_tag(source_, tag));
      return take_scalar(event.scalar.value, properties_of(anchor, tag));
    case FYET_ALIAS: {
      const Span name = token_span(event.alias.anchor);
      return tree_.add_alias(token_text(event.alias.anchor), {name.begin - 1, name.end});
    }
    case FYET_MAPPING_START:
    case FYET_SEQUENCE_START: {
      TIZZA_CHECK(check_tag(source_, tag));
      const bool is_mapping = event.type == FYET_MAPPING_START;
      const Span opening = marks(fy_event_start_mark(&event), fy_event_end_mark(&event));
      return tree_.open(properties_of(anchor, tag), opening,
                        is_mapping ? NodeKind::kMapping : NodeKind::kSequence);
    }
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
      return tree_.close(static_cast<uint32_t>(fy_event_end_mark(&event)->input_pos));
    default:
      return {};
  }
}

Status EventTaker::take_document(fy_event& event) {
  const fy_mark* start = fy_event_start_mark(&event);
  const fy_mark* end = fy_event_end_mark(&event);
  return tree_.begin_document(start && end ? std::optional(marks(start, end)) : std::nullopt);
}

Status EventTaker::take_scalar(fy_token* token, const yaml::Properties& properties) {
  if (!token) return tree_.add_empty(properties);
  const fy_scalar_style style = fy_token_scalar_style(token);
  if (style != FYSS_LITERAL && style != FYSS_FOLDED) return take_flow_scalar(token, properties);
  const Span content = token_span(token);
  TIZZA_CHECK(tree_.check_block_scalar(content));
  // An empty block at the end of the text has a zero byte for its text.
  const std::string text = content.size() > 0 ? scalar_text(token) : std::string();
  return tree_.add_block_scalar(
      properties, content, text,
      style == FYSS_LITERAL ? ScalarStyle::kLiteral : ScalarStyle::kFolded);
}

/// Most scalars stand in the text as they are: asking libfyaml for their text would copy it. Quotes
/// are not marked.
Status EventTaker::take_flow_scalar(fy_token* token, const yaml::Properties& properties) {
  const Span content = token_span(token);
  const Span quoted{content.begin - 1, content.end + 1};
  const std::string_view inner = source_->slice(content);
  const bool is_one_line = !yaml::has_line_break(inner);
  switch (fy_token_scalar_style(token)) {
    case FYSS_SINGLE_QUOTED:
      if (is_one_line && inner.find('\'') == std::string_view::npos) {
        return tree_.add_scalar(properties, quoted, content, ScalarStyle::kSingleQuoted);
      }
      return tree_.add_scalar(properties, quoted, yaml::unquote_single(inner),
                              ScalarStyle::kSingleQuoted);
    case FYSS_DOUBLE_QUOTED:
      if (is_one_line && inner.find('\\') == std::string_view::npos) {
        return tree_.add_scalar(properties, quoted, content, ScalarStyle::kDoubleQuoted);
      }
      return tree_.add_scalar(properties, quoted, scalar_text(token), ScalarStyle::kDoubleQuoted);
    default:
      if (!tree_.in_flow() && empty_blocks_.meet(content.begin)) {
        return take_empty_block(content.begin, properties);
      }
      if (is_one_line) return tree_.add_scalar(properties, content, content, ScalarStyle::kPlain);
      return tree_.add_scalar(properties, content, scalar_text(token), ScalarStyle::kPlain);
  }
}

Status EventTaker::take_empty_block(uint32_t header, const yaml::Properties& properties) {
  const std::string_view text = source_->text();
  return tree_.add_block_scalar(properties, yaml::lines_below(text, header),
                                yaml::empty_block_text(text, header),
                                text[header] == '|' ? ScalarStyle::kLiteral : ScalarStyle::kFolded);
}

struct DestroyParser {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct DestroyDiagnostics {
  void operator()(fy_diag* diagnostics) const { fy_diag_destroy(diagnostics); }
};
using ParserPtr = std::unique_ptr<fy_parser, DestroyParser>;
using DiagnosticsPtr = std::unique_ptr<fy_diag, DestroyDiagnostics>;

struct Advice {
  std::string_view message;  // the start of libfyaml's words
  std::string_view help;
};

// What people do next, for the mistakes that they make most.
constexpr std::array kAdvice = {
    Advice{"plain scalar cannot start", "put the text in quotes"},
    Advice{"invalid nested block mapping on the same line", "put a text that holds `: ` in quotes"},
    Advice{"invalid mapping in plain multiline", "put a text that holds `: ` in quotes"},
    Advice{"could not find expected ':'", "an entry is written `key: value`"},
    Advice{"invalid value after mapping", "an entry is written `key: value`"},
    Advice{"did not find expected key", "line it up with the entry above"},
    Advice{"invalid indentation in mapping", "line it up with the entry above"},
    Advice{"tab character may not be used", "indent with spaces"},
    Advice{"invalid tab", "indent with spaces"},
    Advice{"cannot use tab", "indent with spaces"},
    Advice{"wrongly indented double-quoted scalar", "close the quote, or indent the text"},
    Advice{"wrongly indented single-quoted scalar", "close the quote, or indent the text"},
    Advice{"missing comma in flow", "put a comma between the entries"},
};

std::string help_for(std::string_view message) {
  for (const auto& [start, help] : kAdvice) {
    if (message.starts_with(start)) return std::string(help);
  }
  return {};
}

/// At this error libfyaml 0.7.12 (fy_fetch_value) gives one key back twice, and would free it
/// twice: the parser is kept for good instead.
void destroy_after_error(ParserPtr parser, fy_diag* diagnostics) {
  static std::mutex mutex;
  static auto& kept = *new std::vector<ParserPtr::pointer>;  // outlives static destructors
  void* cursor = nullptr;
  const fy_diag_error* found = fy_diag_errors_iterate(diagnostics, &cursor);
  if (!found || !std::string_view(found->msg).starts_with("cannot use tab for indentation")) return;
  const std::lock_guard lock(mutex);
  kept.push_back(parser.release());
}

/// What libfyaml found, at its place. A bracket that is never closed is found at the end of the
/// text only: it is shown where it was opened.
Error parser_error(const SourcePtr& source, fy_diag* diagnostics, const yaml::Tree& tree) {
  void* cursor = nullptr;
  const fy_diag_error* found = fy_diag_errors_iterate(diagnostics, &cursor);
  const auto end = static_cast<uint32_t>(source->text().size());
  if (!found) return syntax_error(source, {end, end}, "the text is not YAML");
  const fy_mark* mark = found->fyt ? fy_token_start_mark(found->fyt) : nullptr;
  const uint32_t at = mark ? std::min(static_cast<uint32_t>(mark->input_pos), end) : end;
  const auto bracket = tree.open_bracket();
  if (bracket && at == end) {
    return syntax_error(source, *bracket,
                        "`" + std::string(source->slice(*bracket)) + "` is never closed");
  }
  Error error = syntax_error(source, {at, std::min(at + 1, end)}, found->msg, help_for(found->msg));
  if (bracket) error.diagnostic.notes.push_back({"opened here", {source, *bracket}, {}});
  return error;
}

/// Made once: libfyaml asks the terminal for its colours.
fy_diag_cfg quiet_diagnostics() {
  fy_diag_cfg config;
  fy_diag_cfg_default(&config);
  config.fp = nullptr;
  return config;
}

struct Attempt {
  Result<DocumentPtr> document;
  bool has_swallowed_lines = false;  ///< An empty block took more than its own.
  bool is_too_deep = false;
};

/// Parses `text`: that of the source, but for line ends and the headers of empty blocks.
Attempt parse(const SourcePtr& source, std::string_view text, yaml::EmptyBlocks& empty_blocks,
              const ReadOptions& options) {
  static const fy_diag_cfg diagnostics_config = quiet_diagnostics();
  const DiagnosticsPtr diagnostics(fy_diag_create(&diagnostics_config));
  fy_diag_set_collect_errors(diagnostics.get(), true);
  fy_parse_cfg config = {};
  // The depth is checked by the tree, with a place. A closing bracket in the first column is as
  // common as it is against the letter of YAML 1.2.2, chapter 7.4; other readers take it too.
  config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_DISABLE_DEPTH_LIMIT |
                                                 FYPCF_SLOPPY_FLOW_INDENTATION | FYPCF_JSON_NONE);
  config.diag = diagnostics.get();
  ParserPtr parser(fy_parser_create(&config));
  fy_parser_set_string(parser.get(), text.data(), text.size());

  yaml::Tree tree(source, options);
  EventTaker taker(source, tree, empty_blocks);
  while (fy_event* event = fy_parser_parse(parser.get())) {
    Status taken = taker.take(*event);
    fy_parser_event_free(parser.get(), event);
    if (!taken.ok()) {
      return {std::move(taken).error(), tree.has_swallowed_lines(), tree.is_too_deep()};
    }
  }
  if (fy_parser_get_stream_error(parser.get())) {
    Error error = parser_error(source, diagnostics.get(), tree);
    destroy_after_error(std::move(parser), diagnostics.get());
    return {std::move(error)};
  }
  return {tree.finish()};
}

/// Where a carriage return alone ends a line, as on the classic Mac OS; the size where none does.
size_t find_bare_return(std::string_view text, size_t from) {
  size_t at = text.find('\r', from);
  while (at < text.size() && text.substr(at + 1).starts_with('\n')) at = text.find('\r', at + 1);
  return std::min(at, text.size());
}

/// libfyaml 0.7.12 measures texts with bare carriage returns wrong; to YAML any line end is the
/// same (1.2.2, chapter 5.4).
std::string with_line_feeds(std::string_view text) {
  std::string changed(text);
  for (size_t at = 0; (at = find_bare_return(text, at)) < text.size(); ++at) changed[at] = '\n';
  return changed;
}

/// libfyaml takes a heap of opening brackets in, at 340 bytes each, before it gives the first of
/// them away. So where many are open, if only in strings, the text up to there is tried first.
Status check_depth(const SourcePtr& source, std::string_view text, const ReadOptions& options) {
  for (const size_t end : yaml::bracket_heaps(text, 4 * options.max_depth)) {
    yaml::EmptyBlocks none;
    Attempt start = parse(source, text.substr(0, end), none, options);
    if (start.is_too_deep) return std::move(start.document).error();
  }
  return {};
}

Result<DocumentPtr> read_lines(const SourcePtr& source, std::string_view text,
                               const ReadOptions& options) {
  TIZZA_CHECK(check_depth(source, text, options));
  yaml::EmptyBlocks none;
  Attempt plain = parse(source, text, none, options);
  if (!plain.has_swallowed_lines) return std::move(plain.document);

  yaml::EmptyBlocks empty_blocks(text);
  Attempt masked = parse(source, empty_blocks.masked(text), empty_blocks, options);
  if (!empty_blocks.drop_others()) return std::move(masked.document);
  return parse(source, empty_blocks.masked(text), empty_blocks, options).document;
}

}  // namespace

Result<DocumentPtr> read_yaml(SourcePtr source, const ReadOptions& options) {
  TIZZA_CHECK(check_readable(source));
  const std::string_view text = source->text();
  if (find_bare_return(text, 0) == text.size()) return read_lines(source, text, options);
  return read_lines(source, with_line_feeds(text), options);
}

}  // namespace tizza
