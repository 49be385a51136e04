#include "scaffold/recorded.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "scaffold/answers_file.hpp"
#include "text/reader.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::string_view kDigest = "sha256:";
constexpr size_t kDigestDigits = 64;

bool is_digest(std::string_view text) {
  if (!text.starts_with(kDigest) || text.size() != kDigest.size() + kDigestDigits) return false;
  return text.find_first_not_of("0123456789abcdef", kDigest.size()) == std::string_view::npos;
}

const Question* find_question(const Manifest& manifest, const std::string& id) {
  const auto found = std::find_if(manifest.questions.begin(), manifest.questions.end(),
                                  [&](const Question& question) { return question.id == id; });
  return found == manifest.questions.end() ? nullptr : &*found;
}

/// What every record has, at the place where it is not so.
Status check_whole(Node root) {
  const auto fault = [&](Node at, const std::string& message) {
    return failure_at((at ? at : root).location(), "answers", message,
                      "take it from an earlier commit: git log -p -- " + std::string(kAnswersFile));
  };
  const Node source = root["template"]["source"];
  if (source.text().empty()) {
    return fault(source ? source : root["template"], "`template.source` names no template");
  }
  if (!root["answers"].is_mapping()) {
    return fault(root["answers"], "`answers` is no mapping of questions to answers");
  }
  if (!is_digest(root["tree"].text())) {
    return fault(root["tree"], "`tree` is not the hash of what the template made");
  }
  return {};
}

/// Answers as a file gives them.
Result<GivenAnswers> as_given(const Value& answers) {
  auto source = std::make_shared<Source>(std::string(kAnswersFile), write_yaml(answers));
  TIZZA_TRY(const DocumentPtr document, read_yaml(std::move(source)));
  return GivenAnswers{document, document->root()};
}

}  // namespace

Result<Recorded> read_recorded(SourcePtr source) {
  TIZZA_TRY(const DocumentPtr document, read_yaml(std::move(source)));
  const Node root = document->root();
  Recorded recorded;
  recorded.document = document;
  recorded.source = root["template"]["source"].text();
  recorded.version = root["template"]["version"].text();
  recorded.commit = root["template"]["commit"].text();
  recorded.destination = root["destination"].text();
  recorded.answers = root["answers"];
  recorded.add_ons = root["add_ons"];
  TIZZA_CHECK(check_whole(root));
  recorded.tree = root["tree"].text().substr(kDigest.size());
  return recorded;
}

Result<Recorded> read_committed(const FileReader& files, const std::string& folder,
                                std::string text) {
  std::string path = join_path(folder, kAnswersFile);
  const auto here = files.read_file(path);
  if (here && *here != text) path = "HEAD:" + path;
  return read_recorded(std::make_shared<Source>(std::move(path), std::move(text)));
}

Result<Answers> renew_answers(const Manifest& manifest, Node recorded,
                              const RenewalSources& sources) {
  AnswerSources all;
  all.given.mapping = recorded;
  all.given.is_record = true;
  for (const auto& [before, now] : sources.renamed) all.given.renamed[now] = before;
  all.typed = sources.typed;
  all.asker = sources.asker;
  all.registry = sources.registry;
  all.base = sources.base;
  all.has_placeholders = true;
  return collect_answers(manifest, all);
}

Result<Answers> without_secrets(const Manifest& manifest, const Answers& answers,
                                const std::string& destination) {
  Value kept{Value::Mapping{}};
  for (const auto& [id, value] : *answers.all.as_mapping()) {
    const Question* question = find_question(manifest, id);
    if (question && question->type != QuestionType::kSecret) kept.set(id, value);
  }
  AnswerSources all;
  TIZZA_TRY(all.given, as_given(kept));
  all.base.set("destination", destination);
  all.has_placeholders = true;
  return collect_answers(manifest, all);
}

}  // namespace tizza::scaffold
