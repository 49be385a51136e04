#include "scaffold/answers_file.hpp"

#include <algorithm>

#include "text/writer.hpp"

namespace tizza::scaffold {

Status add_answers_file(Project& project, const Manifest& manifest, const std::string& source,
                        const Answers& answers) {
  const auto at = std::lower_bound(
      project.begin(), project.end(), kAnswersFile,
      [](const TemplateFile& file, std::string_view path) { return file.path < path; });
  if (at != project.end() && at->path == kAnswersFile) {
    return failure("template", "the template has a file `" + std::string(kAnswersFile) + "`",
                   "take it out: tizza writes it");
  }
  Value origin;
  origin.set("source", source);
  if (!manifest.version.empty()) origin.set("version", manifest.version);
  if (!manifest.commit.empty()) origin.set("commit", manifest.commit);
  Value recorded{Value::Mapping{}};
  if (const auto* all = answers.all.as_mapping()) {
    for (const auto& [id, value] : *all) {
      const bool is_secret =
          std::find(answers.secrets.begin(), answers.secrets.end(), id) != answers.secrets.end();
      if (!is_secret) recorded.set(id, value);
    }
  }
  Value root;
  root.set("template", std::move(origin));
  root.set("tree", "sha256:" + tree_hash(project));
  root.set("answers", std::move(recorded));
  TemplateFile file;
  file.path = kAnswersFile;
  file.bytes = "# Written by `tizza new`: what made this project. Keep it, and do not edit it.\n" +
               write_yaml(root);
  project.insert(at, std::move(file));
  return {};
}

}  // namespace tizza::scaffold
