// Whatever the bytes: a tree with sound places or an error with a place, data that survives
// writing, and edits that change what they say.
#include <cstdint>
#include <string>

#include "require.hpp"
#include "text/edits.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace {

using namespace tizza;

Result<DocumentPtr> read(std::string text) {
  ReadOptions options;
  options.merge_keys = true;
  options.max_depth = 100;
  options.max_expanded_nodes = 10'000;
  return read_yaml(std::make_shared<Source>("fuzz.yaml", std::move(text)), options);
}

void check_error(const Error& error, size_t size) {
  require(!error.diagnostic.message.empty() && error.diagnostic.at);
  require(error.diagnostic.at.span.begin <= error.diagnostic.at.span.end);
  require(error.diagnostic.at.span.end <= size);
}

/// Places are inside the text, and quoted scalars stand with their quotes.
void check_places(Node node, int depth) {
  const Span span = node.span();
  require(span.begin <= span.end && span.end <= node.document().source()->text().size());
  if (node.is_scalar()) {
    const std::string_view raw = node.raw();
    const bool is_single = node.style() == ScalarStyle::kSingleQuoted;
    if (is_single || node.style() == ScalarStyle::kDoubleQuoted) {
      const char quote = is_single ? '\'' : '"';
      require(raw.size() >= 2 && raw.front() == quote && raw.back() == quote);
    }
    return;
  }
  if (depth > 50) return;
  for (const Node item : node.items()) check_places(item, depth + 1);
  for (const auto& [key, value] : node.entries()) {
    require(key.is_scalar() && node.find(key.text()).has_value());
    check_places(key, depth + 1);
    check_places(value, depth + 1);
  }
}

void check_writing(Node root) {
  const Value value = Value::from(root);
  const auto again = read(write_yaml(value));
  // Not-a-number equals nothing; texts compare it too.
  require(again.ok() && write_json(Value::from((*again)->root())) == write_json(value));
}

/// Texts with anchors, tags, directives, explicit keys and carriage returns (which fuse with line
/// feeds) are left out: what may follow them where is a science of its own, and whoever edits reads
/// the result again.
void check_edit(const Document& document) {
  const Node root = document.root();
  const bool is_plain =
      document.source()->text().find_first_of("&*!?%\r") == std::string_view::npos;
  if (!root.is_mapping() || !is_plain) return;
  const std::string key = "tizza fuzz";
  const auto edit = set_entry(root, key, "v");
  if (!edit.ok()) return;
  const auto after = apply_edits(document.source()->text(), {*edit});
  require(after.ok());
  const auto again = read(*after);
  require(again.ok());
  Value expected = Value::from(root);
  expected.set(key, "v");
  require(write_json(Value::from((*again)->root())) == write_json(expected));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto document = read(text);
  if (!document.ok()) {
    check_error(document.error(), size);
    return 0;
  }
  check_places((*document)->root(), 0);
  check_writing((*document)->root());
  check_edit(**document);
  return 0;
}
