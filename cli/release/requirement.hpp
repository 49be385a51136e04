#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tizza::release {

/// How firmly a requirement says what is installed.
enum class PinKind : uint8_t {
  kVersion,   ///< `name==1.4.0`
  kTag,       ///< `git+https://…@1.4.0`: a ref that reads as a version
  kCommit,    ///< `git+https://…@<40 or 64 hexadecimal digits>`
  kHash,      ///< An archive with `#sha256=`
  kLocal,     ///< A path: part of the same repository
  kBranch,    ///< A ref that is neither version nor commit, so that it may move
  kUnpinned,  ///< A range, a wildcard, nothing at all, or an archive without a hash
};

/// `version`, `tag`, `commit`, `hash`, `local`, `branch` or `unpinned`.
std::string_view to_string(PinKind kind);

/// Whether two installations get the same.
bool is_pinned(PinKind kind);

/// One requirement of a requirements file.
struct Requirement {
  std::string name;  ///< As written; empty where neither `name @` nor `#egg=` says it.
  PinKind kind = PinKind::kUnpinned;
  std::string pin;             ///< The version, ref, hash or path; for ranges all of the range.
  Location at;                 ///< From the name to the end of what pins it.
  Location pin_at;             ///< The characters of the pin alone; empty where there are none.
  std::string protocol;        ///< `git+https`, `https`; empty for names and paths.
  bool is_constraint = false;  ///< From a file included by `-c`: it limits, but asks for nothing.
};

/// Reads one requirement (PEP 508, or a URL or path as pip takes it) that stands at `span` of the
/// source, comments and options taken away. The error (rule `requirement`) is a clear no and stands
/// at the characters that cannot be read.
Result<Requirement> read_requirement(const SourcePtr& source, Span span);

}  // namespace tizza::release
