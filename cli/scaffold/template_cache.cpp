#include "scaffold/template_cache.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/semver.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "scaffold/tree_builder.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::string_view kExecutable = "100755", kLink = "120000", kSubmodule = "160000";

/// One file of `git ls-tree -z`: `MODE blob ID<tab>PATH`.
struct Entry {
  std::string_view mode, id, path;
};

std::vector<Entry> read_listing(std::string_view listing) {
  std::vector<Entry> entries;
  for (const auto line : split(listing, '\0')) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    const auto words = split(line.substr(0, tab), ' ');
    if (words.size() == 3) entries.push_back({words[0], words[2], line.substr(tab + 1)});
  }
  return entries;
}

/// The next object of `git cat-file --batch`: `ID blob SIZE`, its bytes and a line end.
bool next_object(std::string_view& batch, std::string& bytes) {
  const size_t line = batch.find('\n');
  if (line == std::string_view::npos) return false;
  const auto words = split(batch.substr(0, line), ' ');
  size_t size = 0;
  if (words.size() != 3) return false;
  const char* end = words[2].data() + words[2].size();
  if (std::from_chars(words[2].data(), end, size).ptr != end) return false;
  if (batch.size() - line < size + 2) return false;
  bytes = batch.substr(line + 1, size);
  batch.remove_prefix(line + size + 2);
  return true;
}

std::optional<SemVer> version_of(std::string_view tag) {
  if (tag.starts_with('v')) tag.remove_prefix(1);
  auto version = parse_semver(tag);
  return version ? std::optional(*std::move(version)) : std::nullopt;
}

/// Why git failed: the line that it calls fatal, else the last one.
std::string reason(const std::string& errors) {
  constexpr std::string_view kFatal = "fatal: ";
  const auto lines = split_lines(errors);
  for (const auto line : lines) {
    if (line.starts_with(kFatal)) return std::string(line.substr(kFatal.size()));
  }
  return lines.empty() ? "git gave no reason" : std::string(lines.back());
}

Error template_error(std::string message, std::string help = {}) {
  return failure("template", std::move(message), std::move(help));
}

}  // namespace

std::string TemplateCache::clone_path(const RemoteSource& source) const {
  return join_path(options_.folder, "templates/" + sha256(source.url).substr(0, 16) + ".git");
}

Result<GitOutcome> TemplateCache::run(const std::string& clone, std::vector<std::string> arguments,
                                      std::string input) {
  GitRequest request;
  request.arguments = {"--git-dir=" + clone};
  request.arguments.insert(request.arguments.end(), arguments.begin(), arguments.end());
  request.input = std::move(input);
  request.may_prompt = options_.may_prompt;
  return git_.run(request);
}

Status TemplateCache::make_clone(const RemoteSource& source, const std::string& clone) {
  if (options_.is_offline) {
    return template_error("`" + source.url + "` was never fetched, and --offline was given",
                          "fetch it once without --offline");
  }
  TIZZA_CHECK(files_.make_directories(parent_path(clone)));
  TIZZA_TRY(const std::string scratch, files_.make_temporary_sibling(clone));
  GitRequest request;
  request.arguments = {"clone", "--quiet", "--mirror", "--", source.url, scratch};
  request.may_prompt = options_.may_prompt;
  const auto outcome = git_.run(request);
  if (outcome && outcome->exit_code == 0) {
    // Where another process was quicker, its clone is as good as ours.
    if (files_.rename_new(scratch, clone) || files_.is_directory(clone)) {
      (void)files_.remove_all(scratch);
      return {};
    }
  }
  (void)files_.remove_all(scratch);
  if (!outcome) return outcome.error();
  return template_error("`" + source.url + "` cannot be cloned: " + reason(outcome->errors),
                        "see whether `git clone " + shell_quote(source.url) + "` works");
}

Status TemplateCache::bring(const RemoteSource& source, const std::string& clone) {
  if (!files_.is_directory(clone)) return make_clone(source, clone);
  const bool is_settled =
      !source.revision.empty() && !commit_of(clone, "refs/tags/" + source.revision).empty();
  if (options_.is_offline || is_settled) return {};
  const auto outcome = run(clone, {"fetch", "--quiet", "--prune", "origin"});
  if (outcome && outcome->exit_code == 0) return {};
  Diagnostic warning;
  warning.severity = Severity::kWarn;
  warning.rule = "template";
  warning.message = "`" + source.url +
                    "` cannot be asked for news, so what was fetched before is used: " +
                    (outcome ? reason(outcome->errors) : outcome.error().diagnostic.message);
  warnings_.push_back(std::move(warning));
  return {};
}

std::string TemplateCache::commit_of(const std::string& clone, const std::string& reference) {
  const auto outcome = run(clone, {"rev-parse", "--verify", "--quiet", reference + "^{commit}"});
  return outcome && outcome->exit_code == 0 ? std::string(trim(outcome->output)) : std::string();
}

std::vector<std::string> TemplateCache::version_tags(const std::string& clone) {
  std::vector<std::pair<SemVer, std::string>> versions;
  const auto outcome = run(clone, {"tag", "--list"});
  if (outcome && outcome->exit_code == 0) {
    for (const auto tag : split_lines(outcome->output)) {
      if (auto version = version_of(tag)) versions.emplace_back(*std::move(version), tag);
    }
  }
  std::stable_sort(versions.begin(), versions.end(),
                   [](const auto& a, const auto& b) { return precedence(a.first, b.first) > 0; });
  std::vector<std::string> tags;
  for (auto& [version, tag] : versions) tags.push_back(std::move(tag));
  return tags;
}

Result<TemplateCache::Revision> TemplateCache::find_revision(const RemoteSource& source,
                                                             const std::string& clone) {
  const auto tags = version_tags(clone);
  if (source.revision.empty()) {
    for (const std::string& tag : tags) {
      if (!version_of(tag)->is_prerelease())
        return Revision{commit_of(clone, "refs/tags/" + tag), tag};
    }
    const std::string head = commit_of(clone, "HEAD");
    if (head.empty()) return template_error("repository `" + source.url + "` has no commits");
    return Revision{head, {}};
  }
  const std::string tagged = commit_of(clone, "refs/tags/" + source.revision);
  if (!tagged.empty()) return Revision{tagged, source.revision};
  for (const std::string& reference : {"refs/heads/" + source.revision, source.revision}) {
    const std::string commit = commit_of(clone, reference);
    if (!commit.empty()) return Revision{commit, {}};
  }
  std::string help = near_names_help(source.revision, tags);
  if (help.empty() && !tags.empty()) help = "its newest version is `" + tags.front() + "`";
  return template_error(
      "repository `" + source.url + "` has no tag, branch or commit `" + source.revision + "`",
      std::move(help));
}

Status TemplateCache::read_files(const RemoteSource& source, const std::string& clone,
                                 TemplateTree& tree) {
  const std::string at = tree.commit + ":" + source.folder;
  TIZZA_TRY(const auto listing, run(clone, {"ls-tree", "-r", "-z", "--full-tree", at}));
  if (listing.exit_code != 0) {
    return template_error("repository `" + source.url + "` has no folder `" + source.folder + "`");
  }
  const auto entries = read_listing(listing.output);
  std::string ids;
  for (const Entry& entry : entries) {
    if (entry.mode == kSubmodule) {
      return template_error("`" + std::string(entry.path) + "` of the template is a submodule",
                            "keep its files in the template's own repository");
    }
    ids.append(entry.id).append("\n");
  }
  TIZZA_TRY(const auto objects, run(clone, {"cat-file", "--batch"}, ids));
  std::string_view batch = objects.output;
  TreeBuilder builder(tree);
  for (const Entry& entry : entries) {
    TemplateFile file;
    file.path = entry.path;
    file.mode = entry.mode == kExecutable ? 0755 : 0644;
    file.is_symlink = entry.mode == kLink;
    if (!next_object(batch, file.bytes)) {
      return template_error("`" + file.path + "` of the template cannot be read from git",
                            "the template may be too large");
    }
    TIZZA_CHECK(builder.add(std::move(file)));
  }
  return builder.finish(tree.folder);
}

Result<TemplateTree> TemplateCache::read(const std::string& name) {
  TIZZA_TRY(const RemoteSource source, parse_remote_source(name));
  const std::string clone = clone_path(source);
  TIZZA_CHECK(bring(source, clone));
  TIZZA_TRY(const Revision revision, find_revision(source, clone));
  TemplateTree tree;
  tree.source = name;
  tree.folder = name;
  tree.version = revision.tag;
  tree.commit = revision.commit;
  TIZZA_CHECK(read_files(source, clone, tree));
  return tree;
}

Result<std::vector<std::string>> TemplateCache::versions(const std::string& name) {
  TIZZA_TRY(const RemoteSource source, parse_remote_source(name));
  const std::string clone = clone_path(source);
  TIZZA_CHECK(bring(source, clone));
  return version_tags(clone);
}

}  // namespace tizza::scaffold
