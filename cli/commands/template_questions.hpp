#pragma once
#include <string>
#include <vector>

#include "commands/context.hpp"
#include "registry/model.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/whole.hpp"

namespace tizza::commands {

/// Where the answers to a template's questions come from, besides the person.
struct AnswerFlags {
  std::vector<std::string> data;  ///< `key=value`
  std::string answers_file = {};  ///< Empty for none; `-` for standard input.
  bool take_defaults = false;
  std::string destination = {};  ///< What templates see as `destination`.
  const registry::Registry* registry = nullptr;
  bool confirms = false;    ///< Whether all answers are shown before the last word.
  std::string add_on = {};  ///< What a project gets besides; empty for none.
};

/// What `-d key=value` says: texts, or lists where one key came repeatedly.
Result<Value> read_data(const std::vector<std::string>& data);

/// Adds what TIZZA_DATA_ID says for every id that `typed` does not have.
void add_environment(const std::vector<std::string>& ids, const Environment& environment,
                     Value& typed);

/// The mapping of answers in a file, and the document that holds it. `path` may be empty for none.
Result<scaffold::GivenAnswers> read_answers_file(const std::string& path, Context& context);

/// Who answers on the terminal, and who says the last word there.
scaffold::Asker person_asker(Context& context);
scaffold::Confirmer person_confirmer(Context& context);

/// What flags, environment and file answer: everything but the person.
Result<scaffold::AnswerSources> read_answer_sources(const scaffold::Manifest& manifest,
                                                    const AnswerFlags& flags, Context& context);

/// Answers every question of a template by flags, by the environment (TIZZA_DATA_ID), by file, by
/// asking, by default, in this order.
Result<scaffold::Answers> ask_template_questions(const scaffold::Manifest& manifest,
                                                 const AnswerFlags& flags, Context& context);

/// What answers a newer version's questions, or those of an add-on, for a project besides what it
/// recorded: flags win over that, and what is new is asked, or takes its default.
Result<scaffold::WholeSources> read_whole_sources(const AnswerFlags& flags, Context& context);

/// Asks for what of the two is empty; an error with Verdict::kNeedsPerson that names both where
/// nobody can be asked. `registry` may be null.
Status ask_template_and_destination(std::string& template_name, std::string& destination,
                                    const registry::Registry* registry, Context& context);

}  // namespace tizza::commands
