#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace tizza::expr {

/// What goes wrong inside a template. Thrown within this layer only, because an expression fails
/// far below the statement that holds it; template.cpp turns it into an Error. A failure without a
/// place gets the place of the expression that is being evaluated.
struct Failure {
  explicit Failure(std::string text, std::string hint = {})
      : message(std::move(text)), help(std::move(hint)) {}
  Failure(Location place, std::string text, std::string hint = {})
      : message(std::move(text)), help(std::move(hint)), at(std::move(place)) {}

  std::string message;
  std::string help;
  Location at;
  std::vector<Note> notes;  ///< The calls and includes that led here, innermost first.
};

/// Adds a call or an include on the way to the failure. Long chains and recursion are cut: more
/// notes would only bury the message.
inline void add_note(Failure& failure, std::string message, Location at) {
  constexpr size_t kMostNotes = 5;
  if (failure.notes.size() >= kMostNotes) return;
  const bool is_again = !failure.notes.empty() && failure.notes.back().at.source == at.source &&
                        failure.notes.back().at.span == at.span;
  if (!is_again) failure.notes.push_back({std::move(message), std::move(at), {}});
}

}  // namespace tizza::expr
