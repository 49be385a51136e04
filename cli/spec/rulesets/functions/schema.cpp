#include "schema/schema.hpp"

#include "base/paths.hpp"
#include "base/uri.hpp"
#include "spec/rulesets/function.hpp"
#include "text/reader.hpp"

namespace tizza::spec::rulesets {
namespace {

schema::Dialect dialect_of(Node written) {
  const std::string_view name = written.text();
  if (name == "draft4") return schema::Dialect::kDraft4;
  if (name == "draft6") return schema::Dialect::kDraft6;
  if (name == "draft2019-09") return schema::Dialect::kDraft201909;
  if (name == "draft2020-12") return schema::Dialect::kDraft202012;
  return schema::Dialect::kDraft7;  // the one that `auto` falls back to
}

class SchemaFunction final : public Function {
 public:
  SchemaFunction(schema::Schema schema, bool is_thorough)
      : schema_(std::move(schema)), is_thorough_(is_thorough) {}

  void check(const Subject& subject, Reporter& reporter) const override {
    if (subject.kind == Subject::Kind::kAbsent) {
      return reporter.fail(subject, subject.label() + " is missing");
    }
    if (subject.kind == Subject::Kind::kName) return check_name(subject, reporter);
    uint64_t& steps = reporter.schema_steps();
    if (steps == 0) return;  // that was said
    schema::ValidateOptions options;
    options.steps = &steps;
    options.follow = [&](Node node) { return reporter.view().target(node); };
    if (schema_.accepts(subject.value, options)) return;
    if (steps == 0) {
      return reporter.fail(subject,
                           subject.label() + " takes too long to be checked against its schema");
    }
    Findings findings;
    schema_.validate(subject.value, findings, options);
    for (const Diagnostic& finding : findings.list()) {
      report(finding, subject, reporter);
      if (!is_thorough_) break;
    }
  }

 private:
  /// A name is no value of the description, so it becomes a document of its own.
  void check_name(const Subject& subject, Reporter& reporter) const {
    DocumentBuilder builder(std::make_shared<const Source>("<name>", ""), Format::kJson);
    const NodeId id = builder.add_scalar({}, subject.name, ScalarStyle::kDoubleQuoted, true);
    const auto document = builder.finish(id);
    if (!document.ok()) return;
    Findings findings;
    if (schema_.validate((*document)->root(), findings)) return;
    reporter.fail(subject, findings.list()[0].message);
  }

  static void report(const Diagnostic& finding, const Subject& subject, Reporter& reporter) {
    const Document* document =
        finding.at ? reporter.resolved().document_of(*finding.at.source) : nullptr;
    const Node node = document == nullptr ? Node() : document->resolve(finding.pointer);
    if (!node) return reporter.fail(subject, finding.message);
    const size_t last = finding.pointer.rfind('/');
    const std::string property = last == std::string::npos ? "" : finding.pointer.substr(last + 1);
    reporter.fail(Place(node, finding.at.span), property, finding.message);
  }

  schema::Schema schema_;
  bool is_thorough_;
};

Result<FunctionPtr> compile(const Options& options) {
  schema::CompileOptions compile_options;
  compile_options.is_resource = true;
  compile_options.dialect = dialect_of(options.node["dialect"]);
  compile_options.base_uri = options.document->path();
  compile_options.loader = [&](const std::string& uri) -> Result<DocumentPtr> {
    if (split_uri(uri).scheme) {
      return failure("schema", "it is a URL, and rulesets are read from files alone",
                     "keep a copy beside this ruleset and refer to that");
    }
    return read_document_file(options.files, uri, {.merge_keys = true});
  };
  auto compiled =
      schema::Schema::compile(options.document, options.node["schema"], compile_options);
  if (!compiled.ok()) return compiled.error();
  return FunctionPtr(std::make_unique<SchemaFunction>(*std::move(compiled),
                                                      options.node["allErrors"].as_bool() == true));
}

}  // namespace

extern const FunctionSpec kSchema = {"schema", "schema", compile};

}  // namespace tizza::spec::rulesets
