#include "spec/rulesets/run.hpp"

#include <unordered_set>

#include "base/strings.hpp"
#include "spec/rulesets/resolved_view.hpp"
#include "spec/schema_checker.hpp"

namespace tizza::spec::rulesets {
namespace {

/// Turns what functions say into findings of one rule, each once.
class RuleReporter final : public Reporter {
 public:
  RuleReporter(const CustomRun& run, const ResolvedView& resolved, const jsonpath::View& view,
               uint64_t& schema_steps)
      : Reporter(resolved, view, schema_steps), run_(run) {}

  using Reporter::fail;
  void fail(const Place& place, std::string_view property, std::string message) override {
    const CustomRule& rule = *run_.rule;
    const MessageParts parts = {std::move(message), property, rule.description, place.node};
    std::string text = message_of(rule, parts);
    const size_t hash = place.node ? NodeHash()(place.node) : 0;
    if (!known_.insert(hash * 31 + std::hash<std::string>()(text)).second) return;
    run_.findings->report(place, "{}", text);
  }

  const CustomRule& rule() const { return *run_.rule; }

 private:
  const CustomRun& run_;
  std::unordered_set<size_t> known_;  // hashes of place and message
};

Subject subject_of(Node value, const jsonpath::Step& step) {
  Subject subject;
  subject.kind = Subject::Kind::kValue;
  subject.value = value;
  subject.place = place_of(value);
  subject.property = step.is_root() ? "" : step.text();
  return subject;
}

Subject name_subject(const jsonpath::Step& step, Node value) {
  Subject subject;
  subject.kind = Subject::Kind::kName;
  subject.name = step.text();
  subject.property = subject.name;
  subject.place = step.is_item ? place_of(value) : Place(step.key);
  return subject;
}

/// `property` is the path of what is absent, as far as it is known.
Subject absent_subject(Node holder, std::string property) {
  Subject subject;
  subject.place = place_of(holder);
  subject.property = std::move(property);
  return subject;
}

/// Applies the checks of one rule to the values that its expressions find.
class Application {
 public:
  Application(RuleReporter& reporter) : reporter_(reporter) {}

  void apply(const jsonpath::Match& match) {
    const Subject whole = match.takes_name ? name_subject(match.step, match.value)
                                           : subject_of(match.value, match.step);
    for (const Check& check : reporter_.rule().checks) apply(check, whole);
  }

 private:
  void apply(const Check& check, const Subject& whole) {
    const bool has_members = whole.kind == Subject::Kind::kValue && !whole.value.is_scalar();
    if (!has_members || check.field.kind == Field::Kind::kWhole) {
      return check.function->check(whole, reporter_);
    }
    if (check.field.kind == Field::Kind::kNames) return apply_to_names(check, whole);
    if (check.field.kind == Field::Kind::kPath) return apply_to_path(check, whole);
    check.function->check(member(check.field, whole), reporter_);
  }

  void apply_to_names(const Check& check, const Subject& whole) {
    if (whole.value.size() == 0) {
      return check.function->check(absent_subject(whole.value, whole.property), reporter_);
    }
    for (const auto& [key, value] : whole.value.entries()) {
      check.function->check(name_subject({key, 0, false}, value), reporter_);
    }
    uint32_t index = 0;
    for (const Node item : whole.value.items()) {
      check.function->check(name_subject({{}, index++, true}, target(item)), reporter_);
    }
  }

  void apply_to_path(const Check& check, const Subject& whole) {
    bool is_found = false;
    check.field.matcher->run(
        whole.value, reporter_.view(), [&](size_t, const jsonpath::Match& match) {
          is_found = true;
          check.function->check(match.takes_name ? name_subject(match.step, match.value)
                                                 : subject_of(match.value, match.step),
                                reporter_);
        });
    if (!is_found) {
      check.function->check(absent_subject(whole.value, whole.property), reporter_);
    }
  }

  /// A member by its name or path; what is absent stands at its nearest holder.
  Subject member(const Field& field, const Subject& whole) const {
    if (const auto entry = whole.value.find(field.text)) {
      return subject_of(target(entry->value), {entry->key, 0, false});
    }
    Node reached = whole.value;
    std::string above = whole.property;
    for (size_t i = 0; i < field.members.size(); ++i) {
      const Node next = child(reached, field.members[i]);
      if (!next) return absent_subject(reached, joined(above, field.members, i));
      reached = target(next);
      above = field.members[i];
    }
    Subject subject = subject_of(reached, {});
    subject.property = above;
    return subject;
  }

  static std::string joined(std::string text, const std::vector<std::string>& parts, size_t from) {
    for (size_t i = from; i < parts.size(); ++i) text += (text.empty() ? "" : ".") + parts[i];
    return text;
  }

  static Node child(Node holder, const std::string& name) {
    if (holder.is_mapping()) return holder[name];
    if (!holder.is_sequence() || name.empty() || name.size() > 9) return {};
    if (name.find_first_not_of("0123456789") != std::string::npos) return {};
    return holder.at(std::stoul(name));
  }

  Node target(Node node) const { return reporter_.view().target(node); }

  RuleReporter& reporter_;
};

void run_in(const jsonpath::View& view, const ResolvedView& resolved, Version version,
            const std::vector<const CustomRun*>& rules, uint64_t& schema_steps) {
  std::vector<const jsonpath::Path*> paths;
  std::vector<size_t> rule_of_path;
  std::vector<std::unique_ptr<RuleReporter>> reporters;
  for (const CustomRun* one : rules) {
    reporters.push_back(std::make_unique<RuleReporter>(*one, resolved, view, schema_steps));
    for (const Given& given : one->rule->givens) {
      if (!given.versions.has(version)) continue;
      paths.push_back(given.path.get());
      rule_of_path.push_back(reporters.size() - 1);
    }
  }
  if (paths.empty()) return;
  jsonpath::Matcher(std::move(paths))
      .run(resolved.root(), view, [&](size_t path, const jsonpath::Match& match) {
        Application(*reporters[rule_of_path[path]]).apply(match);
      });
}

}  // namespace

void run(const Document& document, Version version, DocumentStore& store,
         const std::vector<CustomRun>& rules) {
  if (rules.empty()) return;
  const ResolvedView resolved(document, store);
  const jsonpath::View plain;
  std::vector<const CustomRun*> by_view[2];
  for (const CustomRun& one : rules) by_view[one.rule->is_resolved ? 1 : 0].push_back(&one);
  uint64_t schema_steps = schema_allowance(document);
  run_in(plain, resolved, version, by_view[0], schema_steps);
  run_in(resolved, resolved, version, by_view[1], schema_steps);
}

}  // namespace tizza::spec::rulesets
