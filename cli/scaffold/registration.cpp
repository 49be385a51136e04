#include "scaffold/registration.hpp"

#include "scaffold/interpolate.hpp"

namespace tizza::scaffold {
namespace {

bool is_nothing(const Value& value) {
  if (value.is_null()) return true;
  if (const auto* text = value.as_string()) return text->empty();
  if (const auto* list = value.as_list()) return list->empty();
  if (const auto* mapping = value.as_mapping()) return mapping->empty();
  return false;
}

Value without_nothing(const Value& value) {
  const auto* mapping = value.as_mapping();
  if (!mapping) return value;
  Value kept{Value::Mapping{}};
  for (const auto& [key, field] : *mapping) {
    Value inner = without_nothing(field);
    if (!is_nothing(inner)) kept.set(key, std::move(inner));
  }
  return kept;
}

}  // namespace

Result<std::optional<Registration>> render_registration(const Manifest& manifest,
                                                        const Value& context,
                                                        const std::string& source) {
  for (const auto kind : {registry::Kind::kService, registry::Kind::kPackage}) {
    for (const auto& [key, fields] :
         manifest.registration[registry::info(kind).section].entries()) {
      Registration registration;
      registration.kind = kind;
      TIZZA_TRY(registration.name, expr::render(key, context, manifest.syntax));
      TIZZA_TRY(const Value rendered, interpolate(fields, context, manifest.syntax));
      registration.fields = without_nothing(rendered);
      if (kind == registry::Kind::kService && registration.fields["template"].is_null()) {
        Value origin;
        origin.set("source", source);
        if (!manifest.version.empty()) origin.set("version", manifest.version);
        registration.fields.set("template", std::move(origin));
      }
      return std::optional(std::move(registration));
    }
  }
  return std::optional<Registration>();
}

}  // namespace tizza::scaffold
