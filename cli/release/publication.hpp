#pragma once
#include <string>
#include <vector>

#include "ports/archives.hpp"
#include "ports/environment.hpp"
#include "ports/interrupts.hpp"
#include "ports/process.hpp"
#include "release/gather.hpp"
#include "release/index/index.hpp"
#include "release/journal.hpp"

namespace tizza::release {

/// What a release may touch beside its repository.
struct ReleasePorts {
  FileSystem& files;
  Processes& processes;
  const Archives& archives;
  const Environment& environment;
  const Interrupts& interrupts;
};

/// The part of a release that is no git: artefacts, package index and registry. Every step looks at
/// what is there first, so that each may be killed at any moment and called again.
class Publication {
 public:
  Publication(const Repository& repository, ReleasePorts ports, const Journal& journal)
      : repository_(repository), ports_(ports), journal_(journal) {}

  /// Before the push: builds what is not built, puts it aside, and asks the index whether it would
  /// take it. Nothing of that is visible outside.
  Status prepare(const std::string& commit);

  /// Behind the push: publishes what was put aside, and notes the release in the registry.
  Status publish(const std::string& commit);

  /// Removes what prepare() put aside.
  Status clear();

 private:
  bool publishes() const { return !journal_.index.empty() && journal_.makes_tags(); }
  std::string stage_folder() const;
  std::string stage_folder(size_t number) const;
  WantedArtefacts wanted(const JournalTag& tag) const;
  Status stage(size_t number, const std::string& commit);
  Result<std::vector<Artefact>> staged(size_t number, const std::string& commit);
  Status note(const JournalTag& tag, const std::vector<Artefact>& artefacts,
              const std::string& commit);

  const Repository& repository_;
  ReleasePorts ports_;
  const Journal& journal_;
};

}  // namespace tizza::release
