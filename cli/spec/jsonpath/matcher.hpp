#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "spec/jsonpath/path.hpp"
#include "text/document.hpp"

namespace tizza::spec::jsonpath {

/// How references look to whoever walks a document.
class View {
 public:
  virtual ~View() = default;
  /// What stands in the place of `node`: the end of its references, or `node` itself.
  virtual Node target(Node node) const { return node; }
};

/// Under which name a value was reached; none for the root.
struct Step {
  Node key;            ///< In a mapping.
  uint32_t index = 0;  ///< In a list.
  bool is_item = false;

  bool is_root() const { return !key && !is_item; }
  std::string text() const { return is_item ? std::to_string(index) : std::string(key.text()); }
};

/// One place that an expression names.
struct Match {
  Node value;  ///< References followed.
  Step step;
  bool takes_name = false;  ///< `~`: the name is meant, not the value.
};

/// Expressions that are matched together, in one walk over a tree. Immutable; threads may share it.
class Matcher {
 public:
  /// The paths must outlive the matcher.
  explicit Matcher(std::vector<const Path*> paths);
  ~Matcher();
  Matcher(Matcher&&) noexcept;

  struct Automaton;

  using Found = std::function<void(size_t path, const Match& match)>;

  /// Calls `found` for every match, in the order of the text as far as one walk can have it. A
  /// value to which several references lead is entered once for each state of each expression, so
  /// the work is linear in the size of the documents; expressions that look at what is above their
  /// matches
  /// (`@parent`, `@path`, `^^`) see the first hundred ways to such a value.
  void run(Node root, const View& view, const Found& found) const;

 private:
  friend class Walk;
  std::unique_ptr<const Automaton> automaton_;
};

}  // namespace tizza::spec::jsonpath
