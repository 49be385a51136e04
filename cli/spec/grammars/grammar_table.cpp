#include "spec/grammars/tables.hpp"

namespace tizza::spec {

const Grammar& grammar(Version version) {
  switch (family(version)) {
    case Family::kSwagger:
      return swagger2_grammar();
    case Family::kOpenApi:
      return openapi3_grammar();
    case Family::kAsyncApi:
      break;
  }
  return kAllAsyncApi3.has(version) ? asyncapi3_grammar() : asyncapi2_grammar();
}

}  // namespace tizza::spec
