#include "registry/load.hpp"

#include <algorithm>
#include <optional>

#include "base/paths.hpp"
#include "text/file_glob.hpp"
#include "text/reader.hpp"

namespace tizza::registry {
namespace {

constexpr std::string_view kNotLocal[] = {"https://", "http://", "git+", "git@", "ssh://"};

bool is_remote(std::string_view path) {
  return std::any_of(std::begin(kNotLocal), std::end(kNotLocal),
                     [=](std::string_view prefix) { return path.starts_with(prefix); });
}

Diagnostic finding(Node at, std::string rule, std::string message, std::string help = {}) {
  Diagnostic diagnostic;
  diagnostic.rule = std::move(rule);
  diagnostic.message = std::move(message);
  diagnostic.at = at.location();
  diagnostic.pointer = at.pointer();
  diagnostic.help = std::move(help);
  return diagnostic;
}

/// Loads one registry; lives for one call of load().
class Loader {
 public:
  Loader(const FileReader& files, const std::string& path, Sink& sink)
      : files_(files), registry_(path), sink_(sink) {}

  Result<Registry> load() {
    auto root = read_document_file(files_, registry_.path());
    if (!root) {
      if (root.error().diagnostic.rule == "file") return std::move(root).error();
      sink_.report(std::move(root).error().diagnostic);
      return std::move(registry_);
    }
    TIZZA_CHECK(check_version((*root)->root()));
    add(*root);
    for (const Node include : includes((*root)->root()["include"])) follow(include);
    return std::move(registry_);
  }

 private:
  static Status check_version(Node root) {
    const Node version = root["apiVersion"];
    if (!version || version.text() == kApiVersion) return {};
    return failure_at(version.location(), "registry-version",
                      "registry version `" + std::string(version.text()) + "` is not known",
                      "this version of tizza reads `" + std::string(kApiVersion) + "`");
  }

  static std::vector<Node> includes(Node list) {
    std::vector<Node> nodes;
    if (list.is_scalar() && !list.is_null()) nodes.push_back(list);
    for (const Node item : list.items()) nodes.push_back(item);
    return nodes;
  }

  void follow(Node include) {
    const std::string pattern(include.text());
    if (!is_glob(pattern)) {
      read_included(include, pattern);
      return;
    }
    auto found = find_files(files_, registry_.folder(), pattern);
    if (!found) {
      sink_.report(std::move(found).error().diagnostic);
      registry_.lacks_file();
      return;
    }
    if (found->empty()) {
      Diagnostic nothing =
          finding(include, "include-matches-nothing", "`" + pattern + "` matches no file");
      nothing.severity = Severity::kWarn;
      sink_.report(std::move(nothing));
    }
    for (const auto& path : *found) read_included(include, path);
  }

  void read_included(Node include, const std::string& relative) {
    const std::string path = join_path(registry_.folder(), relative);
    const bool is_known = std::any_of(
        registry_.documents().begin(), registry_.documents().end(),
        [&](const DocumentPtr& d) { return normal_path(d->path()) == normal_path(path); });
    if (is_known) return;
    auto document = read_document_file(files_, path);
    if (!document) {
      Diagnostic failed = std::move(document).error().diagnostic;
      // A file that cannot be opened is best shown where it is named.
      if (!failed.at) {
        failed.at = include.location();
        failed.pointer = include.pointer();
      }
      sink_.report(std::move(failed));
      registry_.lacks_file();
      return;
    }
    const Node nested = (*document)->root()["include"];
    if (nested) {
      sink_.report(finding(nested, "include-nested", "an included file cannot include others",
                           "move the pattern to `" + registry_.path() + "`"));
    }
    add(*document);
  }

  void add(const DocumentPtr& document) {
    registry_.add_document(document);
    for (const KindInfo& kind : kinds()) {
      for (const auto& [key, value] : document->root()[kind.section].entries()) {
        const Item item{kind.kind, key, value};
        if (!registry_.add_item(item)) report_duplicate(item, kind);
      }
    }
  }

  void report_duplicate(const Item& item, const KindInfo& kind) {
    const Item* first = registry_.find(kind.kind, item.name());
    Diagnostic twice =
        finding(item.key, "duplicate-name",
                std::string(kind.singular) + " `" + item.name() + "` is defined twice",
                "keep one of the two");
    twice.notes.push_back({"first defined here", first->key.location(), first->key.pointer()});
    sink_.report(std::move(twice));
  }

  const FileReader& files_;
  Registry registry_;
  Sink& sink_;
};

/// `tizza registry check` says more; here an empty answer must not stand for a wrong file.
Status check_mapping(Node root) {
  if (root.is_mapping()) return {};
  return failure_at(
      root.location(), "registry", "this file is no registry: its root is no mapping",
      "`tizza registry init` makes a registry; `tizza help registry-file` explains it");
}

}  // namespace

Result<std::string> find_registry(const FileReader& files, const Environment& environment,
                                  const std::string& configured) {
  if (is_remote(configured)) {
    return failure("registry", "registry `" + configured + "` is not a file on this machine",
                   "clone it and name the file: tizza --registry PATH");
  }
  if (!configured.empty()) return configured;
  const std::string start = environment.working_directory();
  std::optional<Error> denied;
  for (std::string folder = start;;) {
    const std::string path = join_path(folder, kFileName);
    if (files.exists(path)) return relative_path(path, start);
    if (!denied && files.is_denied(path)) {
      const auto text = files.read_file(path);
      if (!text) denied = text.error();
    }
    if (folder.empty() || folder == "/") break;
    folder = parent_path(folder);
  }
  if (denied) return *std::move(denied);
  return failure("registry",
                 "no `" + std::string(kFileName) + "` in `" + start + "` or a folder above it",
                 "run `tizza registry init`, or name one with --registry");
}

Result<Registry> load(const FileReader& files, const std::string& path, Sink& sink) {
  return Loader(files, path, sink).load();
}

Result<Registry> load(const FileReader& files, const std::string& path) {
  Findings findings;
  TIZZA_TRY(Registry registry, load(files, path, findings));
  for (const Diagnostic& finding : findings.list()) {
    if (finding.severity != Severity::kError) continue;
    Error error{finding};
    if (error.diagnostic.help.empty()) {
      error.diagnostic.help = "run `tizza registry check` to see everything that is wrong";
    }
    return error;
  }
  TIZZA_CHECK(check_mapping(registry.documents().front()->root()));
  return registry;
}

Result<Registry> open(const FileReader& files, const Environment& environment,
                      const std::string& configured) {
  TIZZA_TRY(const std::string path, find_registry(files, environment, configured));
  return load(files, path);
}

}  // namespace tizza::registry
