#include "schema/schema.hpp"

#include "schema/compiler.hpp"
#include "schema/program.hpp"
#include "schema/run.hpp"

namespace tizza::schema {

Result<Schema> Schema::compile(const DocumentPtr& document, Node root,
                               const CompileOptions& options) {
  TIZZA_TRY(auto program, Compiler(options).run(document, root));
  return Schema(std::move(program));
}

bool Schema::accepts(Node instance, const ValidateOptions& options) const {
  return Run(options, nullptr).apply(*program_->start, instance, nullptr);
}

bool Schema::validate(Node instance, Sink& sink, const ValidateOptions& options) const {
  return Run(options, &sink).apply(*program_->start, instance, nullptr);
}

}  // namespace tizza::schema
