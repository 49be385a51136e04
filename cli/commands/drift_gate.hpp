#pragma once
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scaffold/drift.hpp"

namespace tizza::commands {

/// One class of what a comparison with a template finds.
struct DriftClass {
  std::string_view name;  ///< As `--fail-on` takes it: `deleted`.
  std::string_view rule;  ///< As reports call it: `drift-deleted`.
  std::string_view summary;
  std::optional<scaffold::FileClass> file_class;  ///< None for what is no class of files.
};

/// All of them, the weightiest first.
std::span<const DriftClass> drift_classes();
const DriftClass& drift_class(scaffold::FileClass file_class);
const DriftClass& version_class();
const DriftClass& fill_in_class();

/// How often a class was found in a project.
size_t count_of(const scaffold::Drift& drift, const DriftClass& drift_class);

/// Which classes count as drift. A project's own work is none of them unless somebody says so: of
/// what it does alone it has nothing to catch up with.
class DriftGate {
 public:
  /// What `--fail-on` takes: the classes, and `behind`, `all` and `none` for many of them.
  static std::vector<std::string_view> choices();

  /// Of values out of choices(); each adds to the others.
  explicit DriftGate(const std::vector<std::string>& values);

  bool holds(const DriftClass& drift_class) const { return names_.contains(drift_class.name); }
  bool is_drifted(const scaffold::Drift& drift) const;

 private:
  std::set<std::string_view> names_;
};

}  // namespace tizza::commands
