#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "expr/dates.hpp"
#include "text/value.hpp"

/// Jinja2: the one expression language of tizza, for templates, playbooks, changelogs and
/// `--where`.
namespace tizza::expr {

enum class Autoescape : uint8_t { kNone, kHtml, kShell };

/// The syntax and the limits of a template.
struct Options {
  std::string block_start = "{%", block_end = "%}";
  std::string variable_start = "{{", variable_end = "}}";
  std::string comment_start = "{#", comment_end = "#}";
  /// What makes the rest of a line a tag, or a comment; empty for nothing.
  std::string line_statement = {}, line_comment = {};
  /// What every line end of the template becomes; empty for what it is.
  std::string newline_sequence = {};
  bool trim_blocks = false;
  bool lstrip_blocks = false;
  bool keep_trailing_newline = false;
  /// kShell quotes every printed value unless `| raw` was applied: outside of quotes as one word, a
  /// list as words; inside of them as a part of what is quoted. Where the place cannot be told, a
  /// value is an error.
  Autoescape autoescape = Autoescape::kNone;
  /// Finds the templates that include, import and extends name; none: they are errors.
  std::function<Result<SourcePtr>(const std::string& name)> loader = {};
  /// What `random` and `lipsum` start from: the same seed gives the same text.
  uint64_t seed = 0;
  /// What `uuid4` and `random_ascii_string` take instead, for they make secrets: bytes that nobody
  /// can guess. None: they go by the seed as well.
  std::function<std::string(size_t count)> random_bytes = {};
  std::optional<TemplateClock> clock = {};  ///< For `now`; none: it is an error.
  /// The lists and mappings of the context as the template left them, for templates that change
  /// them: each is set here under its name. It may be the context itself. Null: nobody asks.
  Value* changes = nullptr;
  uint64_t max_steps = 10'000'000;
  uint32_t max_depth = 200;
  uint64_t max_output_bytes = 256ull << 20;
  uint64_t max_memory_bytes = 512ull << 20;
  /// Where several renderings share their steps: how many are left. It is counted down, and holds
  /// in place of max_steps where it is less.
  uint64_t* steps_left = nullptr;
};

/// Renders a template. Undefined names are errors (rule `template`) at their exact place with near
/// names; nothing outside `context` can be reached.
Result<std::string> render(SourcePtr source, const Value& context, const Options& options = {});

/// Renders what a scalar of a YAML, JSON or TOML file says. Places are exact where the text stands
/// in the file as it is, which is nearly always.
Result<std::string> render(Node scalar, const Value& context, const Options& options = {});

/// Evaluates one expression such as `tier == 1 and "culinary" in owners`; `at` is where the
/// expression stands in its file, so that errors point there.
Result<Value> evaluate(const Location& at, const Value& context, const Options& options = {});

/// Evaluates the expression that a scalar says, quotes and indentation taken away.
Result<Value> evaluate(Node scalar, const Value& context, const Options& options = {});

/// A name that is read out of the context, and where it is read first.
struct FreeName {
  std::string name;
  Location at;
  bool is_template = false;  ///< Not of a value: a template that is included, imported or extended.
};

/// The names that a template (text with tags in it) reads out of its context, in order of
/// appearance, and the templates that it needs by a name that is written there.
Result<std::vector<FreeName>> free_names(SourcePtr source, const Options& options = {});
Result<std::vector<FreeName>> free_names(Node scalar, const Options& options = {});

/// The same for a scalar that is one expression.
Result<std::vector<FreeName>> free_names_of_expression(Node scalar, const Options& options = {});

}  // namespace tizza::expr
