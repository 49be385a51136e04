#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// What a project requires, and how firmly it says which version of it.
namespace tizza::release {

/// Whose rules a pin follows.
enum class Ecosystem : uint8_t { kPython, kNpm, kHelm, kImage, kSubmodule, kDescription };

/// `python`, `npm`, `helm`, `image`, `submodule` or `description`.
std::string_view to_string(Ecosystem ecosystem);

/// How firmly a requirement says what is installed.
enum class PinKind : uint8_t {
  kVersion,   ///< `name==1.4.0`
  kTag,       ///< `git+https://…@1.4.0`: a ref that reads as a version
  kCommit,    ///< `git+https://…@<40 or 64 hexadecimal digits>`
  kHash,      ///< The content itself: `#sha256=`, `@sha256:`
  kLocked,    ///< A range; the lock file beside it names the version
  kLocal,     ///< A path: part of the same repository
  kBranch,    ///< A ref that is neither version nor commit, so that it may move
  kUnpinned,  ///< A range, a wildcard, nothing at all, or an archive without a hash
};

/// `version`, `tag`, `commit`, `hash`, `locked`, `local`, `branch` or `unpinned`.
std::string_view to_string(PinKind kind);

/// Whether two installations get the same.
bool is_pinned(PinKind kind);

/// One requirement of a project.
struct Pin {
  Ecosystem ecosystem = Ecosystem::kPython;
  std::string name;  ///< As written; empty where nothing says it.
  PinKind kind = PinKind::kUnpinned;
  std::string pin;             ///< The version, ref, hash or path; for ranges all of the range.
  Location at;                 ///< From the name to the end of what pins it.
  Location pin_at;             ///< What another version replaces; empty where it is put in.
  std::string lead;            ///< What stands in front of a version there: `==`, `@`, `v`.
  std::string protocol;        ///< `git+https`, `https`; empty for names and paths.
  std::string address;         ///< Where it comes from, where that is said; without a ref.
  bool is_constraint = false;  ///< From a file included by `-c`: it limits, but asks for nothing.
  std::vector<Span> hashes = {};  ///< pip's `--hash` options of the requirement.
  std::vector<Span> more = {};    ///< Further places of the same pin in the same file.
};

/// What the files of a project say.
struct ProjectPins {
  std::vector<std::string> files;    ///< Those that were read, in the order of reading.
  std::vector<Pin> pins;             ///< In the order of the files and their lines.
  std::vector<Diagnostic> findings;  ///< Unpinned, moving, unsafe or unreadable ones.
};

/// PEP 503: `Zope.Interface` and `zope_interface` are one name.
std::string normal_name(std::string_view name);

/// Whether a pin is one of the package that a person names.
bool is_pin_of(const Pin& pin, std::string_view name);

/// A ref that names a version: `1.4.0`, `v1.4.0`, `auth-1.4.0`.
struct VersionRef {
  std::string_view lead;  ///< `v`, `auth-`.
  std::string_view version;
};

/// None for branches, and for `release/1.4.0`, which names one.
std::optional<VersionRef> read_version_ref(std::string_view ref);

/// 40 or 64 hexadecimal digits.
bool is_commit_id(std::string_view text);

/// The place of a piece of the source's own text.
Location place_of(const SourcePtr& source, std::string_view piece);

/// Fills in the kind and what replaces it for a git ref; a commit has nothing that replaces it.
void pin_to_ref(Pin& pin, const SourcePtr& source, std::string_view ref);

}  // namespace tizza::release
