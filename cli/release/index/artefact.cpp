#include "release/index/artefact.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "release/index/core_metadata.hpp"

namespace tizza::release {
namespace {

constexpr size_t kMaxMetadataBytes = 16u << 20;

std::optional<ArtefactName> named(ArtefactKind kind, std::string_view project,
                                  std::string_view version) {
  auto read = parse_pep440(version);
  if (project.empty() || !read.ok()) return std::nullopt;
  return ArtefactName{kind, normalised_project(project), *std::move(read)};
}

/// The path of the metadata: in the one folder of a wheel that ends so, at the top of a source
/// distribution.
bool is_metadata(ArtefactKind kind, std::string_view path) {
  const auto parts = split(path, '/');
  if (parts.size() != 2) return false;
  if (kind == ArtefactKind::kSource) return parts[1] == "PKG-INFO";
  return parts[0].ends_with(".dist-info") && parts[1] == "METADATA";
}

Error wrong(const std::string& path, std::string message, std::string help = {}) {
  Error error = file_failure("artefact", path, std::move(message), std::move(help));
  error.verdict = Verdict::kNegative;
  return error;
}

Result<std::string> read_metadata(const Archives& archives, ArtefactKind kind,
                                  const std::string& path, std::string_view bytes) {
  auto found = archives.read(
      bytes, [&](std::string_view inner) { return is_metadata(kind, inner); }, kMaxMetadataBytes);
  if (!found.ok()) {
    Error error = std::move(found).error();
    error.diagnostic.path = path;
    error.diagnostic.message = fmt::format("`{}`: {}", path, error.diagnostic.message);
    return error;
  }
  if (found->size() == 1) return std::move(found->front().content);
  const char* what = kind == ArtefactKind::kWheel ? "*.dist-info/METADATA" : "*/PKG-INFO";
  return wrong(path,
               fmt::format("`{}` holds {} `{}`", path,
                           found->empty() ? "no" : std::to_string(found->size()), what),
               "build it with a standard builder");
}

Status check_name(const std::string& path, const ArtefactName& name, const CoreMetadata& said) {
  const auto version = parse_pep440(said.version);
  const bool is_project = normalised_project(said.name) == name.project;
  if (is_project && *version == name.version) return {};
  const Location& at = is_project ? said.version_at : said.name_at;
  Error error = failure_at(
      at, "artefact",
      fmt::format("`{}` says that it is {} `{}`", path, is_project ? "version" : "project",
                  is_project ? said.version : said.name),
      "give the file the name that its builder gave it");
  error.verdict = Verdict::kNegative;
  return error;
}

}  // namespace

std::optional<ArtefactName> read_artefact_name(std::string_view file) {
  if (file.ends_with(".whl")) {
    const auto parts = split(file.substr(0, file.size() - 4), '-');
    if (parts.size() != 5 && parts.size() != 6) return std::nullopt;
    return named(ArtefactKind::kWheel, parts[0], parts[1]);
  }
  for (const std::string_view ending : {".tar.gz", ".zip"}) {
    if (!file.ends_with(ending)) continue;
    file.remove_suffix(ending.size());
    const size_t dash = file.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    return named(ArtefactKind::kSource, file.substr(0, dash), file.substr(dash + 1));
  }
  return std::nullopt;
}

Result<Artefact> read_artefact(const Archives& archives, const std::string& path,
                               std::string bytes) {
  Artefact artefact;
  artefact.file = file_name(path);
  auto name = read_artefact_name(artefact.file);
  if (!name) {
    return wrong(path, fmt::format("`{}` has no name of a wheel or source distribution", path),
                 "the form is `NAME-VERSION-PYTHON-ABI-PLATFORM.whl` or `NAME-VERSION.tar.gz`");
  }
  artefact.name = *std::move(name);
  TIZZA_TRY(std::string metadata, read_metadata(archives, artefact.name.kind, path, bytes));
  const auto source = std::make_shared<const Source>(
      fmt::format("{}!{}", path,
                  artefact.name.kind == ArtefactKind::kWheel ? "METADATA" : "PKG-INFO"),
      metadata);
  TIZZA_TRY(const CoreMetadata said, read_core_metadata(source));
  TIZZA_CHECK(check_name(path, artefact.name, said));
  artefact.version = said.version;
  artefact.requires_python = said.requires_python;
  if (artefact.name.kind == ArtefactKind::kWheel) artefact.metadata = std::move(metadata);
  artefact.sha256 = sha256(bytes);
  artefact.bytes = std::move(bytes);
  return artefact;
}

Result<std::vector<Artefact>> read_artefacts(const Archives& archives, const FileReader& files,
                                             const std::vector<std::string>& paths) {
  std::vector<Artefact> artefacts;
  for (const std::string& path : paths) {
    TIZZA_TRY(std::string bytes, files.read_file(path));
    TIZZA_TRY(auto artefact, read_artefact(archives, path, std::move(bytes)));
    artefacts.push_back(std::move(artefact));
  }
  return artefacts;
}

Result<std::vector<std::string>> find_artefacts(const FileReader& files, const std::string& folder,
                                                const std::string& project,
                                                const Pep440Version& version) {
  std::vector<std::string> paths;
  if (!files.exists(folder)) return paths;
  TIZZA_TRY(const auto entries, files.list(folder));
  for (const DirectoryEntry& entry : entries) {
    const auto name = read_artefact_name(entry.name);
    if (!name || name->version != version) continue;
    if (project.empty() || name->project == project) paths.push_back(join_path(folder, entry.name));
  }
  return paths;
}

}  // namespace tizza::release
