// The fast reader and the search for faults agree about every text, and data survives writing.
#include <cstdint>
#include <string>

#include "require.hpp"
#include "text/json_fault.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace {

using namespace tizza;

constexpr uint32_t kMaxDepth = 100;

Result<DocumentPtr> read(std::string text) {
  ReadOptions options;
  options.max_depth = kMaxDepth;
  return read_json(std::make_shared<Source>("fuzz.json", std::move(text)), options);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto document = read(text);
  const uint32_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const bool has_fault = find_json_fault(text, start, kMaxDepth).has_value();
  if (!document.ok()) {
    const Diagnostic& found = document.error().diagnostic;
    require(found.at && found.at.span.end <= size);
    require(found.message != "the text is not JSON");  // a fault always has a reason
    return 0;
  }
  require(!has_fault);
  const Node root = (*document)->root();
  require(root.span().end <= size);
  const Value value = Value::from(root);
  const std::string written = write_json(value);
  const auto again = read(written);
  require(again.ok() && write_json(Value::from((*again)->root())) == written);
  return 0;
}
