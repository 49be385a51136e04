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

}  // namespace tizza::scaffold
