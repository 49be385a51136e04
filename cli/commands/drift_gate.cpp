#include "commands/drift_gate.hpp"

#include <algorithm>
#include <array>

namespace tizza::commands {
namespace {

using scaffold::Drift;
using scaffold::FileClass;

constexpr std::array<DriftClass, 8> kClasses = {{
    {"diverged", "drift-diverged", "the project and the template changed it both",
     FileClass::kDiverged},
    {"update", "drift-update", "the template changed it, and no update brought that",
     FileClass::kUpdated},
    {"new", "drift-new", "the template adds it, and no update brought that", FileClass::kNew},
    {"removed", "drift-removed", "the template has it no longer", FileClass::kRemoved},
    {"deleted", "drift-deleted", "the project deleted it", FileClass::kDeletedByUser},
    {"ours", "drift-ours", "the project changed it", FileClass::kOurs},
    {"version", "drift-version", "the template has a newer version", std::nullopt},
    {"fill-in", "fill-in", "nobody filled it in yet", std::nullopt},
}};
constexpr size_t kBehind = 4;  // of these an update would bring something
constexpr size_t kVersion = 6;
constexpr size_t kFillIn = 7;

}  // namespace

std::span<const DriftClass> drift_classes() {
  return kClasses;
}

const DriftClass& drift_class(FileClass file_class) {
  const auto* found = std::find_if(kClasses.begin(), kClasses.end(), [&](const DriftClass& row) {
    return row.file_class == file_class;
  });
  return found == kClasses.end() ? kClasses.front() : *found;
}

const DriftClass& version_class() {
  return kClasses.at(kVersion);
}

const DriftClass& fill_in_class() {
  return kClasses.at(kFillIn);
}

size_t count_of(const Drift& drift, const DriftClass& drift_class) {
  if (drift_class.file_class) return drift.counts.at(static_cast<size_t>(*drift_class.file_class));
  return &drift_class == &fill_in_class() ? drift.fill_ins.size() : size_t{drift.is_outdated()};
}

std::vector<std::string_view> DriftGate::choices() {
  std::vector<std::string_view> names = {"behind"};
  for (const DriftClass& row : kClasses) names.push_back(row.name);
  names.insert(names.end(), {"all", "none"});
  return names;
}

DriftGate::DriftGate(const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    for (size_t i = 0; i < kClasses.size(); ++i) {
      const bool is_meant =
          value == "all" || value == kClasses[i].name || (value == "behind" && i < kBehind);
      if (is_meant) names_.insert(kClasses[i].name);
    }
  }
}

bool DriftGate::is_drifted(const Drift& drift) const {
  return std::any_of(kClasses.begin(), kClasses.end(),
                     [&](const DriftClass& row) { return holds(row) && count_of(drift, row) > 0; });
}

}  // namespace tizza::commands
