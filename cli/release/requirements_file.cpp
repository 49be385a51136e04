#include "release/requirements_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "text/readable_text.hpp"

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

/// PEP 503: `Zope.Interface` and `zope_interface` are one name.
std::string normal_name(std::string_view name) {
  std::string normal;
  for (const char c : to_lower(name)) {
    const bool is_separator = c == '-' || c == '_' || c == '.';
    if (!is_separator) normal += c;
    if (is_separator && !normal.ends_with('-')) normal += '-';
  }
  return normal;
}

Diagnostic finding(const Requirement& requirement, std::string rule, std::string message,
                   std::string help) {
  Diagnostic diagnostic;
  diagnostic.rule = std::move(rule);
  diagnostic.message = std::move(message);
  diagnostic.at = requirement.at;
  diagnostic.help = std::move(help);
  return diagnostic;
}

class RequirementsReader {
 public:
  explicit RequirementsReader(const FileReader& files) : files_(files) {}

  Status read_file(const std::string& path, bool is_constraint = false) {
    if (std::count(result_.files.begin(), result_.files.end(), path) > 0) return {};
    TIZZA_TRY(std::string text, files_.read_file(path));
    const auto source = std::make_shared<const Source>(path, std::move(text));
    TIZZA_CHECK(check_readable(source));
    result_.files.push_back(path);
    const auto all = source->text();
    for (size_t at = text_start(*source); at < all.size();) {
      const size_t end = std::min(all.find('\n', at), all.size());
      TIZZA_CHECK(read_line(source, all.substr(at, end - at), is_constraint));
      at = end + 1;
    }
    return {};
  }

  /// What was read, judged as a whole: a constraint may pin what another file asks for.
  Requirements take() {
    for (auto& line : lines_) {
      if (line.ok()) {
        judge(*line);
        result_.requirements.push_back(*std::move(line));
      } else {
        result_.findings.push_back(line.error().diagnostic);
      }
    }
    return std::move(result_);
  }

 private:
  /// A file that cannot be read is best shown where it is named.
  Status follow(const SourcePtr& source, std::string_view included, bool is_constraint) {
    Status read = read_file(sibling(source->path(), included), is_constraint);
    if (read || read.error().diagnostic.at) return read;
    Error error = std::move(read).error();
    const auto begin = static_cast<uint32_t>(included.data() - source->text().data());
    error.diagnostic.at = {source, {begin, begin + static_cast<uint32_t>(included.size())}};
    return error;
  }

  Status read_line(const SourcePtr& source, std::string_view line, bool is_constraint) {
    line = trim(line.substr(0, comment_start(line)));
    if (line.ends_with('\\')) line = trim(line.substr(0, line.size() - 1));
    if (line.empty()) return {};
    if (const auto included = option_value(line, "-r", "--requirement")) {
      return follow(source, *included, is_constraint);
    }
    if (const auto included = option_value(line, "-c", "--constraint")) {
      return follow(source, *included, true);
    }
    const auto editable = option_value(line, "-e", "--editable");
    if (editable) line = *editable;
    // Hashes and other options of pip: of a requirement, of a continued line, or of the file.
    line = trim(line.substr(0, line.starts_with('-') ? 0 : line.find(" --")));
    if (!line.empty()) add(source, line, is_constraint);
    return {};
  }

  void add(const SourcePtr& source, std::string_view text, bool is_constraint) {
    const auto begin = static_cast<uint32_t>(text.data() - source->text().data());
    auto read = read_requirement(source, {begin, begin + static_cast<uint32_t>(text.size())});
    if (read.ok()) {
      read->is_constraint = is_constraint;
      if (is_constraint && is_pinned(read->kind)) constrained_.insert(normal_name(read->name));
    }
    lines_.push_back(std::move(read));
  }

  bool may_be_unpinned(const Requirement& requirement) const {
    return requirement.is_constraint ||
           (requirement.protocol.empty() && constrained_.contains(normal_name(requirement.name)));
  }

  void judge(const Requirement& requirement) {
    const std::string name = requirement.name.empty()
                                 ? std::string(requirement.at.source->slice(requirement.at.span))
                                 : requirement.name;
    if (requirement.kind == PinKind::kBranch) {
      result_.findings.push_back(
          finding(requirement, "pin-moves",
                  fmt::format("`{}` follows `{}`, which may move", name, requirement.pin),
                  "write a tag or a commit behind the `@`"));
    } else if (requirement.kind == PinKind::kUnpinned && !may_be_unpinned(requirement)) {
      result_.findings.push_back(
          finding(requirement, "pin-absent", fmt::format("`{}` is not pinned", name),
                  requirement.protocol.empty() ? "write the exact version behind `==`"
                                               : "write a tag behind the `@`, or `#sha256=`"));
    }
    if (requirement.protocol == "git+git" || requirement.protocol == "git+http") {
      result_.findings.push_back(
          finding(requirement, "pin-protocol",
                  fmt::format("`{}` comes over `{}`, which anybody on the way can change", name,
                              requirement.protocol),
                  "write `git+https` or `git+ssh`"));
    }
  }

  const FileReader& files_;
  Requirements result_;
  std::vector<Result<Requirement>> lines_;
  std::set<std::string> constrained_;  // names that a constraint pins
};

bool is_requirements_file(const DirectoryEntry& entry, bool in_own_folder) {
  const std::string_view name = entry.name;
  return entry.type != FileType::kDirectory && name.ends_with(".txt") &&
         (in_own_folder || name.starts_with("requirements"));
}

}  // namespace

Result<Requirements> read_requirements(const FileReader& files, const std::string& directory) {
  RequirementsReader reader(files);
  const std::string own_folder = join_path(directory, "requirements");
  for (const std::string& folder : {directory, own_folder}) {
    if (folder == own_folder && !files.is_directory(own_folder)) continue;
    TIZZA_TRY(const auto entries, files.list(folder));
    for (const DirectoryEntry& entry : entries) {
      if (!is_requirements_file(entry, folder == own_folder)) continue;
      TIZZA_CHECK(reader.read_file(normal_path(join_path(folder, entry.name))));
    }
  }
  return reader.take();
}

}  // namespace tizza::release
