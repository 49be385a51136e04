#include <fmt/format.h>

#include "schema/formats/formats.hpp"
#include "schema/keywords/keywords.hpp"
#include "schema/messages.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

class FormatAssertion final : public Keyword {
 public:
  explicit FormatAssertion(const FormatSpec& format) : format_(format) {}

  bool check(Run& run, Node instance, Evaluated*) const override {
    if (!instance.is_scalar() || fits(run, instance)) return true;
    if (!run.reports()) return false;
    return run.fail(
        "wrong-format", instance, schema::place(instance),
        fmt::format("{} must be {}, not {}", label(instance), format_.noun, shown(instance)),
        format_.example.empty() ? std::string() : fmt::format("for example `{}`", format_.example));
  }

 private:
  bool fits(const Run& run, Node instance) const {
    if (format_.fits_text != nullptr) {
      return !run.is_string(instance) || format_.fits_text(instance.text());
    }
    if (!instance.is_number()) return true;
    const auto number = Decimal::parse(instance.text());
    return number && format_.fits_number(*number);
  }

  const FormatSpec& format_;
};

}  // namespace

KeywordPtr compile_format(Compiler&, const Place& place) {
  if (!place.resource->asserts_formats) return nullptr;
  const FormatSpec* format = find_format(place.value.text(), place.resource->dialect);
  return format == nullptr ? nullptr : std::make_unique<FormatAssertion>(*format);
}

}  // namespace tizza::schema
