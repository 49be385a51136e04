// The whole of validate on any bytes, once as a description of each format and once as they are.
#include <cstddef>
#include <cstdint>
#include <string>

#include "report/report.hpp"
#include "spec/validate.hpp"
#include "support/fake_file_system.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tizza;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  testing::FakeFileSystem files;
  files.add("a.yaml", bytes);
  files.add("b.yaml", "swagger: '2.0'\n" + bytes);
  files.add("c.yaml", "asyncapi: 2.6.0\n" + bytes);
  const auto report =
      spec::validate(spec::find_inputs(files, {"a.yaml", "b.yaml", "c.yaml"}), std::nullopt, files,
                     spec::recommended_rules(), {.most_findings = 50, .threads = 1});
  report::render_json(report);
  report::render_pretty(report, {});
  return 0;
}
