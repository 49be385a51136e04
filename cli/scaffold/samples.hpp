#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/manifest.hpp"

namespace tizza::scaffold {

/// Answers that somebody might give to a template.
struct Sample {
  Answers answers;
  std::string
      label;  ///< What differs from the defaults: `docker=false, ci=gitlab`; else `defaults`.
};

struct Samples {
  std::vector<Sample> list;
  size_t refused = 0;  ///< Combinations that the template's own `validate` forbids.
};

/// Answers to try a template with: a covering set of what can be chosen (combinations.hpp), at most
/// `most` where all combinations are meant to be tried. What has no default gets a value of its
/// type, unless `sources.typed` or `sources.given` answer it. An error where the defaults fail.
Result<Samples> sample_answers(const Manifest& manifest, AnswerSources sources, size_t most);

}  // namespace tizza::scaffold
