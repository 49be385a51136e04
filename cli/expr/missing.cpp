#include "expr/missing.hpp"

#include "base/near_names.hpp"
#include "expr/dict.hpp"
#include "expr/failure.hpp"
#include "expr/scope.hpp"

namespace tizza::expr {
namespace {

std::vector<std::string> keys_of(const Dict& dict) {
  std::vector<std::string> keys;
  for (const auto& entry : dict.entries()) {
    if (entry.key.is_string()) keys.emplace_back(entry.key.text());
  }
  return keys;
}

}  // namespace

void fail_missing(const Missing& missing) {
  const std::string name(missing.name);
  std::string message(missing.hint);
  std::vector<std::string> candidates;
  if (missing.owner) {
    if (message.empty()) {
      message = "this `" + std::string(type_name(*missing.owner)) + "` has no `" + name + "`";
    }
    if (missing.owner->is_dict()) candidates = keys_of(missing.owner->dict());
  } else if (message.empty()) {
    message = "`" + name + "` is not defined";
    if (missing.scope) candidates = missing.scope->visible();
  }
  const Location at = missing.origin ? missing.origin->at(missing.span) : Location{};
  throw Failure(at, message, near_names_help(name, candidates));
}

}  // namespace tizza::expr
