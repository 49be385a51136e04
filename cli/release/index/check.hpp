#pragma once
#include <string>
#include <vector>

#include "ports/archives.hpp"
#include "ports/file_system.hpp"

namespace tizza::release {

/// What a check of an index looked at and found.
struct IndexCheck {
  std::vector<std::string> pages;    ///< Those of projects.
  size_t files = 0;                  ///< Built packages.
  std::vector<Diagnostic> findings;  ///< In the order of the pages, then of the pool.
};

/// An error (rule `index`) where `index` is no folder of an index.
Status check_is_index(const FileReader& files, const std::string& index);

/// The findings of check_index() for the page of one project; none where it has no page.
std::vector<Diagnostic> check_index_project(const FileReader& files, const Archives& archives,
                                            const std::string& index, const std::string& project);

/// Compares every page with what it links to, by rules: `index-page` (cannot be read), `index-link`
/// (leads nowhere), `index-hash`, `index-metadata` (not what the package says), `index-name` (of
/// another project), `index-stale` (not what tizza would write, or not listed), `index-orphan` (no
/// page links to it). An error where `index` is no folder of an index.
Result<IndexCheck> check_index(const FileReader& files, const Archives& archives,
                               const std::string& index);

}  // namespace tizza::release
