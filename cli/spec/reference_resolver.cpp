#include "spec/reference_resolver.hpp"

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

/// Says at which part a pointer leaves the document, and what is close to that part.
Resolution no_such_place(const Document& document, std::string_view text,
                         std::string_view pointer) {
  Node reached = document.root();
  std::string walked;
  for (const auto& token : pointer_tokens(pointer)) {
    const std::string step = walked + "/" + escape_pointer_token(token);
    const Node next = document.resolve(step);
    if (!next) {
      std::vector<std::string> names;
      for (const auto& [key, value] : reached.entries()) names.emplace_back(key.text());
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

const Resolution& ReferenceResolver::resolve(std::string_view text, bool any_text) {
  auto& known = known_[any_text ? 1 : 0];
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  return known.emplace(text, find(text, any_text)).first->second;
}

Resolution ReferenceResolver::find(std::string_view text, bool any_text) const {
  const UriParts parts = split_uri(text);
  if (parts.scheme || parts.authority) {
    return failed(Resolution::Outcome::kRemote,
                  "`" + std::string(text) + "` is not looked at, as it is not a local file",
                  "keep a copy in a file and refer to that to have it checked");
  }
  const Document* document = &holder_;
  if (!parts.path.empty()) {
    const std::string path =
        normal_path(join_path(parent_path(holder_.path()), percent_decode(parts.path)));
    if (any_text && store_.exists(path)) return {};
    const auto& loaded = store_.load(path);
    if (!loaded.ok()) return unreadable(text, path, loaded.error().diagnostic);
    document = loaded->get();
  }
  const std::string pointer = percent_decode(parts.fragment.value_or(""));
  if (!pointer.empty() && pointer[0] != '/') {
    return failed(Resolution::Outcome::kNoTarget,
                  "`" + pointer + "` in `" + std::string(text) + "` is no JSON Pointer",
                  "start it with `/`: `#/" + pointer + "`");
  }
  Resolution resolution;
  resolution.target = document->resolve(pointer);
  if (!resolution.target) return no_such_place(*document, text, pointer);
  return resolution;
}

}  // namespace tizza::spec
