#include "scaffold/manifest.hpp"

#include <array>
#include <set>

#include "base/paths.hpp"
#include "schema/builtin.hpp"
#include "text/reader.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::array<std::pair<std::string_view, QuestionType>, 9> kTypes = {{
    {"str", QuestionType::kText},
    {"int", QuestionType::kInt},
    {"float", QuestionType::kFloat},
    {"bool", QuestionType::kBool},
    {"choice", QuestionType::kChoice},
    {"multichoice", QuestionType::kMultichoice},
    {"path", QuestionType::kPath},
    {"secret", QuestionType::kSecret},
    {"json", QuestionType::kJson},
}};

// Names that every template sees besides its answers; a question of that name would hide them.
constexpr std::array<std::string_view, 2> kReserved = {"destination", "add_ons"};

QuestionType type_of(Node question) {
  for (const auto& [name, type] : kTypes) {
    if (question["type"].text() == name) return type;
  }
  return question["choices"] ? QuestionType::kChoice : QuestionType::kText;
}

void report(Node at, std::string message, std::string help, Sink& sink) {
  Diagnostic diagnostic;
  diagnostic.rule = "template";
  diagnostic.message = std::move(message);
  diagnostic.at = at.location();
  diagnostic.pointer = at.pointer();
  diagnostic.help = std::move(help);
  sink.report(std::move(diagnostic));
}

std::vector<Question> read_questions(Node list, Sink& sink) {
  std::vector<Question> questions;
  std::set<std::string, std::less<>> ids(kReserved.begin(), kReserved.end());
  for (const Node node : list.items()) {
    Question question;
    question.id = node["id"].text();
    question.type = type_of(node);
    question.prompt = node["prompt"];
    question.help = node["help"];
    question.default_value = node["default"];
    question.choices = node["choices"];
    question.when = node["when"];
    question.validation = node["validate"];
    question.from = node["from"].text();
    question.place = node;
    if (!ids.insert(question.id).second) {
      report(node["id"], "the name `" + question.id + "` is taken", "give each question its own id",
             sink);
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

void read_delimiters(Node delimiters, expr::Options& syntax) {
  const auto read = [&](std::string_view key, std::string& to) {
    if (const Node given = delimiters[key]) to = given.text();
  };
  read("block_start", syntax.block_start);
  read("block_end", syntax.block_end);
  read("variable_start", syntax.variable_start);
  read("variable_end", syntax.variable_end);
  read("comment_start", syntax.comment_start);
  read("comment_end", syntax.comment_end);
  read("line_statement_prefix", syntax.line_statement);
  read("line_comment_prefix", syntax.line_comment);
  read("newline_sequence", syntax.newline_sequence);
}

}  // namespace

Manifest parse_manifest(const DocumentPtr& document, Sink& sink) {
  Manifest manifest;
  manifest.document = document;
  schema::check(*document, "template", sink);
  const Node root = document->root();
  manifest.name = root["name"].text();
  manifest.kind = root["kind"].text();
  manifest.description = root["description"].text();
  manifest.version = root["version"].text();
  manifest.questions = read_questions(root["questions"], sink);
  manifest.computed = root["computed"];
  manifest.exclude = root["exclude"];
  manifest.kept = root["skip_if_exists"];
  for (const Node loop : root["for_each"].items()) {
    manifest.loops.push_back(
        {std::string(loop["file"].text()), loop["in"], std::string(loop["as"].text())});
  }
  for (const Node folder : root["includes"].items()) {
    manifest.part_folders.emplace_back(folder.text());
  }
  for (const Node folder : root["add_ons"].items()) {
    manifest.add_on_folders.push_back(normal_path(folder.text()));
  }
  manifest.registration = root["register"];
  manifest.tasks = root["tasks"];
  manifest.checks = root["checks"];
  for (const Node marker : root["fill_in"].items()) {
    manifest.markers.emplace_back(marker.is_mapping() ? marker["marker"].text() : marker.text());
  }
  // Generated files end as the template's do; Jinja's own default would cut their last line end.
  manifest.syntax.keep_trailing_newline = true;
  read_delimiters(root["delimiters"], manifest.syntax);
  return manifest;
}

Result<Manifest> read_manifest(const TemplateTree& tree) {
  if (tree.is_cookiecutter) {
    return file_failure(
        "template", tree.manifest->path(),
        "this is a template of cookiecutter, without a `" + std::string(kManifestName) + "`",
        "only `tizza new` takes those");
  }
  TIZZA_TRY(const DocumentPtr document, read_document(tree.manifest));
  Findings findings;
  Manifest manifest = parse_manifest(document, findings);
  if (!tree.version.empty()) manifest.version = tree.version;
  manifest.commit = tree.commit;
  for (const Diagnostic& finding : findings.list()) {
    if (finding.severity != Severity::kError) continue;
    Error error{finding};
    if (error.diagnostic.help.empty()) {
      error.diagnostic.help = "run `tizza template lint " + tree.source + "` to see all";
    }
    return error;
  }
  return manifest;
}

}  // namespace tizza::scaffold
