#include "release/index/page.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/uri.hpp"
#include "release/index/core_metadata.hpp"
#include "report/markup.hpp"

namespace tizza::release {
namespace {

using report::markup_text;

constexpr std::string_view kHash = "sha256=";
constexpr std::string_view kRequiresPython = "data-requires-python";
constexpr std::string_view kYanked = "data-yanked";
constexpr std::string_view kCoreMetadata = "data-core-metadata";

const Anchor::Attribute* attribute(const Anchor& anchor, std::string_view name) {
  const auto found = anchor.attributes.find(name);
  return found == anchor.attributes.end() ? nullptr : &found->second;
}

std::string value(const Anchor& anchor, std::string_view name) {
  const auto* found = attribute(anchor, name);
  return found == nullptr ? "" : found->value;
}

std::string after_hash_name(std::string_view text) {
  return std::string(text.starts_with(kHash) ? text.substr(kHash.size()) : "");
}

PageEntry entry_of(Anchor anchor) {
  PageEntry entry;
  const std::string href = value(anchor, "href");
  entry.href = without_fragment(href);
  entry.file = anchor.text;
  entry.sha256 = after_hash_name(split_uri(href).fragment.value_or(""));
  entry.requires_python = value(anchor, kRequiresPython);
  entry.metadata_sha256 = after_hash_name(value(anchor, kCoreMetadata));
  if (const auto* yanked = attribute(anchor, kYanked)) entry.yanked = yanked->value;
  entry.anchor = std::move(anchor);
  return entry;
}

std::string entry_text(const PageEntry& entry) {
  std::string href = entry.href;
  if (!entry.sha256.empty()) href += fmt::format("#{}{}", kHash, entry.sha256);
  std::string text = fmt::format("<a href=\"{}\"", markup_text(href));
  const auto add = [&](std::string_view name, const std::string& said) {
    text += fmt::format(" {}=\"{}\"", name, markup_text(said));
  };
  if (!entry.requires_python.empty()) add(kRequiresPython, entry.requires_python);
  if (entry.yanked) add(kYanked, *entry.yanked);
  if (!entry.metadata_sha256.empty()) {
    add(kCoreMetadata, std::string(kHash) + entry.metadata_sha256);
  }
  return text + fmt::format(">{}</a><br>\n", markup_text(entry.file));
}

std::string page_text(const std::string& title, const std::string& links) {
  return fmt::format(
      "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"pypi:repository-version\" content=\"1.0\">\n<title>{0}</title>\n</head>\n"
      "<body>\n<h1>{0}</h1>\n{1}</body>\n</html>\n",
      markup_text(title), links);
}

}  // namespace

PageEntry* ProjectPage::find(std::string_view file) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const PageEntry& entry) { return entry.file == file; });
  return found == entries.end() ? nullptr : &*found;
}

Location ProjectPage::place(const PageEntry& entry, std::string_view name) const {
  const auto* found = attribute(entry.anchor, name);
  return {source, found == nullptr ? entry.anchor.at : found->at};
}

std::string root_page_path(const std::string& index) {
  return join_path(index, "simple/index.html");
}

std::string project_page_path(const std::string& index, std::string_view project) {
  return join_path(index, fmt::format("simple/{}/index.html", project));
}

std::string pool_path(const std::string& index, std::string_view file) {
  return join_path(index, fmt::format("pool/{}", file));
}

PageEntry entry_of(const Artefact& artefact) {
  PageEntry entry;
  entry.file = artefact.file;
  entry.href = path_to_uri("../../pool/" + artefact.file);
  entry.sha256 = artefact.sha256;
  entry.requires_python = artefact.requires_python;
  if (!artefact.metadata.empty()) entry.metadata_sha256 = sha256(artefact.metadata);
  return entry;
}

Result<ProjectPage> read_project_page(const FileReader& files, const std::string& index,
                                      const std::string& project) {
  ProjectPage page;
  page.project = project;
  const std::string path = project_page_path(index, project);
  if (!files.exists(path)) return page;
  TIZZA_TRY(std::string text, files.read_file(path));
  page.source = std::make_shared<const Source>(path, std::move(text));
  TIZZA_TRY(auto anchors, read_anchors(page.source));
  for (Anchor& anchor : anchors) page.entries.push_back(entry_of(std::move(anchor)));
  return page;
}

std::string project_page_text(const ProjectPage& page) {
  std::vector<const PageEntry*> sorted;
  for (const PageEntry& entry : page.entries) sorted.push_back(&entry);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto* a, const auto* b) { return a->file < b->file; });
  std::string links;
  for (const PageEntry* entry : sorted) links += entry_text(*entry);
  return page_text("Links for " + page.project, links);
}

std::string root_page_text(std::vector<std::string> projects) {
  std::sort(projects.begin(), projects.end());
  std::string links;
  for (const std::string& project : projects) {
    links += fmt::format("<a href=\"{0}/\">{0}</a><br>\n", markup_text(project));
  }
  return page_text("Simple index", links);
}

}  // namespace tizza::release
