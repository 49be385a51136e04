#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scaffold/answers.hpp"

namespace tizza::scaffold {

/// The value that a typed text means for a question of this type, or why it will not do.
Result<Value> read_text(const Question& question, const std::vector<Option>& options,
                        const std::string& text);

/// Whether a value from a file or a default suits the question; the value as it is kept.
Result<Value> read_value(const Question& question, const std::vector<Option>& options,
                         const Value& value);

/// The error that names all answers that are missing, with their flags (Verdict::kNeedsPerson).
/// `have_defaults`: whether each of them has a default that could be taken.
Error missing_answers(const std::vector<std::string>& ids, bool have_defaults);

}  // namespace tizza::scaffold
