#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Compiles subschemas when they are first needed.
class LateCompiler {
 public:
  virtual ~LateCompiler() = default;
  virtual void compile_late(const Subschema& subschema) = 0;
};

/// One validation of one instance.
class Run {
 public:
  /// Keeps the reasons in `failures`; without it, stops at the first. Where subschemas may not be
  /// compiled yet, `late` does that.
  Run(const ValidateOptions& options, std::vector<Failure>* failures, LateCompiler* late = nullptr);

  /// Whether `instance` satisfies the subschema; stops at the first reason where nothing reports.
  bool apply(const Subschema& subschema, Node instance, Evaluated* evaluated);

  /// The same without a report.
  bool accepts(const Subschema& subschema, Node instance, Evaluated* evaluated = nullptr);

  /// What apply() would report.
  std::vector<Failure> explain(const Subschema& subschema, Node instance);

  bool reports() const {
    return failures_ != nullptr && failures_->size() < options_.most_failures;
  }
  /// Reports, where somebody listens; false, so that keywords can return it.
  bool fail(std::string_view rule, Node instance, const Location& at, std::string message,
            std::string help = {});
  void pass_on(std::vector<Failure> failures);

  /// Whether the pattern is found in the text. With a pattern that takes too long the work ends.
  bool matches(const Regex& regex, std::string_view text, Node instance);

  /// Whether the scalar counts as a string here.
  bool is_string(Node instance) const;

  /// Whether the instance need not have the member in its direction, as its schema is `readOnly` or
  /// `writeOnly`. `schema` is that of the member where it stands beside, else nullptr.
  bool may_lack(std::string_view member, const Subschema* schema);

  /// The subschema with its keywords.
  const Subschema& ready(const Subschema& subschema) {
    if (!subschema.is_compiled && late_ != nullptr) late_->compile_late(subschema);
    return subschema;
  }

  /// A part of the schema that could not be compiled was met: the verdict means nothing.
  bool is_open() const { return is_open_; }

  /// Why the work was not finished (rule `schema-limit`): the verdict means nothing then.
  const std::optional<Failure>& gave_up() const { return gave_up_; }

  /// The outermost resource entered so far that fits, or nullptr.
  template <typename Fits>
  const Resource* outermost(const Fits& fits) const {
    for (const Resource* resource : scope_) {
      if (fits(*resource)) return resource;
    }
    return nullptr;
  }

 private:
  struct Frame {
    const Subschema* subschema;
    Node instance;
  };

  bool apply_here(const Subschema& subschema, Node instance, Evaluated* evaluated);
  bool may_enter(const Subschema& subschema, Node instance);
  bool give_up(Node instance, std::string message);
  bool apply_keywords(const Subschema& subschema, Node instance, Evaluated* evaluated);

  const ValidateOptions& options_;
  std::vector<Failure>* failures_;
  LateCompiler* late_;
  uint64_t own_steps_;
  uint64_t& steps_;
  const Keyword* keyword_ = nullptr;  ///< The one that is being checked.
  bool is_open_ = false;
  std::optional<Failure> gave_up_;
  std::vector<const Resource*> scope_;
  std::vector<Frame> frames_;
  /// What references led to and is being checked.
  std::set<std::tuple<const Subschema*, const Document*, NodeId>> open_;
};

}  // namespace tizza::schema
