#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/failure.hpp"
#include "expr/object.hpp"

namespace tizza::expr {

class Interpreter;

/// What a call hands over.
struct Arguments {
  std::vector<Object> positional;
  std::vector<std::pair<std::string_view, Object>> named;

  const Object* find(std::string_view name) const;
  /// The named argument, which is taken out; none where there is none.
  std::optional<Object> take(std::string_view name);
};

/// A value that the engine itself provides. Lives in a Heap, so its destructor never runs.
class Native {
 public:
  virtual std::string_view type_name() const = 0;
  /// What printing it shows.
  virtual std::string describe() const { return "<" + std::string(type_name()) + ">"; }
  virtual std::optional<Object> attribute(Interpreter&, std::string_view) { return std::nullopt; }
  virtual bool is_callable() const { return false; }
  virtual Object call(Interpreter&, Arguments&) {
    throw Failure("`" + std::string(type_name()) + "` cannot be called");
  }

 protected:
  ~Native() = default;
};

}  // namespace tizza::expr
