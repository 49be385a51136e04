#include "scaffold/rendering.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "scaffold/interpolate.hpp"
#include "text/file_glob.hpp"

namespace tizza::scaffold {
namespace {

constexpr std::string_view kRendered = ".jinja";
constexpr size_t kMostProjectBytes = 512u << 20;
constexpr size_t kLongestPath = 4096;
// All files of a template together: a hostile one with many files must end as well.
constexpr uint64_t kMostSteps = 50'000'000;

/// Renders one template; lives for one call of render_project().
class ProjectRenderer {
 public:
  ProjectRenderer(const TemplateTree& tree, const Manifest& manifest)
      : tree_(tree), manifest_(manifest), syntax_(manifest.syntax) {
    syntax_.steps_left = &steps_left_;
    syntax_.loader = [this](const std::string& name) { return load_part(name); };
  }

  Result<Project> run(const Value& context) {
    TIZZA_CHECK(read_exclusions(context));
    for (const TemplateFile& file : tree_.files) {
      if (is_excluded(file.path)) continue;
      const Loop* loop = loop_of(file.path);
      TIZZA_CHECK(loop ? add_items(file, *loop, context) : add(file, context));
    }
    std::sort(project_.begin(), project_.end(),
              [](const TemplateFile& a, const TemplateFile& b) { return a.path < b.path; });
    TIZZA_CHECK(check_paths());
    return std::move(project_);
  }

 private:
  Status read_exclusions(const Value& context) {
    for (const Node pattern : manifest_.exclude.items()) {
      TIZZA_TRY(std::string text, expr::render(pattern, context, syntax_));
      if (!text.empty()) exclusions_.push_back(std::move(text));
    }
    return {};
  }

  bool is_excluded(const std::string& path) const {
    return std::any_of(exclusions_.begin(), exclusions_.end(),
                       [&](const std::string& glob) { return glob_matches(glob, path); });
  }

  const Loop* loop_of(const std::string& path) const {
    for (const Loop& loop : manifest_.loops) {
      if (loop.file == path) return &loop;
    }
    return nullptr;
  }

  Status add_items(const TemplateFile& file, const Loop& loop, const Value& context) {
    TIZZA_TRY(const Value list, expr::evaluate(loop.list, context, syntax_));
    if (!list.as_list()) {
      return failure_at(loop.list.location(), "template", "`for_each` does not give a list");
    }
    Value inner = context;
    for (const Value& item : *list.as_list()) {
      inner.set(loop.name, item);
      TIZZA_CHECK(add(file, inner));
    }
    return {};
  }

  Status add(const TemplateFile& file, const Value& context) {
    TIZZA_TRY(std::string path, render_path(file.path, context));
    if (path.empty()) return {};
    TemplateFile made = file;
    made.path = std::move(path);
    if (file.is_symlink) {
      TIZZA_CHECK(check_link(made));
    } else if (file.path.ends_with(kRendered)) {
      made.path.resize(made.path.size() - kRendered.size());
      TIZZA_CHECK(check_part(file.path, file_name(made.path)));
      TIZZA_TRY(made.bytes, expr::render(source_of(file), context, syntax_));
    }
    bytes_ += made.bytes.size();
    if (bytes_ > kMostProjectBytes) {
      return file_failure("template", in_files(file.path), "the project grows above 512 MiB");
    }
    if (project_.size() >= kMostFiles) {
      return file_failure("template", in_files(file.path), "the project has too many files");
    }
    project_.push_back(std::move(made));
    return {};
  }

  std::string in_files(const std::string& path) const {
    return join_path(tree_.folder, "files/" + path);
  }

  SourcePtr source_of(const TemplateFile& file) const {
    return std::make_shared<Source>(in_files(file.path), file.bytes);
  }

  /// Empty where a part comes to nothing: then the file is left out.
  Result<std::string> render_path(const std::string& path, const Value& context) {
    std::string result;
    for (const auto part : split(path, '/')) {
      std::string text(part);
      if (part.find(syntax_.variable_start) != std::string_view::npos ||
          part.find(syntax_.block_start) != std::string_view::npos) {
        const auto source = std::make_shared<Source>(in_files(path) + " (path)", text);
        TIZZA_TRY(text, expr::render(source, context, syntax_));
        const bool is_nothing = text.empty() || text == kRendered;
        if (is_nothing) return std::string();
      }
      TIZZA_CHECK(check_part(path, text));
      result += result.empty() ? "" : "/";
      result += text;
    }
    return result;
  }

  Status check_part(const std::string& path, const std::string& part) const {
    // A rendered part may bring more parts along, but none that leads out of the project.
    for (const auto piece : split(part, '/')) {
      const bool is_bad = piece.empty() || piece == "." || piece == ".." || piece == ".git" ||
                          piece.find('\0') != std::string_view::npos || part.size() > kLongestPath;
      if (!is_bad) continue;
      const std::string reason =
          piece == ".git" ? "which belongs to git alone" : "which leaves the project";
      return file_failure("template", in_files(path),
                          "path `" + path + "` renders to `" + part + "`, " + reason,
                          "let the answers it is made of be checked by `validate`");
    }
    return {};
  }

  Status check_link(const TemplateFile& link) const {
    const std::string lands = normal_path(join_path(parent_path(link.path), link.bytes));
    if (!link.bytes.starts_with('/') && lands != ".." && !lands.starts_with("../")) return {};
    return file_failure("template", in_files(link.path),
                        "link `" + link.path + "` leaves the project for `" + link.bytes + "`");
  }

  /// No two files at one path, and no file where another needs a folder.
  Status check_paths() const {
    for (size_t i = 0; i + 1 < project_.size(); ++i) {
      const std::string& path = project_[i].path;
      if (project_[i + 1].path == path) {
        return file_failure("template", tree_.folder, "two files render to `" + path + "`",
                            "give them different paths, or exclude one");
      }
      const auto below = std::lower_bound(
          project_.begin(), project_.end(), path + "/",
          [](const TemplateFile& file, const std::string& key) { return file.path < key; });
      if (below != project_.end() && below->path.starts_with(path + "/")) {
        return file_failure(
            "template", tree_.folder,
            "`" + path + "` is a file, and `" + below->path + "` needs it as a folder");
      }
    }
    return {};
  }

  Result<SourcePtr> load_part(const std::string& name) const {
    if (const TemplateFile* part = find_part(tree_, manifest_, name)) {
      return SourcePtr(std::make_shared<Source>(join_path(tree_.folder, part->path), part->bytes));
    }
    return file_failure("template", tree_.folder, "the template has no part `" + name + "`",
                        "parts stand beside `files`, in the folders that `includes` names");
  }

  const TemplateTree& tree_;
  const Manifest& manifest_;
  expr::Options syntax_;
  uint64_t steps_left_ = kMostSteps;
  std::vector<std::string> exclusions_;
  Project project_;
  size_t bytes_ = 0;
};

bool is_text(std::string_view bytes) {
  constexpr size_t kLooked = 8192;
  return bytes.substr(0, kLooked).find('\0') == std::string_view::npos;
}

}  // namespace

const TemplateFile* find_part(const TemplateTree& tree, const Manifest& manifest,
                              const std::string& name) {
  std::vector<std::string> folders = manifest.part_folders;
  folders.emplace_back();
  for (const std::string& folder : folders) {
    const std::string path = normal_path(join_path(folder, name));
    for (const TemplateFile& part : tree.parts) {
      if (part.path == path && !part.is_symlink) return &part;
    }
  }
  return nullptr;
}

const TemplateFile* find_file(const Project& project, std::string_view path) {
  const auto at = std::lower_bound(
      project.begin(), project.end(), path,
      [](const TemplateFile& file, std::string_view key) { return file.path < key; });
  return at != project.end() && at->path == path ? &*at : nullptr;
}

Result<Project> render_project(const TemplateTree& tree, const Manifest& manifest,
                               const Value& context) {
  return ProjectRenderer(tree, manifest).run(context);
}

std::string tree_hash(const Project& project) {
  Sha256 hash;
  for (const TemplateFile& file : project) {
    const char* kind = file.is_symlink ? "link" : file.mode & 0111 ? "executable" : "file";
    hash.update(std::string(kind) + ' ' + std::to_string(file.bytes.size()) + ' ' + file.path);
    hash.update(std::string_view("\0", 1));
    hash.update(file.bytes);
  }
  return hash.finish();
}

void find_fill_ins(const std::string& path, std::string_view bytes,
                   const std::vector<std::string>& markers, std::vector<FillIn>& found) {
  const bool has_any = std::any_of(markers.begin(), markers.end(), [&](const std::string& marker) {
    return bytes.find(marker) != std::string_view::npos;
  });
  if (!has_any || !is_text(bytes)) return;
  uint32_t number = 0;
  for (const auto line : split_lines(bytes)) {
    ++number;
    for (const std::string& marker : markers) {
      const size_t at = line.find(marker);
      if (at == std::string_view::npos) continue;
      const auto column = static_cast<uint32_t>(utf8::count_code_points(line.substr(0, at))) + 1;
      found.push_back({path, {number, column}, std::string(trim(line.substr(at)))});
      break;
    }
  }
}

std::vector<FillIn> find_fill_ins(const Project& project, const std::vector<std::string>& markers) {
  std::vector<FillIn> found;
  for (const TemplateFile& file : project) {
    if (!file.is_symlink) find_fill_ins(file.path, file.bytes, markers, found);
  }
  return found;
}

}  // namespace tizza::scaffold
