#pragma once
#include <optional>
#include <string>
#include <vector>

#include "release/index/anchors.hpp"
#include "release/index/artefact.hpp"

/// The pages of a static package index (PEP 503): `simple/index.html` lists the projects,
/// `simple/<project>/index.html` the files of one, which stand in `pool/`.
namespace tizza::release {

/// One file on the page of its project.
struct PageEntry {
  std::string file;             ///< Its name, which is also the text of the link.
  std::string href;             ///< Where it is, without the hash.
  std::string sha256;           ///< Empty where the page says none.
  std::string requires_python;  ///< PEP 345's; empty for none.
  std::string metadata_sha256;  ///< Of `<file>.metadata` (PEP 714); empty where there is none.
  std::optional<std::string> yanked;  ///< The reason (PEP 592); none where it is not yanked.
  Anchor anchor;                      ///< Where a page that was read has it.
};

struct ProjectPage {
  std::string project;             ///< Normalised.
  std::vector<PageEntry> entries;  ///< Sorted by file where tizza wrote the page.
  SourcePtr source;                ///< The text that was read; none for a new page.

  PageEntry* find(std::string_view file);
  /// The place of an entry, or of one of its attributes where it has it.
  Location place(const PageEntry& entry, std::string_view attribute = {}) const;
};

std::string root_page_path(const std::string& index);
std::string project_page_path(const std::string& index, std::string_view project);
std::string pool_path(const std::string& index, std::string_view file);

/// What the page says of a built package.
PageEntry entry_of(const Artefact& artefact);

/// An empty page where there is none. The error of a broken page is a clear no.
Result<ProjectPage> read_project_page(const FileReader& files, const std::string& index,
                                      const std::string& project);

/// The bytes of a page; they depend on nothing but its entries.
std::string project_page_text(const ProjectPage& page);
std::string root_page_text(std::vector<std::string> projects);

}  // namespace tizza::release
