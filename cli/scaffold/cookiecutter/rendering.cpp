#include "scaffold/cookiecutter/rendering.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/paths.hpp"
#include "base/strings.hpp"

namespace tizza::scaffold::cookiecutter {
namespace {

constexpr size_t kMostProjectBytes = 512u << 20;
constexpr uint64_t kMostSteps = 50'000'000;

/// CR LF and CR as LF: templates are rendered so, and get their line ends back afterwards.
std::string with_line_feeds(std::string_view text) {
  return replace_all(replace_all(text, "\r\n", "\n"), "\r", "\n");
}

/// The line end of a file: of mixed ones LF before CR before CR LF; LF where there is none.
std::string line_end_of(std::string_view text) {
  constexpr size_t kLooked = 8192;
  std::string_view head = text.substr(0, kLooked);
  bool has_lf = false, has_cr = false, has_crlf = false;
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\r') {
      const bool is_pair = i + 1 < text.size() && text[i + 1] == '\n';
      (is_pair ? has_crlf : has_cr) = true;
      i += is_pair ? 1 : 0;
    } else if (head[i] == '\n') {
      has_lf = true;
    }
  }
  // Python lists CR before LF where both stand alone.
  if (has_cr) return "\r";
  return has_crlf && !has_lf ? "\r\n" : "\n";
}

/// Renders one template; lives for one call of render().
class Renderer {
 public:
  Renderer(const TemplateTree& tree, const Settings& settings, Value context)
      : tree_(tree), context_(std::move(context)), syntax_(settings.syntax) {
    syntax_.steps_left = &steps_left_;
    syntax_.changes = &context_;
    for (const TemplateFile& file : tree.parts) files_.emplace(file.path, &file);
    const Value patterns = context_["cookiecutter"]["_copy_without_render"];
    if (const auto* list = patterns.as_list()) {
      for (const Value& pattern : *list) {
        if (const auto* text = pattern.as_string()) copied_.push_back(*text);
      }
    }
  }

  Result<Made> run() {
    TIZZA_TRY(root_, find_root());
    syntax_.loader = [this](const std::string& name) { return load(name); };
    TIZZA_TRY(made_.name, render_text(root_, root_ + " (path)"));
    TIZZA_CHECK(check_path(root_, made_.name));
    TIZZA_TRY(made_.before, find_hooks(tree_, "pre_gen_project", context_, syntax_));
    folders_.insert("");
    TIZZA_CHECK(walk(""));
    TIZZA_TRY(made_.after, find_hooks(tree_, "post_gen_project", context_, syntax_));
    for (auto& [path, file] : project_) made_.project.push_back(std::move(file));
    return std::move(made_);
  }

 private:
  /// The folder whose name holds `cookiecutter` in the marks of an expression.
  Result<std::string> find_root() const {
    for (const auto& [path, file] : files_) {
      const std::string top(path.substr(0, path.find('/')));
      const bool is_root = top.size() < path.size() &&
                           top.find("cookiecutter") != std::string::npos &&
                           top.find(syntax_.variable_start) != std::string::npos &&
                           top.find(syntax_.variable_end) != std::string::npos;
      if (is_root) return top;
    }
    return file_failure("template", tree_.folder,
                        "the template has no folder whose name holds `cookiecutter` in " +
                            syntax_.variable_start + " " + syntax_.variable_end);
  }

  std::string in_root(const std::string& path) const { return join_path(root_, path); }

  /// What stands directly in a folder of the template.
  struct Children {
    std::set<std::string> folders;
    std::set<std::string> files;
  };
  Children children_of(const std::string& folder) const {
    Children children;
    const std::string start = (folder.empty() ? root_ : in_root(folder)) + "/";
    for (auto at = files_.lower_bound(start); at != files_.end() && at->first.starts_with(start);
         ++at) {
      const std::string rest = at->first.substr(start.size());
      const size_t slash = rest.find('/');
      if (slash == std::string::npos) {
        children.files.insert(rest);
      } else {
        children.folders.insert(rest.substr(0, slash));
      }
    }
    return children;
  }

  Status walk(const std::string& folder) {
    const Children children = children_of(folder);
    std::vector<std::string> entered;
    for (const std::string& name : children.folders) {
      const std::string path = join_path(folder, name);
      if (!is_copied(path)) {
        entered.push_back(path);
        continue;
      }
      TIZZA_CHECK(copy_folder(path));
    }
    for (const std::string& path : entered) TIZZA_CHECK(make_folder(path));
    for (const std::string& name : children.files) TIZZA_CHECK(make_file(join_path(folder, name)));
    for (const std::string& path : entered) TIZZA_CHECK(walk(path));
    return {};
  }

  bool is_copied(const std::string& path) const {
    return std::any_of(copied_.begin(), copied_.end(),
                       [&](const std::string& pattern) { return matches_pattern(path, pattern); });
  }

  Status copy_folder(const std::string& path) {
    TIZZA_TRY(const std::string to, render_path(path));
    const std::string start = in_root(path) + "/";
    for (auto at = files_.lower_bound(start); at != files_.end() && at->first.starts_with(start);
         ++at) {
      TIZZA_CHECK(add(to + "/" + at->first.substr(start.size()), *at->second, at->second->bytes));
    }
    add_folders(to);
    return {};
  }

  Status make_folder(const std::string& path) {
    TIZZA_TRY(const std::string to, render_path(path));
    if (folders_.contains(to)) {
      return error_at(path,
                      "folder `" + path + "` renders to `" + to + "`, which is there already");
    }
    folders_.insert(to);
    return {};
  }

  Status make_file(const std::string& path) {
    TIZZA_TRY(const TemplateFile* file, resolve(in_root(path)));
    TIZZA_TRY(const std::string to, render_path(path));
    if (is_copied(path)) return add(to, *file, file->bytes);
    if (to.ends_with('/') || folders_.contains(normal_or_empty(to))) return {};
    if (is_binary(path, file->bytes)) return add(to, *file, file->bytes);
    TIZZA_TRY(std::string text, render_text(file->bytes, in_root(path)));
    return add(to, *file, replace_all(text, "\n", line_end(file->bytes)));
  }

  std::string line_end(std::string_view bytes) const {
    const Value wanted = context_["cookiecutter"]["_new_lines"];
    const auto* text = wanted.as_string();
    return text && !text->empty() ? *text : line_end_of(bytes);
  }

  static std::string normal_or_empty(const std::string& path) {
    const std::string normal = normal_path(path);
    return normal == "." ? "" : normal;
  }

  Result<std::string> render_path(const std::string& path) {
    TIZZA_TRY(std::string to, render_text(path, in_root(path) + " (path)"));
    if (to.empty() || to.ends_with('/')) return to;
    TIZZA_CHECK(check_path(path, to));
    return normal_or_empty(to);
  }

  Status check_path(const std::string& path, const std::string& to) const {
    for (const auto part : split(to, '/')) {
      const bool is_bad =
          part == ".." || part == ".git" || part.find('\0') != std::string_view::npos;
      if (is_bad || to.starts_with('/')) {
        return error_at(path, "`" + path + "` renders to `" + to + "`, which leaves the project");
      }
    }
    if (!to.empty()) return {};
    return error_at(path, "`" + path + "` renders to nothing");
  }

  /// Links lead to what they name, for they are copied as what stands there.
  Result<const TemplateFile*> resolve(std::string path) const {
    constexpr int kMostLinks = 8;
    for (int i = 0; i < kMostLinks; ++i) {
      const auto found = files_.find(path);
      if (found == files_.end()) break;
      if (!found->second->is_symlink) return found->second;
      path = normal_path(join_path(parent_path(path), found->second->bytes));
    }
    return error_at(path, "a link leads to `" + path + "`, which is no file of the template");
  }

  Result<std::string> render_text(std::string_view text, const std::string& path) {
    const auto source =
        std::make_shared<Source>(join_path(tree_.folder, path), with_line_feeds(text));
    return expr::render(source, context_, syntax_);
  }

  void add_folders(const std::string& path) {
    for (std::string folder = path; !folder.empty(); folder = parent_path(folder)) {
      folders_.insert(folder);
    }
  }

  Status add(const std::string& path, const TemplateFile& like, std::string bytes) {
    const std::string parent = parent_path(path);
    if (!folders_.contains(parent)) add_folders(parent);
    bytes_ += bytes.size();
    if (bytes_ > kMostProjectBytes) return error_at(path, "the project grows above 512 MiB");
    if (project_.size() >= kMostFiles) return error_at(path, "the project has too many files");
    TemplateFile made = like;
    made.path = path;
    made.bytes = std::move(bytes);
    project_.insert_or_assign(path, std::move(made));
    return {};
  }

  Error error_at(const std::string& path, std::string message) const {
    const std::string at = path == root_ ? root_ : in_root(path);
    return file_failure("template", join_path(tree_.folder, at), std::move(message));
  }

  /// A file beside the one that includes it, or one of the folder `templates`.
  Result<SourcePtr> load(const std::string& name) const {
    const bool leaves = name.find("..") != std::string::npos;
    for (const std::string& folder : {root_, std::string("templates")}) {
      const auto found = files_.find(normal_path(folder + "/" + name));
      if (leaves || found == files_.end()) continue;
      return SourcePtr(std::make_shared<Source>(join_path(tree_.folder, found->first),
                                                with_line_feeds(found->second->bytes)));
    }
    return file_failure("template", tree_.folder, "the template has no file `" + name + "`",
                        "parts stand in the project's folder or in `templates`");
  }

  const TemplateTree& tree_;
  Value context_;
  expr::Options syntax_;
  uint64_t steps_left_ = kMostSteps;
  std::map<std::string, const TemplateFile*> files_;
  std::vector<std::string> copied_;
  std::string root_;
  std::set<std::string> folders_;
  std::map<std::string, TemplateFile> project_;
  size_t bytes_ = 0;
  Made made_;
};

}  // namespace

Result<Made> render(const TemplateTree& tree, const Settings& settings, Value context) {
  return Renderer(tree, settings, std::move(context)).run();
}

Result<std::vector<Hook>> find_hooks(const TemplateTree& tree, const std::string& name,
                                     Value& context, const expr::Options& syntax) {
  constexpr std::string_view kFolder = "hooks/";
  std::vector<Hook> hooks;
  for (const TemplateFile& file : tree.parts) {
    if (!file.path.starts_with(kFolder) || file.path.ends_with('~') || file.is_symlink) continue;
    const std::string base = file.path.substr(kFolder.size());
    if (base.substr(0, base.rfind('.')) != name || base.find('/') != std::string::npos) continue;
    const auto source =
        std::make_shared<Source>(join_path(tree.folder, file.path), with_line_feeds(file.bytes));
    TIZZA_TRY(std::string script, expr::render(source, context, syntax));
    hooks.push_back({base, std::move(script)});
  }
  return hooks;
}

}  // namespace tizza::scaffold::cookiecutter
