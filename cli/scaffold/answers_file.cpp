#include "scaffold/answers_file.hpp"

#include <algorithm>

#include "text/writer.hpp"

namespace tizza::scaffold {

Value recorded_answers(const Answers& answers) {
  Value recorded{Value::Mapping{}};
  if (const auto* all = answers.all.as_mapping()) {
    for (const auto& [id, value] : *all) {
      const bool is_secret =
          std::find(answers.secrets.begin(), answers.secrets.end(), id) != answers.secrets.end();
      if (!is_secret) recorded.set(id, value);
    }
  }
  return recorded;
}

TemplateFile make_answers_file(const AnswersRecord& record, const Manifest& manifest,
                               const Answers& answers) {
  Value origin;
  origin.set("source", record.source);
  if (!manifest.version.empty()) origin.set("version", manifest.version);
  if (!manifest.commit.empty()) origin.set("commit", manifest.commit);
  Value root;
  root.set("template", std::move(origin));
  root.set("destination", record.destination);
  root.set("tree", "sha256:" + record.tree);
  root.set("answers", recorded_answers(answers));
  if (!record.add_ons.is_null()) root.set("add_ons", record.add_ons);
  TemplateFile file;
  file.path = kAnswersFile;
  file.bytes = "# Written by `tizza new`: what made this project. Keep it, and do not edit it.\n" +
               write_yaml(root);
  return file;
}

Status add_answers_file(Project& project, const AnswersRecord& record, const Manifest& manifest,
                        const Answers& answers) {
  const auto at = std::lower_bound(
      project.begin(), project.end(), kAnswersFile,
      [](const TemplateFile& file, std::string_view path) { return file.path < path; });
  if (at != project.end() && at->path == kAnswersFile) {
    return failure("template", "the template has a file `" + std::string(kAnswersFile) + "`",
                   "take it out: tizza writes it");
  }
  project.insert(at, make_answers_file(record, manifest, answers));
  return {};
}

}  // namespace tizza::scaffold
