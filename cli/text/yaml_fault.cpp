#include "text/yaml_fault.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "text/readable_text.hpp"

namespace tizza::yaml {
namespace {

enum class Place { kProblem, kContext };

struct Advice {
  std::string_view problem;  // the start of libyaml's words
  std::string_view context;  // the start of what it was reading
  Place place = Place::kProblem;
  std::string_view message;  // instead of libyaml's words; empty where they are clear
  std::string_view help;
};

constexpr std::string_view kQuotes = "put the text in quotes";
constexpr std::string_view kSpaces = "indent with spaces";
constexpr std::string_view kEntry =
    "an entry is written `key: value`; lines that continue a value are indented more than its key";

// What people do next, for the mistakes that they make most.
constexpr std::array kAdvice = {
    Advice{"mapping values are not allowed", "", Place::kProblem, "",
           "put a text that holds `: ` in quotes"},
    Advice{"could not find expected ':'", "while scanning a simple key", Place::kContext,
           "there is no `:` behind this key", kEntry},
    Advice{"did not find expected key", "while parsing a block mapping", Place::kProblem,
           "this does not fit the mapping around it", "line it up with the entry above"},
    Advice{"did not find expected '-' indicator", "", Place::kProblem,
           "this does not fit the list around it", "line it up with the item above"},
    Advice{"did not find expected ',' or", "", Place::kProblem, "",
           "put a comma between the entries, or close the bracket"},
    Advice{"did not find expected <document start>", "", Place::kProblem,
           "this stands behind the end of the document", "keep one value at the top of a file"},
    Advice{"did not find expected node content", "", Place::kProblem, "a value is missing here",
           ""},
    Advice{"found unexpected end of stream", "while scanning a quoted scalar", Place::kContext,
           "the quote is never closed", ""},
    Advice{"found unexpected document indicator", "while scanning a quoted scalar", Place::kContext,
           "the quote is not closed before the document ends", ""},
    Advice{"found a tab character", "", Place::kProblem, "", kSpaces},
    Advice{"found unknown escape character", "", Place::kProblem, "",
           "write `\\\\` for a backslash, or use single quotes"},
    Advice{"block sequence entries are not allowed", "", Place::kProblem, "",
           "start the list on a line of its own, or put the text in quotes"},
    Advice{"found invalid Unicode character escape", "", Place::kProblem, "",
           "pairs of `\\uD83D\\uDE00` are JSON's: write the character, or `\\U0001F600`"},
    Advice{"found undefined tag handle", "", Place::kContext, "",
           "leave it out; only tags of JSON's types, such as `!!str`, are known"},
    Advice{"found incompatible YAML document", "", Place::kProblem, "", "write `%YAML 1.2`"},
};

Advice advice_for(const Fault& fault) {
  for (const Advice& advice : kAdvice) {
    if (fault.problem.starts_with(advice.problem) && fault.context.starts_with(advice.context)) {
      return advice;
    }
  }
  return {};
}

Error unreadable_character(const SourcePtr& source, uint32_t at) {
  const auto decoded = utf8::decode(source->text().substr(at));
  const auto code_point = static_cast<uint32_t>(decoded.code_point);
  return syntax_error(source, {at, at + decoded.size},
                      fmt::format("the character U+{:04X} is not allowed in YAML", code_point),
                      fmt::format("write it as `\\u{:04X}` in double quotes", code_point));
}

/// libyaml names neither the character nor what is wrong with it.
Error cannot_start(const SourcePtr& source, Span at) {
  if (source->slice(at) == "\t") {
    return syntax_error(source, at, "a tab is no indentation", std::string(kSpaces));
  }
  return syntax_error(source, at, fmt::format("a text cannot start with `{}`", source->slice(at)),
                      std::string(kQuotes));
}

}  // namespace

Error syntax_fault(const SourcePtr& source, const Fault& fault, std::optional<Span> open_bracket) {
  const auto end = static_cast<uint32_t>(source->text().size());
  const bool is_quote_open = fault.context == "while scanning a quoted scalar";
  if (open_bracket && fault.at >= end && !is_quote_open) {
    return syntax_error(source, *open_bracket,
                        fmt::format("`{}` is never closed", source->slice(*open_bracket)));
  }
  if (fault.problem == "control characters are not allowed") {
    return unreadable_character(source, fault.at);
  }
  const Advice advice = advice_for(fault);
  const bool is_at_context = advice.place == Place::kContext && fault.begun_at;
  const uint32_t at = std::min(is_at_context ? *fault.begun_at : fault.at, end);
  const Span span{at, std::min(at + 1, end)};
  const std::string_view message = advice.message.empty() ? fault.problem : advice.message;
  Error error = fault.problem.starts_with("found character that cannot start any token")
                    ? cannot_start(source, span)
                    : syntax_error(source, span, std::string(message), std::string(advice.help));
  if (open_bracket) error.diagnostic.notes.push_back({"opened here", {source, *open_bracket}, {}});
  return error;
}

}  // namespace tizza::yaml
