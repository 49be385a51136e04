#include "spec/rulesets/loaded_ruleset.hpp"

#include <algorithm>
#include <tuple>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "spec/rules/rule_table.hpp"
#include "spec/rulesets/merge.hpp"
#include "text/file_glob.hpp"

namespace tizza::spec::rulesets {
namespace {

/// Whether a file is meant: a pattern without a folder takes files of that name in any.
bool matches(const FilePattern& pattern, const std::string& folder, const std::string& path) {
  const std::string relative = relative_path(path, folder);
  if (glob_matches(pattern.glob, relative)) return true;
  const bool is_bare = pattern.glob.find('/') == std::string::npos;
  return is_bare && glob_matches(pattern.glob, file_name(relative));
}

/// The severities of one rule in parts of files.
class PartWeights final : public PlaceWeights {
 public:
  struct Part {
    FilePattern pattern;
    std::optional<Severity> severity;
  };

  PartWeights(std::string folder, std::string working_directory)
      : folder_(std::move(folder)), working_directory_(std::move(working_directory)) {}

  void add(Part part) { parts_.push_back(std::move(part)); }

  /// The part with the longest pointer counts; of several the last.
  std::optional<Severity> weigh(Node node, Severity severity) const override {
    if (!node) return severity;
    const std::string path = normal_path(join_path(working_directory_, node.document().path()));
    const std::string pointer = node.pointer();
    std::optional<Severity> weight = severity;
    size_t closest = 0;
    for (const Part& part : parts_) {
      const std::string& start = *part.pattern.pointer;
      const bool is_within = pointer == start ||
                             (pointer.starts_with(start) && pointer[start.size()] == '/') ||
                             start.empty();
      if (!is_within || start.size() < closest || !matches(part.pattern, folder_, path)) continue;
      closest = start.size();
      weight = part.severity;
    }
    return weight;
  }

 private:
  std::string folder_;
  std::string working_directory_;
  std::vector<Part> parts_;
};

// What stays on whatever a ruleset says, unless it is turned off by name: the file itself is
// broken.
constexpr std::string_view kAlwaysOn[] = {"invalid-ref"};

constexpr size_t kMostProblems = 100;  // that are told

/// Passes problems on in the order of the text, file by file in the order in which they came up.
void tell(std::vector<Diagnostic> problems, const std::string& path, Sink& sink) {
  StringMap<size_t> order;
  for (const Diagnostic& problem : problems) order.emplace(path_of(problem), order.size());
  std::ranges::stable_sort(problems, {}, [&](const Diagnostic& problem) {
    return std::tuple(order.find(path_of(problem))->second, problem.at.span.begin);
  });
  const size_t told = std::min(problems.size(), kMostProblems);
  for (size_t i = 0; i < told; ++i) sink.report(std::move(problems[i]));
  if (told == problems.size()) return;
  sink.report(
      file_failure("ruleset", path,
                   "`" + path + "` has " + counted(problems.size() - told, "further problem"))
          .diagnostic);
}

/// A ruleset that holds one of ours and nothing else.
std::shared_ptr<const RulesetFile> extending(const BuiltIn& set) {
  auto file = std::make_shared<RulesetFile>();
  file->path = set.name;
  file->extends.push_back({{}, &set, nullptr, Extent::kRecommended, false});
  return file;
}

}  // namespace

struct LoadedRuleset::Prepared {
  RuleStates states;
  std::map<std::string, std::unique_ptr<PartWeights>, std::less<>> weights;
  Ruleset rules;
};

LoadedRuleset::~LoadedRuleset() = default;

std::unique_ptr<LoadedRuleset> LoadedRuleset::load(const FileReader& files, const std::string& path,
                                                   const std::string& working_directory,
                                                   Sink& sink) {
  Findings findings;
  auto file =
      find_built_in(path) ? extending(*find_built_in(path)) : read_ruleset(files, path, findings);
  // Which rules there are can only be told with all that is extended.
  if (!file || file->lacks_rules) {
    tell(findings.take(), path, sink);
    return nullptr;
  }
  std::unique_ptr<LoadedRuleset> loaded(new LoadedRuleset());
  loaded->file_ = std::move(file);
  loaded->working_directory_ = working_directory;
  loaded->folder_ = parent_path(normal_path(join_path(working_directory, loaded->file_->path)));
  loaded->base_ = merge(*loaded->file_, findings);
  for (const std::string_view id : kAlwaysOn) {
    const Rule* rule = find_rule(id);
    if (loaded->base_.count(id) || rule == nullptr) continue;
    loaded->base_.emplace(id,
                          RuleState{rule, nullptr, rule->severity, true, true, "every ruleset"});
  }
  // Rules that overrides name have to be there as well.
  std::vector<const Override*> all;
  for (const Override& one : loaded->file_->overrides) all.push_back(&one);
  merge_overrides(loaded->base_, all, findings);
  if (findings.empty()) return loaded;
  tell(findings.take(), path, sink);
  return nullptr;
}

const Ruleset& LoadedRuleset::for_file(const std::string& path) {
  const std::string absolute = normal_path(join_path(working_directory_, path));
  std::vector<bool> matching;
  for (const Override& one : file_->overrides) {
    bool is_meant = false;
    for (const FilePattern& pattern : one.files) {
      is_meant = is_meant || (!pattern.pointer && matches(pattern, folder_, absolute));
    }
    matching.push_back(is_meant);
  }
  return prepare(matching).rules;
}

LoadedRuleset::Prepared& LoadedRuleset::prepare(const std::vector<bool>& matching) {
  auto& prepared = prepared_[matching];
  if (prepared) return *prepared;
  prepared = std::make_unique<Prepared>();
  std::vector<const Override*> overrides;
  for (size_t i = 0; i < matching.size(); ++i) {
    if (matching[i]) overrides.push_back(&file_->overrides[i]);
  }
  Findings none;  // load() has tried them all
  prepared->states = merge_overrides(base_, overrides, none);
  for (const Override& one : file_->overrides) {
    for (const FilePattern& pattern : one.files) {
      if (!pattern.pointer) continue;
      for (const RuleEntry& entry : one.rules) {
        auto& weights = prepared->weights[entry.id];
        if (!weights) weights = std::make_unique<PartWeights>(folder_, working_directory_);
        weights->add({pattern, entry.severity});
      }
    }
  }
  for (const auto& [id, state] : prepared->states) {
    if (!state.is_on) continue;
    const auto weights = prepared->weights.find(id);
    prepared->rules.push_back(
        {state.rule, state.severity, state.custom.get(),
         weights == prepared->weights.end() ? nullptr : weights->second.get()});
  }
  return *prepared;
}

}  // namespace tizza::spec::rulesets
