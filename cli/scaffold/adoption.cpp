#include "scaffold/adoption.hpp"

#include <array>
#include <functional>

#include "scaffold/derived_answers.hpp"

namespace tizza::scaffold {
namespace {

/// What stands for an answer that nobody gave.
Value stand_in(const OpenQuestion& open) {
  if (!open.options.empty()) return open.options.front().value;
  switch (open.question->type) {
    case QuestionType::kInt:
      return Value(0);
    case QuestionType::kFloat:
      return Value(0.0);
    case QuestionType::kBool:
      return Value(false);
    case QuestionType::kMultichoice:
      return Value::List{};
    case QuestionType::kJson:
      return Value::Mapping{};
    default:
      return Value("unknown");
  }
}

/// Lives for one call of fit_template().
class Fitter {
 public:
  Fitter(const TemplateTree& tree, const CommittedFiles& files, const FitSources& sources)
      : tree_(tree), files_(files), sources_(sources) {}

  Result<Fit> run() {
    TIZZA_TRY(manifest_, read_manifest(tree_));
    derived_ = derive_answers(tree_, manifest_, files_);
    TIZZA_TRY(Fit best, make());
    for (const Question& question : manifest_.questions) {
      const auto origin = best.origins.find(question.id);
      if (origin == best.origins.end() || origin->second != AnswerOrigin::kDefault) continue;
      for (const Value& value : variants_[question.id]) try_out(question.id, value, best);
    }
    return best;
  }

 private:
  Result<Fit> make() {
    fit_ = {};
    AnswerSources all;
    all.typed = sources_.typed;
    all.registry = sources_.registry;
    all.base.set("destination", sources_.destination);
    all.has_placeholders = true;
    all.asker = [this](const OpenQuestion& open) { return answer(open); };
    TIZZA_TRY(fit_.answers, collect_answers(manifest_, all));
    if (const auto* typed = sources_.typed.as_mapping()) {
      for (const auto& [id, value] : *typed) fit_.origins[id] = AnswerOrigin::kGiven;
    }
    TIZZA_TRY(fit_.project, render_project(tree_, manifest_, fit_.answers.context));
    fit_.near = nearness(fit_.project, files_);
    fit_.manifest = manifest_;
    return std::move(fit_);
  }

  /// Keeps the value where the template comes nearer by it.
  void try_out(const std::string& id, const Value& value, Fit& best) {
    if (best.answers.all[id] == value) return;
    const auto before = tried_.find(id) == tried_.end() ? Value() : tried_[id];
    tried_[id] = value;
    auto other = make();
    if (other && other->near.share() > best.near.share()) {
      best = *std::move(other);
    } else if (before.is_null()) {
      tried_.erase(id);
    } else {
      tried_[id] = before;
    }
  }

  Result<Reply> answer(const OpenQuestion& open) {
    const std::string& id = open.question->id;
    note_variants(open);
    const auto keep = [&](Value value, AnswerOrigin origin) {
      fit_.origins[id] = origin;
      return Reply{false, std::move(value)};
    };
    if (const auto tried = tried_.find(id); tried != tried_.end()) {
      return keep(tried->second, AnswerOrigin::kTried);
    }
    if (const auto found = derived_.find(id); found != derived_.end()) {
      if (auto value = open.read(found->second)) {
        return keep(*std::move(value), AnswerOrigin::kFound);
      }
    }
    if (open.default_value) return keep(*open.default_value, AnswerOrigin::kDefault);
    if (sources_.asker) {
      TIZZA_TRY(Reply reply, sources_.asker(open));
      return keep(std::move(reply.value), AnswerOrigin::kAsked);
    }
    fit_.missing.push_back(id);
    return keep(stand_in(open), AnswerOrigin::kDefault);
  }

  void note_variants(const OpenQuestion& open) {
    std::vector<Value>& variants = variants_[open.question->id];
    if (!variants.empty() || !open.question->from.empty()) return;
    if (open.question->type == QuestionType::kBool) variants = {Value(true), Value(false)};
    if (open.question->type != QuestionType::kChoice) return;
    for (const Option& option : open.options) variants.push_back(option.value);
  }

  const TemplateTree& tree_;
  const CommittedFiles& files_;
  const FitSources& sources_;
  Manifest manifest_;
  std::map<std::string, std::string> derived_;
  std::map<std::string, Value> tried_;
  std::map<std::string, std::vector<Value>> variants_;
  Fit fit_;
};

}  // namespace

std::string_view to_string(AnswerOrigin origin) {
  constexpr std::array<std::string_view, 5> kNames = {"given", "found in the project", "nearest",
                                                      "default", "asked"};
  return kNames.at(static_cast<size_t>(origin));
}

Result<Fit> fit_template(const TemplateTree& tree, const CommittedFiles& files,
                         const FitSources& sources) {
  return Fitter(tree, files, sources).run();
}

}  // namespace tizza::scaffold
