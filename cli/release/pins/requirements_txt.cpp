#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/pins/pin_format.hpp"
#include "release/pins/requirement.hpp"
#include "text/readable_text.hpp"

// requirements*.txt and requirements/*.txt as pip reads them, with the files that they include by
// `-r` and `-c`, each once.
namespace tizza::release {
namespace {

/// The end of what counts in a line: a comment starts at its begin or behind a blank.
size_t comment_start(std::string_view line) {
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t')) return i;
  }
  return line.size();
}

/// The value of an option such as `-r base.txt`, `-rbase.txt` or `--requirement=base.txt`.
std::optional<std::string_view> option_value(std::string_view line, std::string_view letter,
                                             std::string_view word) {
  for (const std::string_view name : {word, letter}) {
    if (!line.starts_with(name)) continue;
    auto rest = line.substr(name.size());
    if (name == word && !rest.starts_with('=') && !rest.starts_with(' ')) continue;
    if (rest.starts_with('=')) rest.remove_prefix(1);
    return trim(rest);
  }
  return std::nullopt;
}

/// The path of a file that another one includes.
std::string sibling(const std::string& path, std::string_view included) {
  return normal_path(join_path(parent_path(path), included));
}

class RequirementsReader {
 public:
  RequirementsReader(const FileReader& files, PinSink& sink) : files_(files), sink_(sink) {}

  Status read(const SourcePtr& source, bool is_constraint) {
    TIZZA_CHECK(check_readable(source));
    const auto all = source->text();
    bool goes_on = false;
    for (size_t at = text_start(*source); at < all.size();) {
      const size_t end = std::min(all.find('\n', at), all.size());
      auto line = trim(all.substr(at, end - at));
      line = trim(line.substr(0, comment_start(line)));
      const bool is_continued = line.ends_with('\\');
      if (is_continued) line = trim(line.substr(0, line.size() - 1));
      if (goes_on && line.starts_with('-')) {
        read_hashes(source, line);
      } else if (!line.empty()) {
        TIZZA_CHECK(read_line(source, line, is_constraint));
      }
      goes_on = is_continued;
      at = end + 1;
    }
    return {};
  }

 private:
  /// A file that cannot be read is best shown where it is named.
  Status follow(const SourcePtr& source, std::string_view included, bool is_constraint) {
    const std::string path = sibling(source->path(), included);
    if (sink_.has_read(path)) return {};
    auto text = files_.read_file(path);
    if (!text.ok()) {
      Error error = std::move(text).error();
      error.diagnostic.at = place_of(source, included);
      return error;
    }
    sink_.read_file(path);
    return read(std::make_shared<const Source>(path, *std::move(text)), is_constraint);
  }

  Status read_line(const SourcePtr& source, std::string_view line, bool is_constraint) {
    if (const auto included = option_value(line, "-r", "--requirement")) {
      return follow(source, *included, is_constraint);
    }
    if (const auto included = option_value(line, "-c", "--constraint")) {
      return follow(source, *included, true);
    }
    if (const auto editable = option_value(line, "-e", "--editable")) line = *editable;
    if (line.starts_with('-')) return {};  // an option of the whole file
    // Hashes and other options of pip stand behind the requirement.
    const auto body = trim(line.substr(0, line.find(" --")));
    auto pin = read_requirement(source, place_of(source, body).span);
    if (pin.ok()) pin->is_constraint = is_constraint;
    sink_.add(std::move(pin));
    read_hashes(source, line.substr(body.size()));
    return {};
  }

  void read_hashes(const SourcePtr& source, std::string_view options) {
    Pin* pin = sink_.last();
    for (const auto word : split(options, ' ')) {
      if (pin != nullptr && word.starts_with("--hash=")) {
        pin->hashes.push_back(place_of(source, trim(word)).span);
      }
    }
  }

  const FileReader& files_;
  PinSink& sink_;
};

bool matches(std::string_view path) {
  if (!path.ends_with(".txt")) return false;
  const bool is_in_folder = path.starts_with("requirements/");
  return is_in_folder || (path.starts_with("requirements") && path.find('/') == path.npos);
}

Status read(const SourcePtr& source, const FileReader& files, PinSink& sink) {
  return RequirementsReader(files, sink).read(source, false);
}

}  // namespace

const PinFormat& requirements_txt_pins() {
  static constexpr PinFormat kFormat{"requirements.txt", matches, read};
  return kFormat;
}

}  // namespace tizza::release
