#include "playbook/templates.hpp"

namespace tizza::playbook {
namespace {

constexpr uint32_t kExpression = 100;  // behind the modes of texts

SourcePtr source_of(Node scalar) {
  return std::make_shared<Source>(scalar.document().path(), std::string(scalar.text()));
}

}  // namespace

bool has_expressions(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos ||
         text.find("{#") != std::string_view::npos;
}

const expr::Prepared* Templates::text(Node scalar, expr::Autoescape autoescape) {
  const auto [entry, is_new] =
      known_.try_emplace({scalar.text().data(), 0, static_cast<uint32_t>(autoescape)});
  if (is_new && has_expressions(scalar.text())) {
    expr::Options options;
    options.autoescape = autoescape;
    entry->second = expr::Prepared::of_template(source_of(scalar), options);
  }
  return entry->second ? &*entry->second : nullptr;
}

const expr::Prepared& Templates::expression(Node scalar, Span within) {
  const auto [entry, is_new] =
      known_.try_emplace({scalar.text().data(), within.begin, kExpression});
  if (is_new) entry->second = expr::Prepared::of_expression({source_of(scalar), within});
  return *entry->second;
}

}  // namespace tizza::playbook
