#pragma once
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "text/document.hpp"

namespace tizza::spec {

struct Rule;
class Ignores;

/// A place in a document: a node, and the bytes of it to point at.
struct Place {
  Node node;
  Span span;

  Place() = default;
  Place(Node whole) : node(whole), span(whole.span()) {}
  Place(Node of, Span at) : node(of), span(at) {}
};

/// What a rule found, before pointers and positions are worked out.
struct Finding {
  const Rule* rule = nullptr;
  Severity severity = Severity::kError;
  Place at;
  std::string message;
  std::string help;
  std::vector<std::pair<Place, std::string>> notes;
  std::vector<Edit> fix;  ///< In the text of `at`.
  Node holder;            ///< The object that lacks the required field `lacking`, where that is it.
  std::string_view lacking;
};

/// The finding just reported, to add to; does nothing where the finding was only counted.
class FindingEditor {
 public:
  explicit FindingEditor(Finding* finding) : finding_(finding) {}

  /// Whether it is worth working out a help or a note.
  explicit operator bool() const { return finding_ != nullptr; }

  FindingEditor& help(std::string text) {
    if (finding_) finding_->help = std::move(text);
    return *this;
  }
  FindingEditor& note(Place at, std::string text) {
    if (finding_) finding_->notes.emplace_back(at, std::move(text));
    return *this;
  }
  /// That it is about a required field which an object lacks; the name must outlive the finding.
  FindingEditor& lacks(Node holder, std::string_view field) {
    if (!finding_) return *this;
    finding_->holder = holder;
    finding_->lacking = field;
    return *this;
  }
  /// One more change, in the text of the place, that mends it (Rule::fix). An error adds nothing:
  /// then this finding cannot be mended by a program.
  FindingEditor& fix(Result<Edit> edit) {
    if (finding_ && edit.ok()) finding_->fix.push_back(*std::move(edit));
    return *this;
  }

 private:
  Finding* finding_;
};

/// How much findings weigh at some places of a description.
class PlaceWeights {
 public:
  virtual ~PlaceWeights() = default;
  /// The severity of a finding at `node` that otherwise has `severity`; none where it is off.
  virtual std::optional<Severity> weigh(Node node, Severity severity) const = 0;
};

/// Findings by severity, `kError` first.
using SeverityCounts = std::array<size_t, 4>;

/// Collects what one rule finds in one description: all are counted, the first `limit` are kept.
class RuleFindings {
 public:
  /// What `ignores` covers is not even counted.
  RuleFindings(const Rule& rule, Severity severity, size_t limit,
               const PlaceWeights* weights = nullptr, Ignores* ignores = nullptr)
      : rule_(rule), severity_(severity), limit_(limit), weights_(weights), ignores_(ignores) {}

  /// Reports at a place. The message is only put together where the finding is kept.
  template <typename... Args>
  FindingEditor report(const Place& at, fmt::format_string<Args...> message, Args&&... args) {
    return report_weaker(severity_, at, message, std::forward<Args>(args)...);
  }

  /// The same for a case that weighs less than the rule: the severity is `most` at most.
  template <typename... Args>
  FindingEditor report_weaker(Severity most, const Place& at, fmt::format_string<Args...> message,
                              Args&&... args) {
    Severity severity = std::max(most, severity_);
    if (weights_) {
      const auto weight = weights_->weigh(at.node, severity);
      if (!weight) return FindingEditor(nullptr);
      severity = *weight;
    }
    if (is_ignored(at.node)) return FindingEditor(nullptr);
    ++counts_[static_cast<size_t>(severity)];
    if (kept_.size() >= limit_) return FindingEditor(nullptr);
    auto text = fmt::format(message, std::forward<Args>(args)...);
    kept_.push_back({&rule_, severity, at, std::move(text), {}, {}, {}, {}, {}});
    return FindingEditor(&kept_.back());
  }

  const Rule& rule() const { return rule_; }
  /// How many there were of each severity, kept or not.
  const SeverityCounts& counts() const { return counts_; }
  const std::vector<Finding>& kept() const { return kept_; }
  std::vector<Finding> take() { return std::move(kept_); }

  /// Takes findings back that another rule has as well.
  template <typename Which>
  void take_back(const Which& which) {
    std::erase_if(kept_, [&](const Finding& finding) {
      if (!which(finding)) return false;
      --counts_[static_cast<size_t>(finding.severity)];
      return true;
    });
  }

 private:
  bool is_ignored(Node at) const;

  const Rule& rule_;
  Severity severity_;
  size_t limit_;
  const PlaceWeights* weights_;
  Ignores* ignores_;
  SeverityCounts counts_ = {};
  std::vector<Finding> kept_;
};

}  // namespace tizza::spec
