#include "spec/rules/asyncapi/presence.hpp"

#include <optional>

#include "spec/rules/fields.hpp"

namespace tizza::spec {
namespace {

/// The place of the holder: its key, or its first entry where a reference led to it.
Place place_of(Node holder, Node label) {
  const bool is_own = label && label.parent()[label.text()] == holder;
  return is_own ? Place(label) : head_of(holder);
}

void report(const std::optional<Place>& place, Node holder, std::string_view field,
            std::string_view subject, RuleContext& context) {
  if (!place) return;
  if (holder.find(field)) {
    context.report(*place, "`{}` of {} is empty", field, subject);
  } else {
    context.report(*place, "{} has no `{}`", subject, field);
  }
}

}  // namespace

void check_presence(Node holder, Node label, std::string_view field, std::string_view subject,
                    RuleContext& context) {
  report(lacking(holder, field, place_of(holder, label)), holder, field, subject, context);
}

void check_filled_list(Node holder, Node label, std::string_view field, std::string_view subject,
                       RuleContext& context) {
  report(lacking_items(holder, field, place_of(holder, label)), holder, field, subject, context);
}

}  // namespace tizza::spec
