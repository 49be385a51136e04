#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ports/environment.hpp"
#include "ports/file_system.hpp"
#include "registry/model.hpp"
#include "spec/inputs.hpp"
#include "spec/rulesets/find.hpp"
#include "spec/rulesets/loaded_ruleset.hpp"

namespace tizza::fleet {

/// Which ruleset each API description is checked with: the one that the call names; else the
/// nearest `.spectral.yaml`; else the one that the registry has for the tier of the description's
/// service; else none, which stands for `tizza:recommended`. Owns the rulesets, so it has to live
/// as long as the inputs that it was used on.
class RulesetChoice {
 public:
  /// `named` is a file, a built-in ruleset, or empty; `registry` the configured one.
  RulesetChoice(const FileReader& files, const Environment& environment, std::string named,
                std::string registry);

  /// Sets the rules of every input. The result is what is wrong with the rulesets, nothing where
  /// all can be used.
  std::vector<Diagnostic> assign(spec::Inputs& inputs);

 private:
  std::string ruleset_of(const std::string& file);
  spec::rulesets::LoadedRuleset* load(const std::string& path);
  std::string ruleset_of_tier(const std::string& file);
  void open_registry();

  const FileReader& files_;
  const Environment& environment_;
  std::string named_;
  std::string configured_registry_;
  spec::rulesets::NearestRuleset nearest_;
  std::unique_ptr<registry::Registry> registry_;
  bool is_registry_opened_ = false;
  /// By the folder of a service, the ruleset of its tier.
  std::map<std::string, std::string> by_folder_;
  std::map<std::string, std::unique_ptr<spec::rulesets::LoadedRuleset>> loaded_;
  Findings problems_;
};

}  // namespace tizza::fleet
