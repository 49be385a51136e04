#include <cmath>
#include <limits>
#include <vector>

#include "base/collation.hpp"
#include "schema/messages.hpp"
#include "spec/jsonpath/evaluator.hpp"
#include "spec/rulesets/function.hpp"

namespace tizza::spec::rulesets {
namespace {

using jsonpath::Operand;

bool is_text_or_number(const Operand& value) {
  return value.type == Operand::Type::kText || value.type == Operand::Type::kNumber;
}

/// Whether `a` has to stand behind `b`. Numbers go by value, texts in the order of people; a number
/// and a text that is none have no order.
bool is_behind(const Operand& a, const Operand& b) {
  if (a.is_text() && b.is_text()) {
    const bool are_told_apart =
        std::isnan(jsonpath::to_number(a)) && !std::isnan(jsonpath::to_number(b));
    return !are_told_apart && collate(a.text, b.text) > 0;
  }
  if (a.is_text()) return false;
  return jsonpath::to_number(a) - jsonpath::to_number(b) >= 1;
}

class Alphabetical final : public Function {
 public:
  explicit Alphabetical(std::optional<std::string> keyed_by) : keyed_by_(std::move(keyed_by)) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    if (subject.kind != Subject::Kind::kValue || subject.value.is_scalar()) return;
    if (subject.value.is_mapping()) return check_names(subject, reporter);
    check_items(subject, reporter);
  }

 private:
  void check_names(const Subject& subject, Reporter& reporter) const {
    if (subject.value.size() < 2) return;
    if (keyed_by_) return reporter.fail(subject, subject.label() + " must be a list of mappings");
    Entry last;
    for (const Entry entry : subject.value.entries()) {
      if (last.key && is_behind(Operand::of(last.key.text()), Operand::of(entry.key.text()))) {
        return report(Place(last.value, last.key.span()), last.key.text(),
                      Operand::of(last.key.text()), Operand::of(entry.key.text()), reporter);
      }
      last = entry;
    }
  }

  void check_items(const Subject& subject, Reporter& reporter) const {
    const Node list = subject.value;
    if (list.size() < 2) return;
    std::vector<Operand> values;
    for (const Node written : list.items()) {
      const Node item = reporter.view().target(written);
      if (keyed_by_ && item.is_scalar()) {
        return reporter.fail(subject, subject.label() + " must be a list of mappings");
      }
      const Node compared = keyed_by_ ? item[*keyed_by_] : item;
      values.push_back(Operand::of(compared ? reporter.view().target(compared) : Node()));
      if (!is_text_or_number(values.back())) {
        const std::string what = keyed_by_ ? "`" + *keyed_by_ + "` of each item" : "each item";
        return reporter.fail(subject,
                             what + " of " + subject.label() + " must be a text or a number");
      }
    }
    for (size_t i = 0; i + 1 < values.size(); ++i) {
      if (!is_behind(values[i], values[i + 1])) continue;
      // By a member, the order is that of the list as a whole.
      const Node item = keyed_by_ ? list : reporter.view().target(list.at(i));
      return report(keyed_by_ ? subject.place : place_of(item),
                    keyed_by_ ? subject.property : std::to_string(i), values[i], values[i + 1],
                    reporter);
    }
  }

  static std::string shown(const Operand& value) {
    if (value.is_text()) return schema::shown(value.text);
    return "`" + std::to_string(static_cast<long long>(value.number)) + "`";
  }

  static void report(const Place& place, std::string_view property, const Operand& first,
                     const Operand& second, Reporter& reporter) {
    reporter.fail(place, property,
                  shown(first) + " must stand behind " + shown(second) + ", by the alphabet");
  }

  std::optional<std::string> keyed_by_;
};

Result<FunctionPtr> compile(const Options& options) {
  std::optional<std::string> keyed_by;
  if (const Node node = options.node["keyedBy"]) keyed_by = node.text();
  return FunctionPtr(std::make_unique<Alphabetical>(std::move(keyed_by)));
}

}  // namespace

extern const FunctionSpec kAlphabetical = {"alphabetical", "alphabetical", compile};

}  // namespace tizza::spec::rulesets
