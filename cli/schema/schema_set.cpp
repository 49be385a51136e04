#include "schema/schema_set.hpp"

#include "schema/compiler.hpp"
#include "schema/run.hpp"

namespace tizza::schema {

SchemaSet::SchemaSet(const CompileOptions& options, std::function<Node(Node holder)> resolve)
    : compiler_(std::make_unique<Compiler>(options, std::move(resolve))) {}

SchemaSet::~SchemaSet() = default;

void SchemaSet::index(Node schema) {
  compiler_->index(schema);
}

std::vector<Failure> SchemaSet::check(Node schema, Node instance, const ValidateOptions& options) {
  const Subschema& start = *compiler_->schema_at(schema);
  // Nearly every instance is valid: the reasons are worked out only where there are some.
  Run quick(options, nullptr, compiler_.get());
  if (quick.apply(start, instance, nullptr) && !quick.gave_up()) return {};
  if (quick.gave_up()) return {*quick.gave_up()};
  std::vector<Failure> failures;
  Run run(options, &failures, compiler_.get());
  run.apply(start, instance, nullptr);
  if (run.is_open()) return {};
  if (run.gave_up()) return {*run.gave_up()};
  return failures;
}

}  // namespace tizza::schema
