#include "schema/schema.hpp"

#include "schema/compiler.hpp"
#include "schema/program.hpp"
#include "schema/run.hpp"

namespace tizza::schema {
namespace {

Diagnostic diagnostic_of(Failure failure) {
  Diagnostic diagnostic;
  diagnostic.rule = failure.rule;
  diagnostic.message = std::move(failure.message);
  diagnostic.at = std::move(failure.at);
  diagnostic.pointer = failure.instance.pointer();
  diagnostic.help = std::move(failure.help);
  return diagnostic;
}

}  // namespace

Result<Schema> Schema::compile(const DocumentPtr& document, Node root,
                               const CompileOptions& options) {
  TIZZA_TRY(auto program, Compiler(options).run(document, root));
  return Schema(std::move(program));
}

bool Schema::accepts(Node instance, const ValidateOptions& options) const {
  Run run(options, nullptr);
  return run.apply(*program_->start, instance, nullptr) && !run.gave_up();
}

bool Schema::validate(Node instance, Sink& sink, const ValidateOptions& options) const {
  std::vector<Failure> failures;
  Run run(options, &failures);
  const bool holds = run.apply(*program_->start, instance, nullptr) && !run.gave_up();
  if (run.gave_up()) failures = {*run.gave_up()};  // what else was found may only follow from it
  for (Failure& failure : failures) sink.report(diagnostic_of(std::move(failure)));
  return holds;
}

}  // namespace tizza::schema
