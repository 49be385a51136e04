#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// JSONPath as rulesets write it: the expressions that Spectral's engine takes (`~`, `^`,
/// `@property`, `@parent` and filters in a subset of JavaScript) and those of RFC 9535.
namespace tizza::spec::jsonpath {

struct Expression;

/// `start:end:step` of an array; what is left out is none.
struct Slice {
  std::optional<int64_t> start;
  std::optional<int64_t> end;
  int64_t step = 1;
};

/// Which children of a node a segment takes.
struct Selector {
  enum class Kind : uint8_t {
    kName,        ///< The member `name`.
    kIndex,       ///< The item `index`, from the end where it is negative.
    kSlice,       ///< Some of the items.
    kAll,         ///< `*`
    kFilter,      ///< Those for which the expression holds.
    kContainers,  ///< What `$..` alone takes: mappings and lists.
  };
  Kind kind = Kind::kAll;
  std::string name;
  int64_t index = 0;
  Slice slice;
  std::shared_ptr<const Expression> filter;
};

/// One step: a union of selectors, of the children alone or of all descendants (`..`).
struct Segment {
  bool is_deep = false;
  std::vector<Selector> selectors;
};

/// How far above a match an expression looks; more than a matcher remembers is `kWholePath`.
inline constexpr uint32_t kWholePath = std::numeric_limits<uint32_t>::max();

/// A parsed expression: segments, then `parents` times `^`, then the same again where segments
/// follow a `^`; the last part may end in `~`.
struct Path {
  std::vector<Segment> segments;
  uint32_t parents = 0;
  std::unique_ptr<const Path> rest;  ///< What stands behind `^`.
  bool takes_names = false;          ///< `~`: the key under which a match stands, not its value.
  bool takes_root = false;           ///< `$..` takes the root too.
  /// How many holders above the container of a match filters and `^` ask for.
  uint32_t context = 0;
};

/// Parses an expression. Errors have the rule `jsonpath` and point into a source of their own that
/// holds the expression alone.
Result<std::shared_ptr<const Path>> parse(std::string_view text);

}  // namespace tizza::spec::jsonpath
