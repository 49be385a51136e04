#include "spec/rules/asyncapi/traits.hpp"

namespace tizza::spec {

Node effective(const ApiDescription& api, Node holder, std::string_view field) {
  Node found = holder[field];
  for (const Node trait : holder["traits"].items()) {
    if (const Node value = api.target(trait)[field]) found = value;
  }
  return found;
}

}  // namespace tizza::spec
