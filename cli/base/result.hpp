#pragma once
#include <optional>
#include <utility>
#include <variant>

#include "base/diagnostic.hpp"

namespace tizza {

/// How a call of tizza ended. app/exit_code.cpp alone maps these to numbers: a "no" and an "I could
/// not find out" never share one.
enum class Verdict {
  kDone,
  kNegative,      ///< A clear no: findings, drift, a failed check.
  kCouldNotRun,   ///< Usage, configuration, unreadable input.
  kStopped,       ///< Stopped or paused by the operator at a prompt.
  kNeedsPerson,   ///< An answer or an approval is needed and nobody can be asked.
  kEscalated,     ///< A playbook ended in an escalation.
  kUnknownState,  ///< A step is left in an unknown state.
  kBug,
  kHungUp,
  kInterrupted,
  kTerminated,
};

/// Why a call failed: what to tell the person, and how the whole call then ends.
struct Error {
  Diagnostic diagnostic;
  Verdict verdict = Verdict::kCouldNotRun;
};

/// An error without a place in a text.
inline Error failure(std::string rule, std::string message, std::string help = {},
                     Verdict verdict = Verdict::kCouldNotRun) {
  Error error;
  error.diagnostic.rule = std::move(rule);
  error.diagnostic.message = std::move(message);
  error.diagnostic.help = std::move(help);
  error.verdict = verdict;
  return error;
}

/// An error about the file `path` as a whole.
inline Error file_failure(std::string rule, std::string path, std::string message,
                          std::string help = {}) {
  Error error = failure(std::move(rule), std::move(message), std::move(help));
  error.diagnostic.path = std::move(path);
  return error;
}

/// An error at a place in a text.
inline Error failure_at(Location at, std::string rule, std::string message, std::string help = {}) {
  Error error = failure(std::move(rule), std::move(message), std::move(help));
  error.diagnostic.at = std::move(at);
  return error;
}

/// A value, or the reason why there is none. No exception crosses a layer.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }

  const Error& error() const& { return *error_; }
  Error&& error() && { return std::move(*error_); }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace tizza

#define TIZZA_CONCAT_INNER(a, b) a##b
#define TIZZA_CONCAT(a, b) TIZZA_CONCAT_INNER(a, b)

/// `TIZZA_TRY(auto text, read(path));` declares `text`, or returns the error of `read(path)`.
#define TIZZA_TRY(declaration, expression) \
  TIZZA_TRY_IMPL(TIZZA_CONCAT(tizza_result_, __LINE__), declaration, expression)
#define TIZZA_TRY_IMPL(result, declaration, expression) \
  auto result = (expression);                           \
  if (!result.ok()) return std::move(result).error();   \
  declaration = *std::move(result)

/// Returns the error of a Status, or goes on.
#define TIZZA_CHECK(expression)                               \
  do {                                                        \
    if (auto tizza_status = (expression); !tizza_status.ok()) \
      return std::move(tizza_status).error();                 \
  } while (false)
