// Renders any bytes as a template. Must end within its limits, and never crash.
#include <cstdint>
#include <memory>
#include <string>

#include "expr/template.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using tizza::Value;
  if (size == 0) return 0;
  // The first byte chooses the options, so that all of them are reached.
  const unsigned choice = data[0];
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto source = std::make_shared<const tizza::Source>("fuzz", text);
  static const Value kContext = Value::Mapping{
      {"name", "culinary-service"},
      {"n", 7},
      {"x", 1.5},
      {"words", Value::List{"pizza", "Likes", "auth"}},
      {"user", Value::Mapping{{"name", "Eszter"}, {"age", 31}, {"tags", Value::List{1, 2}}}},
      {"none_value", Value()},
      {"yes", true}};
  tizza::expr::Options options;
  options.trim_blocks = choice & 1;
  options.lstrip_blocks = choice & 2;
  options.keep_trailing_newline = choice & 4;
  options.autoescape = static_cast<tizza::expr::Autoescape>((choice >> 3) % 3);
  options.max_steps = 20'000;
  options.max_output_bytes = 1 << 20;
  options.max_memory_bytes = 32 << 20;
  options.loader = [&](const std::string& name) -> tizza::Result<tizza::SourcePtr> {
    if (name.size() > 3) return tizza::failure("template", "there is no such template");
    return source;
  };
  (void)tizza::expr::render(source, kContext, options);
  (void)tizza::expr::free_names(source, options);
  const tizza::Location whole{source, {0, static_cast<uint32_t>(text.size())}};
  (void)tizza::expr::evaluate(whole, kContext, options);
  return 0;
}
