// Renders many templates in one process: a JSON object a line on standard input
// {"template", "context", "files", "options"}, and one a line on standard output, with "output" or
// "error" (the message) and "at" (line:column).
#include <iostream>
#include <string>

#include "expr/template.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

expr::Options read_options(const Value& given, const Value& files) {
  expr::Options options;
  const auto flag = [&](const char* name) {
    const bool* value = given[name].as_bool();
    return value && *value;
  };
  const auto text = [&](const char* name, std::string& to) {
    if (const auto* value = given[name].as_string()) to = *value;
  };
  options.trim_blocks = flag("trim_blocks");
  options.lstrip_blocks = flag("lstrip_blocks");
  options.keep_trailing_newline = flag("keep_trailing_newline");
  if (flag("autoescape")) options.autoescape = expr::Autoescape::kHtml;
  text("block_start_string", options.block_start);
  text("block_end_string", options.block_end);
  text("variable_start_string", options.variable_start);
  text("variable_end_string", options.variable_end);
  text("comment_start_string", options.comment_start);
  text("comment_end_string", options.comment_end);
  text("line_statement_prefix", options.line_statement);
  text("line_comment_prefix", options.line_comment);
  text("newline_sequence", options.newline_sequence);
  options.loader = [files](const std::string& name) -> Result<SourcePtr> {
    const auto* content = files[name].as_string();
    if (!content) return failure("template", "there is no template `" + name + "`");
    return std::make_shared<const Source>(name, *content);
  };
  return options;
}

Value render_case(const std::string& line) {
  const auto document = read_json(std::make_shared<const Source>("case", line));
  if (!document) return Value::Mapping{{"error", document.error().diagnostic.message}};
  const Value given = Value::from((*document)->root());
  const auto* text = given["template"].as_string();
  const auto source = std::make_shared<const Source>("template", text ? *text : "");
  const auto rendered =
      expr::render(source, given["context"], read_options(given["options"], given["files"]));
  if (rendered) return Value::Mapping{{"output", *rendered}};
  const auto& diagnostic = rendered.error().diagnostic;
  std::string at;
  if (diagnostic.at) {
    const auto place = diagnostic.at.begin();
    at = std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  return Value::Mapping{{"error", diagnostic.message}, {"at", at}};
}

}  // namespace
}  // namespace tizza

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << tizza::write_json(tizza::render_case(line)) << '\n';
  }
}
