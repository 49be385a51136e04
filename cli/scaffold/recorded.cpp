#include "scaffold/recorded.hpp"

#include <algorithm>

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
  const std::string_view tree = root["tree"].text();
  const bool is_whole =
      !recorded.source.empty() && recorded.answers.is_mapping() && is_digest(tree);
  if (!is_whole) {
    return failure_at(
        root.location(), "answers", "the answers file is not as `tizza new` writes it",
        "take it from the history: git checkout HEAD -- " + std::string(kAnswersFile));
  }
  recorded.tree = tree.substr(kDigest.size());
  return recorded;
}

Result<Answers> renew_answers(const Manifest& manifest, Node recorded,
                              const RenewalSources& sources) {
  Value kept{Value::Mapping{}};
  for (const auto& [id, value] : recorded.entries()) {
    std::string name(id.text());
    if (const auto renamed = sources.renamed.find(name); renamed != sources.renamed.end()) {
      name = renamed->second;
    }
    if (find_question(manifest, name)) kept.set(name, Value::as_written(value));
  }
  AnswerSources all;
  TIZZA_TRY(all.given, as_given(kept));
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
