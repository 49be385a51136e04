#include "schema/run.hpp"

#include <fmt/core.h>

#include <utility>

#include "schema/messages.hpp"

namespace tizza::schema {
namespace {

// Deeper only where a schema refers to itself without going into the instance: documents are at
// most 1,000 levels deep.
constexpr size_t kMaxDepth = 5000;

}  // namespace

bool Run::apply(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  const Node target = options_.follow ? options_.follow(instance) : instance;
  if (target == instance) return apply_here(subschema, instance, evaluated);
  const auto [open, is_new] = open_.insert({&subschema, &target.document(), target.id()});
  if (!is_new) return true;  // a circle: the value is being checked
  const bool holds = apply_here(subschema, target, evaluated);
  open_.erase(open);
  return holds;
}

bool Run::apply_here(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  if (depth_ >= kMaxDepth) {
    return fail("schema-limit", instance, place(instance),
                "the schema refers to itself too often to be checked");
  }
  ++depth_;
  const bool enters = scope_.empty() || scope_.back() != subschema.resource;
  if (enters) scope_.push_back(subschema.resource);
  bool holds = true;
  if (subschema.takes_notes) {
    Evaluated own;
    holds = apply_keywords(subschema, instance, &own);
    if (holds && evaluated != nullptr) evaluated->merge(own);
  } else {
    holds = apply_keywords(subschema, instance, evaluated);
  }
  if (enters) scope_.pop_back();
  --depth_;
  return holds;
}

bool Run::apply_keywords(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  if (subschema.is_false) {
    return fail("no-match", instance, place(instance), label(instance) + " is not allowed here");
  }
  bool holds = true;
  for (const auto& keyword : subschema.keywords) {
    if (keyword->check(*this, instance, evaluated)) continue;
    holds = false;
    if (!reports()) break;
  }
  return holds;
}

bool Run::accepts(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  Sink* const listener = std::exchange(sink_, nullptr);
  const bool holds = apply(subschema, instance, evaluated);
  sink_ = listener;
  return holds;
}

std::vector<Diagnostic> Run::explain(const Subschema& subschema, Node instance) {
  Findings findings;
  Sink* const listener = std::exchange(sink_, &findings);
  apply(subschema, instance, nullptr);
  sink_ = listener;
  return findings.take();
}

bool Run::fail(std::string_view rule, Node instance, const Location& at, std::string message,
               std::string help) {
  if (sink_ == nullptr) return false;
  Diagnostic diagnostic;
  diagnostic.rule = rule;
  diagnostic.message = std::move(message);
  diagnostic.at = at;
  diagnostic.pointer = instance.pointer();
  diagnostic.help = std::move(help);
  sink_->report(std::move(diagnostic));
  return false;
}

void Run::pass_on(std::vector<Diagnostic> findings) {
  if (sink_ == nullptr) return;
  for (Diagnostic& finding : findings) sink_->report(std::move(finding));
}

bool Run::matches(const Regex& regex, std::string_view text, Node instance) {
  const RegexOutcome outcome = regex.search(text);
  if (outcome == RegexOutcome::kGaveUp) {
    return fail("schema-limit", instance, place(instance),
                fmt::format("pattern {} takes too long on this text", shown(regex.pattern())));
  }
  return outcome == RegexOutcome::kMatch;
}

bool Run::is_string(Node instance) const {
  if (!instance.is_scalar()) return false;
  if (!options_.plain_scalars_are_strings) return instance.is_string();
  return instance.type() != ScalarType::kNull;
}

}  // namespace tizza::schema
