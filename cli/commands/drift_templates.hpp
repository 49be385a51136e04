#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "commands/context.hpp"
#include "registry/model.hpp"
#include "scaffold/drift.hpp"

namespace tizza::commands {

/// Reads each template once, however many projects are compared with it.
class DriftTemplates {
 public:
  /// `registry` may be null. All must outlive this.
  DriftTemplates(const registry::Registry* registry, bool is_offline, Context& context)
      : registry_(registry), is_offline_(is_offline), context_(context) {}

  /// Lives no longer than this.
  scaffold::DriftSources sources();

 private:
  using Known = Result<std::unique_ptr<scaffold::KnownTemplate>>;

  Known read_newest(const scaffold::Recorded& recorded, const std::string& folder);
  Result<const scaffold::KnownTemplate*> newest(const scaffold::Recorded& recorded,
                                                const std::string& folder);
  std::optional<scaffold::Project> as_recorded(const scaffold::Recorded& recorded,
                                               const std::string& folder);

  const registry::Registry* registry_;
  bool is_offline_;
  Context& context_;
  std::mutex mutex_;
  std::map<std::string, Known> newest_;
  std::map<std::string, Result<scaffold::TemplateTree>> earlier_;
};

}  // namespace tizza::commands
