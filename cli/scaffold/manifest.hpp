#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "expr/template.hpp"
#include "scaffold/template_tree.hpp"
#include "text/document.hpp"

namespace tizza::scaffold {

enum class QuestionType : uint8_t {
  kText,
  kInt,
  kFloat,
  kBool,
  kChoice,
  kMultichoice,
  kPath,
  kSecret,
  kJson,
};

/// One question of a manifest. Nodes that may hold templates stay nodes, so that their errors point
/// into the manifest.
struct Question {
  std::string id;
  QuestionType type = QuestionType::kText;
  Node prompt;
  Node help;
  Node default_value;
  Node choices;
  Node when;         ///< A condition, or a boolean.
  Node validation;   ///< `expression` and `message`.
  std::string from;  ///< `teams`, `services`, `packages`, `ports`, or empty.
  Node place;
};

struct Loop {
  std::string file;  ///< Below `files/`.
  Node list;         ///< The expression.
  std::string name;
};

/// What `tizza-template.yaml` says (registry-schema/template.schema.json).
struct Manifest {
  DocumentPtr document;
  std::string name;
  std::string kind;
  std::string description;
  std::string version;  ///< The tag of its repository, or else what the manifest says.
  std::string commit;   ///< Of its repository; empty where it is in none.
  std::vector<Question> questions;
  Node computed;
  Node exclude;
  std::vector<Loop> loops;
  Node kept;  ///< `skip_if_exists`: globs of files that are the project's own once they are there.
  std::vector<std::string> part_folders;
  std::vector<std::string> add_on_folders;  ///< Below the template's folder.
  Node registration;
  Node tasks;                        ///< Commands to run in a new project.
  Node checks;                       ///< Commands that prove a project right.
  std::vector<std::string> markers;  ///< What people must replace.
  expr::Options syntax;              ///< Delimiters and limits, without a loader.
};

/// Reads and checks a manifest. Everything that is wrong goes to `sink`; the manifest is only good
/// where no error went there.
Manifest parse_manifest(const DocumentPtr& document, Sink& sink);

/// The manifest of a template, or its first error.
Result<Manifest> read_manifest(const TemplateTree& tree);

}  // namespace tizza::scaffold
