#pragma once
#include <map>
#include <string>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/manifest.hpp"
#include "scaffold/rendering.hpp"
#include "text/document.hpp"

namespace tizza::scaffold {

/// What a project's answers file says.
struct Recorded {
  DocumentPtr document;
  std::string source;       ///< As find_template() takes it.
  std::string version;      ///< Empty where the template has none.
  std::string commit;       ///< Of the template's repository; empty where it is in none.
  std::string destination;  ///< The name that its templates saw; empty in files of old.
  std::string tree;         ///< tree_hash() of what the template made, without `sha256:`.
  Node answers;
  Node add_ons;  ///< Their answers by name; may be nothing.
};

/// Reads an answers file; an error with its place where it was written by somebody else.
Result<Recorded> read_recorded(SourcePtr source);

/// The same for the text that the last commit of the project in `folder` has. Places in it read
/// `HEAD:PATH` where the file in the folder says something else.
Result<Recorded> read_committed(const FileReader& files, const std::string& folder,
                                std::string text);

/// What may answer a template's questions besides the record.
struct RenewalSources {
  Value base;        ///< AnswerSources::base.
  Value typed = {};  ///< `-d`; wins over the record.
  Asker asker = {};  ///< For questions that the record does not answer.
  const registry::Registry* registry = nullptr;
  std::map<std::string, std::string> renamed = {};  ///< Ids of questions, old to new.
};

/// Answers a template's questions by the answers that a project recorded; what is no longer asked
/// is passed over. Secrets, which nobody recorded, stand as placeholders.
Result<Answers> renew_answers(const Manifest& manifest, Node recorded,
                              const RenewalSources& sources);

/// The same for what is about to be recorded: the answers with placeholders for secrets.
Result<Answers> without_secrets(const Manifest& manifest, const Answers& answers,
                                const std::string& destination);

}  // namespace tizza::scaffold
