#include <toml++/toml.h>

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "text/readable_text.hpp"
#include "text/reader.hpp"

namespace tizza {
namespace {

// toml++ builds and destroys the tables of a dotted key recursively, without a limit of its own.
constexpr uint32_t kMaxDottedParts = 1000;

/// Finds bytes for the lines and columns of toml++, which counts code points. Places that come in
/// order cost their distance only.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Source& source) : source_(source) {}

  uint32_t offset(toml::source_position place) {
    if (place.line != line_ || place.column < column_) {
      line_ = place.line;
      column_ = 1;
      offset_ = line_ == 1 ? text_start(source_) : source_.line_start(line_);
    }
    const std::string_view rest = source_.text().substr(offset_);
    offset_ += static_cast<uint32_t>(utf8::byte_of_code_point(rest, place.column - column_));
    column_ = place.column;
    return offset_;
  }

  Span span(const toml::source_region& region) {
    const uint32_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  const Source& source_;
  uint32_t line_ = 0;
  uint32_t column_ = 1;
  uint32_t offset_ = 0;
};

/// Recursion is safe here: toml++ nests values at most 256 deep and keys kMaxDottedParts.
class TreeMaker {
 public:
  explicit TreeMaker(const SourcePtr& source)
      : source_(source), places_(*source), builder_(source, Format::kToml) {}

  NodeId add(const toml::node& node) {
    if (const auto* table = node.as_table()) return add_table(*table);
    if (const auto* array = node.as_array()) return add_array(*array);
    const Span span = places_.span(node.source());
    if (const auto* text = node.as_string()) return add_string(span, text->get());
    return builder_.add_scalar(span, span, ScalarStyle::kPlain);
  }

  Result<DocumentPtr> finish(NodeId root) { return builder_.finish(root); }

 private:
  NodeId add_string(Span span, std::string_view text) {
    const bool is_literal = source_->slice(span).starts_with('\'');
    return builder_.add_scalar(
        span, text, is_literal ? ScalarStyle::kSingleQuoted : ScalarStyle::kDoubleQuoted);
  }

  NodeId add_key(const toml::key& key) {
    const Span span = places_.span(key.source());
    const char first = source_->slice(span).empty() ? '\0' : source_->slice(span)[0];
    if (first == '"' || first == '\'') return add_string(span, key.str());
    return builder_.add_scalar(span, key.str(), ScalarStyle::kPlain, true);
  }

  NodeId add_array(const toml::array& array) {
    std::vector<NodeId> items;
    for (const toml::node& item : array) items.push_back(add(item));
    return builder_.add_sequence(around(array, items), items);
  }

  NodeId add_table(const toml::table& table) {
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (const auto& [key, value] : table) entries.emplace_back(&key, &value);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin < b.first->source().begin;
    });
    std::vector<NodeId> keys_and_values;
    for (const auto& [key, value] : entries) {
      keys_and_values.push_back(add_key(*key));
      keys_and_values.push_back(add(*value));
    }
    return builder_.add_mapping(around(table, keys_and_values), keys_and_values);
  }

  /// The header or brackets together with all that is below, which may stand elsewhere.
  Span around(const toml::node& node, const std::vector<NodeId>& children) {
    Span span = places_.span(node.source());
    for (const NodeId child : children) {
      span.begin = std::min(span.begin, builder_.span(child).begin);
      span.end = std::max(span.end, builder_.span(child).end);
    }
    return span;
  }

  SourcePtr source_;
  PlaceFinder places_;
  DocumentBuilder builder_;
};

/// What toml++ says, without its "Error while parsing …: ".
std::string message_of(const toml::parse_error& error) {
  std::string message(error.description());
  const size_t prefix = message.starts_with("Error while parsing") ? message.find(": ") : 0;
  if (prefix != 0 && prefix != std::string::npos) message.erase(0, prefix + 2);
  std::replace(message.begin(), message.end(), '\'', '`');
  if (!message.empty()) message[0] = static_cast<char>(std::tolower(message[0]));
  return message;
}

Status check_dotted_keys(const SourcePtr& source) {
  const std::string_view text = source->text();
  uint32_t dots = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') dots = 0;
    if (text[i] != '.' || ++dots <= kMaxDottedParts) continue;
    const auto at = static_cast<uint32_t>(i);
    return syntax_error(source, {at, at + 1},
                        fmt::format("more than {} dots on one line", kMaxDottedParts));
  }
  return {};
}

}  // namespace

Result<DocumentPtr> read_toml(SourcePtr source, const ReadOptions&) {
  TIZZA_CHECK(check_readable(source));
  TIZZA_CHECK(check_dotted_keys(source));
  try {
    const toml::table table = toml::parse(source->text(), std::string_view());
    TreeMaker tree(source);
    return tree.finish(tree.add(table));
  } catch (const toml::parse_error& error) {
    const auto size = static_cast<uint32_t>(source->text().size());
    const uint32_t at = std::min(PlaceFinder(*source).offset(error.source().begin), size);
    return syntax_error(source, {at, std::min(at + 1, size)}, message_of(error));
  }
}

}  // namespace tizza
