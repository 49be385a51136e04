#include <fmt/core.h>

#include "base/semver.hpp"
#include "base/strings.hpp"
#include "release/formats/document_scalar.hpp"
#include "release/pins/lock_file.hpp"
#include "release/pins/pin_format.hpp"
#include "text/reader.hpp"

// package.json: what npm installs. Peers only say with what the package gets along.
namespace tizza::release {
namespace {

bool is_local(std::string_view text) {
  for (const std::string_view start :
       {"file:", "link:", "portal:", "workspace:", "./", "../", "/"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

/// `git+https://…`, `github:org/name`, `org/name`.
bool is_git(std::string_view text) {
  for (const std::string_view start : {"git", "bitbucket:"}) {
    if (text.starts_with(start)) return true;
  }
  const bool is_url = text.find("://") != std::string_view::npos;
  if (is_url) return text.find(".git") != std::string_view::npos;
  return !text.starts_with('@') && !text.starts_with("npm:") &&
         text.find('/') != std::string_view::npos;
}

void pin_to_git(Pin& pin, const SourcePtr& source, std::string_view text) {
  const size_t hash = text.find('#');
  const size_t colon = text.find("://");
  pin.address = text.substr(0, hash);
  pin.protocol = colon == std::string_view::npos ? "git+https" : text.substr(0, colon);
  pin.pin_at = place_of(source, text.substr(text.size()));
  pin.lead = "#";
  if (hash == std::string_view::npos) return;
  const auto ref = text.substr(hash + 1);
  pin_to_ref(pin, source, ref);
  if (!ref.starts_with("semver:")) return;
  pin.kind = PinKind::kUnpinned;
  pin.lead = "";
}

void pin_to_range(Pin& pin, const SourcePtr& source, std::string_view text) {
  // `npm:name@range` installs another package under this name.
  if (text.starts_with("npm:")) text = text.substr(text.rfind('@') + 1);
  pin.pin = text;
  pin.pin_at = place_of(source, text);
  auto version = text;
  if (version.starts_with('=')) version.remove_prefix(1);
  if (version.starts_with('v')) version.remove_prefix(1);
  if (!parse_semver(version).ok()) return;
  pin.kind = PinKind::kVersion;
  pin.pin = version;
  pin.pin_at = place_of(source, version);
}

Pin read_entry(const SourcePtr& source, Node key, Span span) {
  Pin pin;
  pin.ecosystem = Ecosystem::kNpm;
  pin.name = key.text();
  pin.at = {source, {key.span().begin, span.end + 1}};
  const auto text = source->slice(span);
  if (is_local(text)) {
    pin.kind = PinKind::kLocal;
    pin.pin = text;
    pin.pin_at = {source, span};
  } else if (is_git(text)) {
    pin_to_git(pin, source, text);
  } else if (const size_t colon = text.find("://"); colon != std::string_view::npos) {
    pin.protocol = text.substr(0, colon);
    pin.address = text;
    pin.pin_at = {source, {span.end, span.end}};
  } else {
    pin_to_range(pin, source, text);
  }
  return pin;
}

/// What moves is held by the lock file, where there is one.
void lock_down(Pin& pin, const std::optional<LockFile>& lock) {
  if (is_pinned(pin.kind) || !lock) return;
  const auto version = lock->version_of(pin.name);
  if (!version) return;
  pin.kind = PinKind::kLocked;
  if (!version->empty()) pin.pin = *version;
}

Status read(const SourcePtr& source, const FileReader& files, PinSink& sink) {
  TIZZA_TRY(const DocumentPtr document, read_json(source));
  TIZZA_TRY(const auto lock, LockFile::beside(files, source->path(),
                                              {"npm-shrinkwrap.json", "package-lock.json",
                                               "yarn.lock", "pnpm-lock.yaml"}));
  for (const std::string_view table : {"dependencies", "devDependencies", "optionalDependencies"}) {
    for (const auto& [key, value] : document->root()[table].entries()) {
      const auto span = value.is_string() ? verbatim_span(value) : std::nullopt;
      if (!span) {
        sink.add_finding(unreadable_pin(
            value.location(), fmt::format("the requirement `{}` is no plain text", key.text())));
        continue;
      }
      Pin pin = read_entry(source, key, *span);
      lock_down(pin, lock);
      sink.add(std::move(pin));
    }
  }
  return {};
}

bool matches(std::string_view path) {
  return path == "package.json";
}

}  // namespace

const PinFormat& package_json_pins() {
  static constexpr PinFormat kFormat{"package.json", matches, read};
  return kFormat;
}

}  // namespace tizza::release
