#pragma once
#include <string_view>

#include "scaffold/git_trees.hpp"
#include "scaffold/rendering.hpp"

/// What a template makes, as git would have it, without asking git.
namespace tizza::scaffold {

/// How the placeholder of a secret starts.
inline constexpr std::string_view kSecretMark = "<secret:";

/// The files of a project with the ids that their bytes have in a repository whose ids have so many
/// digits. Filters of git, such as those for line ends, are not applied.
TreeEntries made_entries(const Project& project, size_t digits);

/// Whether `text` is `made` with something on the same line in place of each placeholder.
bool is_same_but_secrets(std::string_view made, std::string_view text);

}  // namespace tizza::scaffold
