// Parsing and linting a playbook of any bytes, and filling in what a run of it would show first.
#include <cstddef>
#include <cstdint>
#include <string>

#include "playbook/lint.hpp"
#include "playbook/preflight.hpp"
#include "text/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tizza;
  const auto document = read_yaml(
      std::make_shared<Source>("p.yaml", std::string(reinterpret_cast<const char*>(data), size)));
  if (!document.ok()) return 0;
  Findings found;
  const auto playbook = playbook::parse_playbook(*document, found);
  if (!playbook) return 0;
  lint_playbook(*playbook, found);
  const playbook::Scope scope{Value(Value::Mapping{})};
  check_texts(*playbook, scope, found);
  missing_answers(*playbook, scope, {}, false, {});
  return 0;
}
