#include "schema/run.hpp"

#include <fmt/core.h>

#include <iterator>
#include <utility>

#include "schema/messages.hpp"

namespace tizza::schema {
namespace {

// Documents are at most 1,000 levels deep, and a chain of references for each is rare.
constexpr size_t kMaxDepth = 5000;
constexpr uint64_t kMostSteps = 10'000'000;
constexpr size_t kMostParts = 64;

}  // namespace

Run::Run(const ValidateOptions& options, std::vector<Failure>* failures, LateCompiler* late)
    : options_(options),
      failures_(failures),
      late_(late),
      own_steps_(kMostSteps),
      steps_(options.steps == nullptr ? own_steps_ : *options.steps) {}

bool Run::apply(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  if (!options_.follow) return apply_here(subschema, instance, evaluated);
  const Node target = options_.follow(instance);
  if (target == instance) return apply_here(subschema, instance, evaluated);
  const auto [open, is_new] = open_.insert({&subschema, &target.document(), target.id()});
  if (!is_new) return true;  // a circle: the value is being checked
  frames_.push_back({});     // the reference parts what it leads to from where we are
  const bool holds = apply_here(subschema, target, evaluated);
  frames_.pop_back();
  open_.erase(open);
  return holds;
}

bool Run::apply_here(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  if (!may_enter(ready(subschema), instance)) return false;
  if (subschema.is_broken) {
    is_open_ = true;
    return true;
  }
  frames_.push_back({&subschema, instance});
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
  frames_.pop_back();
  return holds;
}

bool Run::may_enter(const Subschema& subschema, Node instance) {
  if (steps_ == 0 || gave_up_) return false;
  if (--steps_ == 0) {
    return give_up(instance, label(instance) + " takes too long to be checked against its schema");
  }
  bool is_endless = frames_.size() >= kMaxDepth;
  for (auto frame = frames_.rbegin(); frame != frames_.rend() && !is_endless; ++frame) {
    if (frame->instance != instance) break;  // we went into the instance since
    is_endless = frame->subschema == &subschema;
  }
  if (!is_endless) return true;
  return give_up(instance,
                 frames_.size() >= kMaxDepth
                     ? "the schema of " + label(instance) + " refers on and on"
                     : "the schema of " + label(instance) + " refers to itself without an end");
}

bool Run::give_up(Node instance, std::string message) {
  if (gave_up_) return false;
  const Node written = keyword_ == nullptr ? Node() : keyword_->written;
  gave_up_ = {"schema-limit", instance, place(instance), written, std::move(message), {}};
  return false;
}

bool Run::apply_keywords(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  if (subschema.is_false) {
    return fail("no-match", instance, place(instance), label(instance) + " is not allowed here");
  }
  const Keyword* const outer = keyword_;
  bool holds = true;
  for (const auto& keyword : subschema.keywords) {
    keyword_ = keyword.get();
    if (keyword->check(*this, instance, evaluated)) continue;
    holds = false;
    if (!reports()) break;
  }
  keyword_ = outer;
  return holds;
}

bool Run::accepts(const Subschema& subschema, Node instance, Evaluated* evaluated) {
  auto* const listener = std::exchange(failures_, nullptr);
  const bool holds = apply(subschema, instance, evaluated);
  failures_ = listener;
  return holds;
}

std::vector<Failure> Run::explain(const Subschema& subschema, Node instance) {
  std::vector<Failure> failures;
  auto* const listener = std::exchange(failures_, &failures);
  apply(subschema, instance, nullptr);
  failures_ = listener;
  return failures;
}

bool Run::fail(std::string_view rule, Node instance, const Location& at, std::string message,
               std::string help) {
  if (failures_ == nullptr) return false;
  const Node written = keyword_ == nullptr ? Node() : keyword_->written;
  failures_->push_back({rule, instance, at, written, std::move(message), std::move(help)});
  return false;
}

void Run::pass_on(std::vector<Failure> failures) {
  if (failures_ == nullptr) return;
  std::move(failures.begin(), failures.end(), std::back_inserter(*failures_));
}

bool Run::matches(const Regex& regex, std::string_view text, Node instance) {
  const RegexOutcome outcome = regex.search(text);
  if (outcome == RegexOutcome::kGaveUp) {
    return give_up(instance,
                   fmt::format("pattern {} takes too long on this text", shown(regex.pattern())));
  }
  return outcome == RegexOutcome::kMatch;
}

bool Run::may_lack(std::string_view member, const Subschema* schema) {
  if (options_.direction == Direction::kNone) return false;
  const std::string_view mark =
      options_.direction == Direction::kRequest ? "readOnly" : "writeOnly";
  if (schema != nullptr) return annotation(*this, *schema, mark).as_bool().value_or(false);
  // The member may be described by another part of the schema that the instance is checked against.
  const Frame* outermost = &frames_.back();
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->instance != outermost->instance) break;
    outermost = &*frame;
  }
  for (const Node part : parts(*this, *outermost->subschema, kMostParts)) {
    if (part["properties"][member][mark].as_bool().value_or(false)) return true;
  }
  return false;
}

bool Run::is_string(Node instance) const {
  if (!instance.is_scalar()) return false;
  if (!options_.plain_scalars_are_strings) return instance.is_string();
  return instance.type() != ScalarType::kNull;
}

}  // namespace tizza::schema
