#include "scaffold/samples.hpp"

#include <functional>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "scaffold/combinations.hpp"
#include "scaffold/interpolate.hpp"
#include "text/writer.hpp"

namespace tizza::scaffold {
namespace {

std::string text_of(const Value& value) {
  if (const auto* text = value.as_string()) return *text;
  const auto* list = value.as_list();
  if (!list) return write_json(value);
  std::vector<std::string> parts;
  for (const Value& item : *list) parts.push_back(text_of(item));
  return join(parts, ",");
}

/// What a question that has no default is answered with.
std::string example_of(const OpenQuestion& open) {
  if (!open.options.empty()) return open.options.front().label;
  switch (open.question->type) {
    case QuestionType::kInt:
    case QuestionType::kFloat:
      return "1";
    case QuestionType::kBool:
      return "false";
    case QuestionType::kMultichoice:
      return "";
    case QuestionType::kJson:
      return "{}";
    default:
      return "sample";
  }
}

/// The answers that one question is tried with, its default first.
std::vector<std::string> variants_of(const OpenQuestion& open) {
  const QuestionType type = open.question->type;
  const bool is_yes_no = type == QuestionType::kBool;
  std::string usual = open.default_value ? text_of(*open.default_value) : example_of(open);
  if (is_yes_no && open.default_value) usual = is_true(*open.default_value) ? "true" : "false";
  std::vector<std::string> variants = {usual};
  const auto add = [&](const std::string& text) {
    if (text != usual) variants.push_back(text);
  };
  if (is_yes_no) {
    add(usual == "true" ? "false" : "true");
  } else if (type == QuestionType::kMultichoice) {
    std::vector<std::string> labels;
    for (const Option& option : open.options) labels.push_back(option.label);
    add(join(labels, ","));
    if (!labels.empty()) add("");
  } else if (type != QuestionType::kJson && open.question->from.empty()) {
    for (const Option& option : open.options) {
      const auto* value = option.value.as_string();
      if (!value || *value != usual) add(option.label);
    }
  }
  return variants;
}

/// How many variants a question may have; those that the defaults do not lead to are guessed from
/// the manifest.
size_t guessed_count(const Question& question) {
  if (question.type == QuestionType::kBool) return 2;
  if (question.type == QuestionType::kMultichoice) return question.choices ? 3 : 1;
  const size_t choices = question.choices.size();
  return choices == 0 ? 1 : choices;
}

/// Answers by one row of choices and remembers what differs from the defaults.
class RowAsker {
 public:
  RowAsker(const Manifest& manifest, const Combination& row) : manifest_(manifest), row_(row) {}

  Result<Reply> operator()(const OpenQuestion& open) {
    const auto index = static_cast<size_t>(open.question - manifest_.questions.data());
    const auto variants = variants_of(open);
    counts_[index] = variants.size();
    const size_t chosen = row_[index] < variants.size() ? row_[index] : 0;
    if (chosen > 0) differences_.push_back(open.question->id + "=" + variants[chosen]);
    auto value = open.read(variants[chosen]);
    if (!value) {
      is_refused_ = chosen > 0 || !differences_.empty();
      return std::move(value).error();
    }
    return Reply{false, *std::move(value)};
  }

  const std::map<size_t, size_t>& counts() const { return counts_; }
  bool is_refused() const { return is_refused_; }
  std::string label() const { return differences_.empty() ? "defaults" : join(differences_, ", "); }

 private:
  const Manifest& manifest_;
  const Combination& row_;
  std::map<size_t, size_t> counts_;
  std::vector<std::string> differences_;
  bool is_refused_ = false;
};

}  // namespace

Result<Samples> sample_answers(const Manifest& manifest, AnswerSources sources, size_t most) {
  std::vector<size_t> counts;
  for (const Question& question : manifest.questions) counts.push_back(guessed_count(question));
  const Combination defaults(counts.size(), 0);
  RowAsker first(manifest, defaults);
  sources.asker = std::ref(first);
  TIZZA_CHECK(collect_answers(manifest, sources));
  for (const auto& [index, count] : first.counts()) counts[index] = count;
  // What is answered already has one variant.
  for (size_t i = 0; i < counts.size(); ++i) {
    const std::string& id = manifest.questions[i].id;
    if (!sources.typed[id].is_null() || sources.given.find(id)) counts[i] = 1;
  }
  Samples samples;
  std::set<std::string> labels;
  for (const Combination& row : covering_combinations(counts, most)) {
    RowAsker asker(manifest, row);
    sources.asker = std::ref(asker);
    auto answers = collect_answers(manifest, sources);
    if (!answers && asker.is_refused()) {
      ++samples.refused;
      continue;
    }
    if (!answers) return std::move(answers).error();
    if (labels.insert(asker.label()).second)
      samples.list.push_back({*std::move(answers), asker.label()});
  }
  return samples;
}

}  // namespace tizza::scaffold
