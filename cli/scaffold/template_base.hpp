#pragma once
#include <optional>
#include <string>

#include "base/result.hpp"
#include "ports/git.hpp"
#include "scaffold/git_trees.hpp"

/// What the template had made when a project was made or last updated: the base of the next
/// three-way merge. It is kept in the project's repository under the hash that its answers file
/// records, so that every branch finds its own.
namespace tizza::scaffold {

inline constexpr std::string_view kTemplateRefs = "refs/tizza/template/";

/// The ref that leads to the tree with this tree_hash().
std::string template_ref(const std::string& hash);

/// Lets the ref lead to a commit or tree.
Status keep_base(Git& git, const std::string& directory, const std::string& hash,
                 const std::string& object);

/// The files of a kept base: out of this repository, else fetched from its remote. None where
/// neither has it.
Result<std::optional<TreeEntries>> find_base(Git& git, const GitRepository& repository,
                                             const std::string& hash);

}  // namespace tizza::scaffold
