#include "release/pins/project_pins.hpp"

#include "base/paths.hpp"
#include "release/pins/pin_format.hpp"

namespace tizza::release {
namespace {

/// The files of the folder, and of its folder requirements/, by their path from it.
Result<std::vector<std::string>> candidates(const FileReader& files, const std::string& directory) {
  std::vector<std::string> paths;
  for (const std::string folder : {"", "requirements"}) {
    const std::string place = folder.empty() ? directory : join_path(directory, folder);
    if (!folder.empty() && !files.is_directory(place)) continue;
    TIZZA_TRY(const auto entries, files.list(place));
    for (const DirectoryEntry& entry : entries) {
      if (entry.type != FileType::kDirectory) paths.push_back(join_path(folder, entry.name));
    }
  }
  return paths;
}

/// Fails the one file, and not what the others say.
bool is_broken_text(const Diagnostic& diagnostic) {
  return diagnostic.at && (diagnostic.rule == "syntax" || diagnostic.rule == "duplicate-key");
}

class ProjectReader {
 public:
  ProjectReader(const FileReader& files, const PinInputs& inputs)
      : files_(files), inputs_(inputs) {}

  Result<ProjectPins> read() {
    TIZZA_TRY(const auto paths, candidates(files_, inputs_.directory));
    for (const PinFormat* format : pin_formats()) {
      for (const std::string& path : paths) {
        if (!format->matches(path)) continue;
        TIZZA_CHECK(read_with(
            path, [&](const SourcePtr& source) { return format->read(source, files_, sink_); }));
      }
    }
    if (files_.exists(join_path(inputs_.directory, ".gitmodules"))) {
      TIZZA_CHECK(read_with(".gitmodules", [&](const SourcePtr& source) {
        return read_submodule_pins(source, inputs_.submodules, sink_);
      }));
    }
    for (const std::string& path : inputs_.descriptions) {
      TIZZA_TRY(std::string text, files_.read_file(path));
      // Most files of a folder are no descriptions and name no other file.
      if (text.find("$ref") == std::string::npos || text.find("://") == std::string::npos) continue;
      sink_.read_file(path);
      TIZZA_CHECK(
          read_description_pins(std::make_shared<const Source>(path, std::move(text)), sink_));
    }
    return sink_.take();
  }

 private:
  /// Each file once, included ones too.
  template <typename Read>
  Status read_with(const std::string& path, const Read& read) {
    const std::string shown = normal_path(join_path(inputs_.directory, path));
    if (sink_.has_read(shown)) return {};
    TIZZA_TRY(std::string text, files_.read_file(shown));
    sink_.read_file(shown);
    Status done = read(std::make_shared<const Source>(shown, std::move(text)));
    if (done.ok() || !is_broken_text(done.error().diagnostic)) return done;
    sink_.add_finding(std::move(done).error().diagnostic);
    return {};
  }

  const FileReader& files_;
  const PinInputs& inputs_;
  PinSink sink_;
};

}  // namespace

Result<ProjectPins> read_pins(const FileReader& files, const PinInputs& inputs) {
  return ProjectReader(files, inputs).read();
}

}  // namespace tizza::release
