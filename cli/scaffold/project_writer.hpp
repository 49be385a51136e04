#pragma once
#include <string>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "scaffold/rendering.hpp"

namespace tizza::scaffold {

/// What a destination holds before anything is written.
enum class Destination : uint8_t {
  kFree,   ///< Nothing, or an empty folder.
  kSame,   ///< Exactly this project; more files beside it do not matter.
  kOther,  ///< Something else.
};

struct DestinationState {
  Destination kind = Destination::kFree;
  /// For kOther: the first path there that is not the project's, or the destination itself.
  std::string differing;
  bool is_absent = false;  ///< Then `differing` is what lacks there; the rest is the project's.
};

/// Compares what is there with what would be written.
Result<DestinationState> look_at(const FileReader& files, const std::string& destination,
                                 const Project& project);

/// The error where something else stands at the destination (kOther).
Error refused_destination(const std::string& destination, const DestinationState& state);

/// Writes every file below `folder`, which must be a new one that nobody looks at yet.
Status write_project(FileSystem& files, const std::string& folder, const Project& project);

/// `git init`, and everything in one first commit with `message`, by the user's git and identity.
/// False where git ignores some of the project's files, so that they are not in the commit. An
/// error with what git said, and what to do where there is no identity.
Result<bool> make_repository(Git& git, const std::string& folder, const Project& project,
                             const std::string& message);

}  // namespace tizza::scaffold
