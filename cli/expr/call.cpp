#include "expr/call.hpp"

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "expr/interpreter.hpp"
#include "expr/missing.hpp"
#include "expr/operators.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {
namespace {

const Object kNone;

}  // namespace

const Object* Arguments::find(std::string_view name) const {
  for (const auto& [known, value] : named) {
    if (known == name) return &value;
  }
  return nullptr;
}

std::optional<Object> Arguments::take(std::string_view name) {
  for (auto at = named.begin(); at != named.end(); ++at) {
    if (at->first != name) continue;
    const Object value = at->second;
    named.erase(at);
    return value;
  }
  return std::nullopt;
}

Call::Call(Interpreter& interpreter, const Object& what, std::string_view name,
           const Signature& signature, Arguments& given)
    : vm(interpreter),
      heap(interpreter.heap()),
      subject(what),
      arguments(given),
      name_(name),
      signature_(signature) {
  if (what.is_string()) heap.charge(what.text().size() / 256);
  if (signature.is_variadic) return;
  const auto& parameters = signature.parameters;
  if (given.positional.size() > parameters.size()) {
    fail("`" + std::string(name) + "` takes at most " + counted(parameters.size(), "argument") +
         ", not " + std::to_string(given.positional.size()));
  }
  bound_ = given.positional;
  given_.assign(bound_.size(), true);
  given_.resize(parameters.size(), false);
  bound_.resize(parameters.size());
  for (const auto& [key, value] : given.named) {
    size_t index = 0;
    while (index < parameters.size() && parameters[index] != key) ++index;
    if (index == parameters.size()) {
      fail("`" + std::string(name) + "` has no parameter `" + std::string(key) + "`",
           near_names_help(key, {parameters.begin(), parameters.end()}));
    }
    if (given_[index]) fail("`" + std::string(key) + "` is given twice");
    bound_[index] = value;
    given_[index] = true;
  }
  for (size_t i = 0; i < signature.required; ++i) {
    if (!given_[i]) fail("`" + std::string(name) + "` needs its " + parameter_name(i));
  }
}

const Object& Call::at(size_t index) const {
  return index < bound_.size() ? bound_[index] : kNone;
}

std::string Call::parameter_name(size_t index) const {
  return "`" + std::string(signature_.parameters[index]) + "`";
}

std::string Call::text(size_t index, std::string_view fallback) const {
  if (!has(index)) return std::string(fallback);
  const Object& value = at(index);
  if (value.is_undefined()) fail_missing(value.missing());
  if (value.is_string()) return std::string(value.text());
  fail(parameter_name(index) + " of `" + std::string(name_) + "` must be a str, not a `" +
       std::string(type_name(value)) + "`");
}

int64_t Call::integer(size_t index, int64_t fallback) const {
  if (!has(index)) return fallback;
  return whole_number(at(index), parameter_name(index) + " of `" + std::string(name_) + "`");
}

bool Call::flag(size_t index, bool fallback) const {
  return index < bound_.size() && !bound_[index].is_none() ? truth(bound_[index]) : fallback;
}

std::string Call::subject_text() const {
  return to_text(heap, subject);
}

std::string_view Call::string_subject() const {
  if (subject.is_undefined()) fail_missing(subject.missing());
  if (subject.is_string()) return subject.text();
  fail("`" + std::string(name_) + "` works on a str, not on a `" + std::string(type_name(subject)) +
           "`",
       "put `| string` in front of it");
}

void Call::fail(const std::string& message, const std::string& help) const {
  throw Failure(message, help);
}

}  // namespace tizza::expr
