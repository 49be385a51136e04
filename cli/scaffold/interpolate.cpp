#include "scaffold/interpolate.hpp"

#include "base/strings.hpp"

namespace tizza::scaffold {
namespace {

/// The place of the expression where the text is one expression and nothing else.
std::optional<Location> only_expression(Node text, const expr::Options& syntax) {
  const auto body = trim(text.text());
  const bool is_framed = body.size() > syntax.variable_start.size() + syntax.variable_end.size() &&
                         body.starts_with(syntax.variable_start) &&
                         body.ends_with(syntax.variable_end);
  if (!is_framed) return std::nullopt;
  const auto inner =
      body.substr(syntax.variable_start.size(),
                  body.size() - syntax.variable_start.size() - syntax.variable_end.size());
  const bool has_more = inner.find(syntax.variable_start) != std::string_view::npos ||
                        inner.find(syntax.variable_end) != std::string_view::npos;
  const size_t at = text.raw().find(inner);
  // Escapes in quotes make text and source differ; then the text is rendered like any other.
  if (has_more || at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<uint32_t>(text.span().begin + at);
  return Location{text.document().source(), {begin, begin + static_cast<uint32_t>(inner.size())}};
}

}  // namespace

Result<Value> interpolate(Node node, const Value& context, const expr::Options& syntax) {
  if (node.is_mapping()) {
    Value mapping{Value::Mapping{}};
    for (const auto& [key, value] : node.entries()) {
      TIZZA_TRY(std::string name, expr::render(key, context, syntax));
      TIZZA_TRY(Value field, interpolate(value, context, syntax));
      mapping.set(std::move(name), std::move(field));
    }
    return mapping;
  }
  if (node.is_sequence()) {
    Value::List list;
    for (const Node item : node.items()) {
      TIZZA_TRY(Value value, interpolate(item, context, syntax));
      list.push_back(std::move(value));
    }
    return Value(std::move(list));
  }
  const bool has_template = node.text().find(syntax.variable_start) != std::string_view::npos ||
                            node.text().find(syntax.block_start) != std::string_view::npos;
  if (!node || !node.is_string() || !has_template) return Value::as_written(node);
  if (const auto expression = only_expression(node, syntax)) {
    return expr::evaluate(*expression, context, syntax);
  }
  TIZZA_TRY(std::string text, expr::render(node, context, syntax));
  return Value(std::move(text));
}

Result<bool> holds(Node condition, const Value& context, const expr::Options& syntax) {
  if (!condition || condition.is_null()) return true;
  if (const auto constant = condition.as_bool()) return *constant;
  const auto framed = only_expression(condition, syntax);
  TIZZA_TRY(const Value value, framed ? expr::evaluate(*framed, context, syntax)
                                      : expr::evaluate(condition, context, syntax));
  return is_true(value);
}

bool is_true(const Value& value) {
  if (const auto* flag = value.as_bool()) return *flag;
  if (const auto* whole = value.as_int()) return *whole != 0;
  if (const auto* number = value.as_double()) return *number != 0;
  if (const auto* text = value.as_string()) return !text->empty();
  if (const auto* list = value.as_list()) return !list->empty();
  if (const auto* mapping = value.as_mapping()) return !mapping->empty();
  return false;
}

}  // namespace tizza::scaffold
