#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex.hpp"

#include <pcre2.h>

#include <algorithm>
#include <array>

#include "base/ecma_pattern.hpp"

namespace tizza {
namespace {

// A search that needs more than this is given up: about a tenth of a second on a slow machine.
constexpr uint32_t kMatchLimit = 5'000'000;
constexpr uint32_t kDepthLimit = 100'000;
constexpr uint32_t kHeapLimitKibibytes = 64 * 1024;
constexpr size_t kMaxPatternBytes = 1 << 20;

struct Free {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};

using MatchData = std::unique_ptr<pcre2_match_data, Free>;

/// What a search needs beside the code. One for each thread, since searches write to it.
struct Scratch {
  std::unique_ptr<pcre2_jit_stack, Free> stack{pcre2_jit_stack_create(32 << 10, 8 << 20, nullptr)};
  std::unique_ptr<pcre2_match_context, Free> context{pcre2_match_context_create(nullptr)};
  MatchData one_pair{pcre2_match_data_create(1, nullptr)};

  Scratch() {
    pcre2_set_match_limit(context.get(), kMatchLimit);
    pcre2_set_depth_limit(context.get(), kDepthLimit);
    pcre2_set_heap_limit(context.get(), kHeapLimitKibibytes);
    pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
  }
};

Scratch& scratch() {
  thread_local Scratch instance;
  return instance;
}

const pcre2_code* code_of(const std::shared_ptr<const void>& code) {
  return static_cast<const pcre2_code*>(code.get());
}

RegexOutcome run(const pcre2_code* code, std::string_view text, size_t from,
                 pcre2_match_data* data) {
  const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data() == nullptr ? "" : text.data());
  const int count = pcre2_match(code, subject, text.size(), from, 0, data, scratch().context.get());
  if (count >= 0) return RegexOutcome::kMatch;
  return count == PCRE2_ERROR_NOMATCH ? RegexOutcome::kNoMatch : RegexOutcome::kGaveUp;
}

/// What the flags of ECMA-262 ask of PCRE2.
Result<uint32_t> options_of(std::string_view flags) {
  uint32_t options = 0;
  for (const char flag : flags) {
    if (flag == 'i') {
      options |= PCRE2_CASELESS;
    } else if (flag == 'm') {
      options |= PCRE2_MULTILINE;
    } else if (flag == 's') {
      options |= PCRE2_DOTALL;
    } else if (std::string_view("dguvy").find(flag) == std::string_view::npos) {
      return pattern_error(flags, flags.find(flag), "there is no such flag");
    }
  }
  return options;
}

std::string compiler_message(int code) {
  std::array<unsigned char, 256> buffer{};
  pcre2_get_error_message(code, buffer.data(), buffer.size());
  return reinterpret_cast<const char*>(buffer.data());
}

}  // namespace

Regex::Regex(std::string_view pattern, std::shared_ptr<const void> code)
    : pattern_(std::make_shared<const std::string>(pattern)), code_(std::move(code)) {}

Result<Regex> Regex::compile(std::string_view pattern, RegexSyntax syntax, std::string_view flags) {
  if (pattern.size() > kMaxPatternBytes) return pattern_error("", 0, "it is longer than 1 MiB");
  TIZZA_TRY(const uint32_t chosen, options_of(flags));
  TranslatedPattern translated;
  if (syntax == RegexSyntax::kEcma) {
    TIZZA_TRY(translated, translate_ecma_pattern(pattern, (chosen & PCRE2_DOTALL) != 0));
  } else {
    translated.text = pattern;
  }
  const uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_DOLLAR_ENDONLY |
                           PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C | chosen;
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.text.data()),
                                   translated.text.size(), options, &error, &offset, nullptr);
  if (code == nullptr) {
    if (syntax == RegexSyntax::kEcma) {
      offset = offset < translated.origins.size() ? translated.origins[offset] : pattern.size();
    }
    return pattern_error(pattern, offset, compiler_message(error));
  }
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);  // without the JIT a search is slower, not different
  return Regex(pattern, std::shared_ptr<const void>(code, [](const void* owned) {
                 pcre2_code_free(static_cast<pcre2_code*>(const_cast<void*>(owned)));
               }));
}

RegexOutcome Regex::search(std::string_view text) const {
  return run(code_of(code_), text, 0, scratch().one_pair.get());
}

RegexOutcome Regex::find(std::string_view text, RegexMatch& match, size_t from) const {
  if (from > text.size()) return RegexOutcome::kNoMatch;
  const MatchData data(pcre2_match_data_create_from_pattern(code_of(code_), nullptr));
  const RegexOutcome outcome = run(code_of(code_), text, from, data.get());
  if (outcome != RegexOutcome::kMatch) return outcome;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data.get());
  match.groups.clear();
  for (uint32_t i = 0; i < pcre2_get_ovector_count(data.get()); ++i) {
    if (ends[2 * i] == PCRE2_UNSET) {
      match.groups.emplace_back();
    } else {
      // With `\K` in a look-around a match may start behind its end.
      const size_t begin = std::min(ends[2 * i], ends[2 * i + 1]);
      match.groups.emplace_back(text.substr(begin, ends[2 * i + 1] - begin));
    }
  }
  match.begin = std::min(ends[0], ends[1]);
  match.end = ends[1];
  return outcome;
}

std::string escape_regex(std::string_view text) {
  constexpr std::string_view kSyntax = R"(\^$.|?*+()[]{}/-)";
  std::string escaped;
  for (const char c : text) {
    if (kSyntax.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace tizza
