#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "scaffold/migrations.hpp"
#include "scaffold/recorded.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// What a template and those of its add-ons that a project has make of the project's answers.
struct Whole {
  Answers answers;
  std::vector<std::pair<std::string, Answers>> add_ons;  ///< By name, in the order they came.
  Project project;                      ///< Without the answers file; secrets as placeholders.
  Migration migration;                  ///< From the recorded version, the add-ons' with it.
  std::vector<std::string> markers;     ///< What people must replace.
  std::vector<std::string> kept_globs;  ///< `skip_if_exists`, rendered.
};

/// What may answer besides the record.
struct WholeSources {
  Value typed = {};  ///< `-d`, for the template and the add-ons; wins over the record.
  Asker asker = {};  ///< For questions that the record does not answer.
  const registry::Registry* registry = nullptr;
  std::string added = {};  ///< An add-on that the project gets besides; empty for none.
};

/// Renders all of it. An add-on that the template no longer has is left out, with a note in
/// `migration`.
Result<Whole> render_whole(const TemplateTree& tree, const Manifest& manifest,
                           const Recorded& recorded, const WholeSources& sources);

/// The project that a template makes of what was recorded alone; nothing where it cannot.
std::optional<Project> render_recorded(const TemplateTree& tree, const Recorded& recorded,
                                       const registry::Registry* registry);

/// The add-ons' answers as the answers file records them; nothing for none.
Value recorded_add_ons(const Whole& whole);

}  // namespace tizza::scaffold
