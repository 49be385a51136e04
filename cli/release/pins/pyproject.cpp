#include <fmt/core.h>

#include "base/strings.hpp"
#include "release/formats/document_scalar.hpp"
#include "release/pins/lock_file.hpp"
#include "release/pins/pin_format.hpp"
#include "release/pins/requirement.hpp"
#include "text/reader.hpp"

// pyproject.toml: `project.dependencies` and its extras (PEP 621), `dependency-groups` (PEP 735),
// and the tables of Poetry.
namespace tizza::release {
namespace {

class PyprojectReader {
 public:
  PyprojectReader(const SourcePtr& source, PinSink& sink, std::optional<LockFile> lock)
      : source_(source), sink_(sink), lock_(std::move(lock)) {}

  void read(Node root) {
    const Node project = root["project"];
    add_list(project["dependencies"]);
    for (const auto& [extra, list] : project["optional-dependencies"].entries()) add_list(list);
    for (const auto& [group, list] : root["dependency-groups"].entries()) add_list(list);
    const Node poetry = root["tool"]["poetry"];
    add_table(poetry["dependencies"]);
    add_table(poetry["dev-dependencies"]);
    for (const auto& [name, group] : poetry["group"].entries()) add_table(group["dependencies"]);
  }

 private:
  /// Requirements as PEP 508 has them; tables among them include another group.
  void add_list(Node list) {
    for (const Node item : list.items()) {
      if (!item.is_scalar()) continue;
      if (const auto span = verbatim(item)) add(read_requirement(source_, *span));
    }
  }

  /// `name = "^1.2"` or `name = {version = …}`, or a list of such tables with markers.
  void add_table(Node table) {
    for (const auto& [key, value] : table.entries()) {
      if (key.text() == "python") continue;
      if (!value.is_sequence()) add_entry(key, value);
      for (const Node item : value.items()) add_entry(key, item);
    }
  }

  void add_entry(Node key, Node value) {
    Pin pin;
    pin.name = key.text();
    pin.at = {source_, {key.span().begin, value.span().end}};
    if (value.span().begin < key.span().begin) pin.at = value.location();
    if (value.is_mapping() && !value["version"]) {
      if (!pin_to_source(pin, value)) return;
    } else {
      const Node version = value.is_mapping() ? value["version"] : value;
      const auto span = verbatim(version);
      if (!span) return;
      pin_to_version(pin, *span);
    }
    add(std::move(pin));
  }

  /// Poetry reads a bare version as an exact one, and `*` as any.
  void pin_to_version(Pin& pin, Span span) const {
    std::string_view text = source_->slice(span);
    pin.pin = text;
    pin.pin_at = {source_, span};
    const size_t lead = text.starts_with("==") ? 2 : 0;
    const auto version = trim(text.substr(lead));
    if (version.find_first_of("*^~<>=!,| ") == std::string_view::npos && !version.empty()) {
      pin.kind = PinKind::kVersion;
      pin.pin = version;
      pin.pin_at = place_of(source_, version);
    }
  }

  /// `{git = …, tag = …}`, `{path = …}` or `{url = …}`; false where it cannot be read.
  bool pin_to_source(Pin& pin, Node table) {
    if (const Node path = table["path"]) {
      pin.kind = PinKind::kLocal;
      pin.pin = path.text();
      return true;
    }
    const Node address = table["git"] ? table["git"] : table["url"];
    pin.address = address.text();
    const auto colon = pin.address.find("://");
    pin.protocol = (table["git"] ? "git+" : "") + pin.address.substr(0, colon);
    pin.pin_at = {source_, {pin.at.span.end, pin.at.span.end}};
    for (const std::string_view name : {"tag", "rev", "branch"}) {
      const Node ref = table[name];
      if (!ref) continue;
      const auto span = verbatim(ref);
      if (!span) return false;
      pin_to_ref(pin, source_, source_->slice(*span));
      if (name == "tag" && pin.kind == PinKind::kBranch) pin.kind = PinKind::kTag;
      if (name == "branch") pin.kind = PinKind::kBranch;
      break;
    }
    return true;
  }

  std::optional<Span> verbatim(Node scalar) {
    const auto span = verbatim_span(scalar);
    if (!span) {
      sink_.add_finding(unreadable_pin(
          scalar.location(),
          fmt::format("a requirement of `{}` is written with escapes", source_->path())));
    }
    return span;
  }

  void add(Result<Pin> pin) {
    if (pin.ok() && pin->kind == PinKind::kUnpinned && pin->protocol.empty() && lock_) {
      if (const auto version = lock_->version_of(pin->name)) {
        pin->kind = PinKind::kLocked;
        if (!version->empty()) pin->pin = *version;
      }
    }
    sink_.add(std::move(pin));
  }

  const SourcePtr& source_;
  PinSink& sink_;
  std::optional<LockFile> lock_;
};

Status read(const SourcePtr& source, const FileReader& files, PinSink& sink) {
  TIZZA_TRY(const DocumentPtr document, read_toml(source));
  TIZZA_TRY(auto lock,
            LockFile::beside(files, source->path(), {"poetry.lock", "uv.lock", "pdm.lock"}));
  PyprojectReader(source, sink, std::move(lock)).read(document->root());
  return {};
}

bool matches(std::string_view path) {
  return path == "pyproject.toml";
}

}  // namespace

const PinFormat& pyproject_pins() {
  static constexpr PinFormat kFormat{"pyproject.toml", matches, read};
  return kFormat;
}

}  // namespace tizza::release
