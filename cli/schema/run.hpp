#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/regex.hpp"
#include "schema/program.hpp"

namespace tizza::schema {

/// Which members of a mapping or items of a list subschemas were applied to, by position.
class Evaluated {
 public:
  void mark(size_t index) {
    if (index >= marks_.size()) marks_.resize(index + 1);
    marks_[index] = true;
  }
  void mark_all() { all_ = true; }
  bool has(size_t index) const { return all_ || (index < marks_.size() && marks_[index]); }
  void merge(const Evaluated& other) {
    all_ = all_ || other.all_;
    for (size_t i = 0; i < other.marks_.size(); ++i) {
      if (other.marks_[i]) mark(i);
    }
  }

 private:
  bool all_ = false;
  std::vector<bool> marks_;
};

/// One validation of one instance.
class Run {
 public:
  Run(const ValidateOptions& options, Sink* sink) : options_(options), sink_(sink) {}

  /// Whether `instance` satisfies the subschema; stops at the first reason where nothing reports.
  bool apply(const Subschema& subschema, Node instance, Evaluated* evaluated);

  /// The same without a report.
  bool accepts(const Subschema& subschema, Node instance, Evaluated* evaluated = nullptr);

  /// What apply() would report.
  std::vector<Diagnostic> explain(const Subschema& subschema, Node instance);

  bool reports() const { return sink_ != nullptr; }
  /// Reports, where somebody listens; false, so that keywords can return it.
  bool fail(std::string_view rule, Node instance, const Location& at, std::string message,
            std::string help = {});
  void pass_on(std::vector<Diagnostic> findings);

  /// Whether the pattern is found in the text. A pattern that takes too long fails, with a report.
  bool matches(const Regex& regex, std::string_view text, Node instance);

  /// Whether the scalar counts as a string here.
  bool is_string(Node instance) const;

  /// The outermost resource entered so far that fits, or nullptr.
  template <typename Fits>
  const Resource* outermost(const Fits& fits) const {
    for (const Resource* resource : scope_) {
      if (fits(*resource)) return resource;
    }
    return nullptr;
  }

 private:
  bool apply_here(const Subschema& subschema, Node instance, Evaluated* evaluated);
  bool apply_keywords(const Subschema& subschema, Node instance, Evaluated* evaluated);

  const ValidateOptions& options_;
  Sink* sink_;
  std::vector<const Resource*> scope_;
  size_t depth_ = 0;
  /// What references led to and is being checked.
  std::set<std::tuple<const Subschema*, const Document*, NodeId>> open_;
};

}  // namespace tizza::schema
