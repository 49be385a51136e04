#include "spec/reference_resolver.hpp"

#include <algorithm>

#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "base/uri.hpp"
#include "text/pointer.hpp"

namespace tizza::spec {
namespace {

Resolution failed(Resolution::Outcome outcome, std::string message, std::string help = {}) {
  Resolution resolution;
  resolution.outcome = outcome;
  resolution.message = std::move(message);
  resolution.help = std::move(help);
  return resolution;
}

Resolution no_description(std::string_view text) {
  return failed(Resolution::Outcome::kNoFile,
                "`" + std::string(text) +
                    "` cannot be followed: the file holds no YAML or JSON "
                    "mapping");
}

Resolution unreadable(std::string_view text, const std::string& path, const Diagnostic& cause) {
  std::string place;
  if (cause.at) {
    const Position at = cause.at.begin();
    place = path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
  }
  return failed(Resolution::Outcome::kNoFile,
                "`" + std::string(text) + "` cannot be followed: " + place + cause.message,
                cause.help);
}

/// What a file that is not there is probably called; nothing of what lies outside of the project.
std::string file_help(const std::string& holder, const std::string& path, DocumentStore& store) {
  if (store.exists(path)) return {};
  if (path.find('\\') != std::string::npos) {
    std::string other = path;
    std::ranges::replace(other, '\\', '/');
    return "folders are parted by `/`: `" + other + "`";
  }
  const auto other = store.in_other_case(path);
  if (!other || store.is_foreign(holder, *other)) return {};
  return "`" + *other + "` is there, in other upper and lower case";
}

/// Whether the text is prose or a table rather than a description: YAML takes it for one string.
bool is_mere_text(const Document& document) {
  const Node root = document.root();
  return root.is_string() || root.is_null();
}

/// Says at which part a pointer leaves the document, and what is close to that part unless the
/// document's names are not to be shown.
Resolution no_such_place(const Document& document, std::string_view text, std::string_view pointer,
                         bool is_foreign) {
  Node reached = document.root();
  std::string walked;
  for (const auto& token : pointer_tokens(pointer)) {
    const std::string step = walked + "/" + escape_pointer_token(token);
    const Node next = document.resolve(step);
    if (!next) {
      std::vector<std::string> names;
      if (!is_foreign) {
        for (const auto& [key, value] : reached.entries()) names.emplace_back(key.text());
      }
      return failed(Resolution::Outcome::kNoTarget,
                    "`" + std::string(text) + "` leads nowhere: there is no `" + token + "`" +
                        (walked.empty() ? std::string(" at the root") : " in `" + walked + "`"),
                    near_names_help(token, names));
    }
    reached = next;
    walked = step;
  }
  return failed(Resolution::Outcome::kNoTarget, "`" + std::string(text) + "` leads nowhere");
}

}  // namespace

const Resolution& ReferenceResolver::resolve(Node at, std::string_view text, bool any_text) {
  const auto base = ids_.base(at);
  const std::string key = std::string(base) + '\n' + std::string(text);
  auto& known = known_[any_text ? 1 : 0];
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  return known.emplace(key, find(base, text, any_text)).first->second;
}

/// What schemas are called comes first. Behind it stands the file, also for references below an
/// `$id` that is the public name of what lies beside: many write those.
Resolution ReferenceResolver::find(std::string_view base, std::string_view text, bool any_text) {
  if (ids_.empty()) return find_in_files(text, any_text);
  Resolution resolution;
  resolution.target = ids_.find(resolve_uri(base, text));
  if (resolution.target) return resolution;
  resolution = find_in_files(text, any_text);
  const bool may_be_renamed = !base.empty() && resolution.outcome == Resolution::Outcome::kNoFile;
  return may_be_renamed ? find_in_files(resolve_uri(base, text), any_text) : resolution;
}

Resolution ReferenceResolver::find_in_files(std::string_view text, bool any_text) {
  // References in a file from elsewhere are relative to its URL.
  const bool is_held_remotely = is_url(holder_.path());
  const std::string whole =
      is_held_remotely ? resolve_uri(holder_.path(), text) : std::string(text);
  const UriParts parts = split_uri(whole);
  const bool is_remote = parts.scheme || parts.authority;
  if (is_remote && (any_text || !store_.follows_urls() || !is_url(whole))) {
    return failed(Resolution::Outcome::kRemote,
                  "`" + std::string(text) + "` is not looked at, as it is not a local file",
                  store_.follows_urls()
                      ? "only `http` and `https` are followed"
                      : "keep a copy in a file and refer to that to have it checked");
  }
  const Document* document = &holder_;
  bool is_foreign = false;
  if (is_remote) {
    const std::string url(without_fragment(whole));
    const auto& loaded = store_.load(url);
    if (!loaded.ok()) return unreadable(text, url, loaded.error().diagnostic);
    document = loaded->get();
  } else if (!parts.path.empty()) {
    const std::string path =
        normal_path(join_path(parent_path(holder_.path()), percent_decode(parts.path)));
    if (any_text && store_.exists(path)) return {};
    const auto& loaded = store_.load(path);
    is_foreign = store_.is_foreign(holder_.path(), path);
    if (!loaded.ok() && is_foreign && loaded.error().diagnostic.at) return no_description(text);
    if (!loaded.ok()) {
      Resolution none = unreadable(text, path, loaded.error().diagnostic);
      if (none.help.empty()) none.help = file_help(holder_.path(), path, store_);
      return none;
    }
    document = loaded->get();
    if (document != &holder_ && is_mere_text(*document)) return no_description(text);
  }
  const std::string fragment = percent_decode(parts.fragment.value_or(""));
  Resolution resolution;
  resolution.target = find_place(*document, fragment);
  if (resolution.target) return resolution;
  if (!fragment.empty() && fragment[0] != '/') {
    return failed(
        Resolution::Outcome::kNoTarget,
        "`" + fragment + "` in `" + std::string(text) + "` is neither a JSON Pointer nor an anchor",
        "start a pointer with `/`: `#/" + fragment + "`");
  }
  return no_such_place(*document, text, fragment, is_foreign);
}

/// The place that a decoded fragment names: a JSON Pointer from the root, or an anchor.
Node ReferenceResolver::find_place(const Document& document, std::string_view fragment) {
  if (fragment.empty() || fragment[0] == '/') return document.resolve(fragment);
  if (&document == &holder_) return ids_.find("#" + std::string(fragment));
  auto& ids = ids_of_others_[&document];
  if (!ids) ids = std::make_unique<SchemaIds>(document);
  return ids->find("#" + std::string(fragment));
}

}  // namespace tizza::spec
