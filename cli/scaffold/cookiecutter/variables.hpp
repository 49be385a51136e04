#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scaffold/answers.hpp"
#include "scaffold/cookiecutter/template.hpp"

namespace tizza::scaffold::cookiecutter {

/// Where the values of variables come from.
struct VariableSources {
  Value typed;  ///< From `-d name=text`: texts.
  Value given;  ///< From a file of answers.
  /// The variables that an earlier run wrote down (`{"cookiecutter": {…}}`): taken as they are,
  /// neither rendered nor asked for; null for none.
  Value replay;
  Asker asker;                 ///< Null where nobody can be asked.
  Confirmer confirmer = {};    ///< May be null.
  bool takes_defaults = true;  ///< Else what is neither given nor asked for is missing.
  Value extra;                 ///< What `cookiecutter` has besides: `_template` and the like.
};

/// What templates see: `cookiecutter` and `_cookiecutter`.
struct Variables {
  Value context;
  Value answers;  ///< Those that a person may have an opinion on, for the record.
};

/// Gives every variable its value, in the order of the file: private ones (`_x`) as they stand,
/// `__x` rendered, the others by the sources or rendered from what was declared, dicts last.
/// Errors: a name that there is not (with near names), and a value that is not among the choices.
Result<Variables> collect_variables(const Settings& settings, const VariableSources& sources);

}  // namespace tizza::scaffold::cookiecutter
