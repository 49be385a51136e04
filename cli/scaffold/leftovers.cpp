#include "scaffold/leftovers.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/reader.hpp"

namespace tizza::scaffold {
namespace {

bool is_text(std::string_view bytes) {
  return bytes.find('\0') == std::string_view::npos &&
         utf8::find_invalid(bytes) == std::string::npos;
}

/// Looks through one project; lives for one call of find_leftovers().
class Searcher {
 public:
  Searcher(const Manifest& manifest, const std::string& label, Sink& sink)
      : manifest_(manifest), label_(label), sink_(sink) {
    names_.emplace_back("destination");
    for (const Question& question : manifest.questions) names_.push_back(question.id);
    for (const auto& [key, value] : manifest.computed.entries()) names_.emplace_back(key.text());
    for (const Loop& loop : manifest.loops) names_.push_back(loop.name);
  }

  void search(const TemplateFile& file) {
    const auto source = std::make_shared<Source>(file.path, file.bytes);
    search_names(std::make_shared<Source>(file.path + " (path)", file.path));
    if (file.is_symlink || !is_text(file.bytes)) return;
    const bool has_marks = search_names(source);
    if (!has_marks) read(source);
  }

 private:
  /// Whether there are marks of the template language, whatever they are there for.
  bool search_names(const SourcePtr& source) {
    const auto& syntax = manifest_.syntax;
    const std::string_view text = source->text();
    const bool has_marks = text.find(syntax.variable_start) != std::string_view::npos ||
                           text.find(syntax.block_start) != std::string_view::npos;
    if (!has_marks) return false;
    // What does not parse belongs to another language that looks alike.
    const auto used = expr::free_names(source, syntax);
    if (!used) return true;
    for (const auto& [name, at, is_template] : *used) {
      const bool is_ours =
          !is_template && std::find(names_.begin(), names_.end(), name) != names_.end();
      if (!is_ours) continue;
      report("leftover", at, "`" + name + "` was not rendered here",
             "files are rendered whose names end in `.jinja`; `raw` keeps what is meant so");
    }
    return true;
  }

  void read(const SourcePtr& source) {
    constexpr std::array<std::string_view, 4> kEndings = {".json", ".yaml", ".yml", ".toml"};
    const bool is_data =
        std::any_of(kEndings.begin(), kEndings.end(),
                    [&](std::string_view ending) { return source->path().ends_with(ending); });
    // Several documents in one file are fine for those who read them; we would only refuse them.
    const bool has_documents = source->text().find("\n---") != std::string_view::npos;
    if (!is_data || has_documents) return;
    ReadOptions options;
    options.merge_keys = true;
    const auto document = read_document(source, options);
    if (document) return;
    Diagnostic finding = document.error().diagnostic;
    finding.help = "made with " + label_;
    sink_.report(std::move(finding));
  }

  void report(std::string rule, Location at, std::string message, std::string help) {
    Diagnostic finding;
    finding.rule = std::move(rule);
    finding.at = std::move(at);
    finding.message = std::move(message);
    finding.help = std::move(help) + " (made with " + label_ + ")";
    sink_.report(std::move(finding));
  }

  const Manifest& manifest_;
  const std::string& label_;
  Sink& sink_;
  std::vector<std::string> names_;
};

}  // namespace

void find_leftovers(const Manifest& manifest, const Project& project, const std::string& label,
                    Sink& sink) {
  Searcher searcher(manifest, label, sink);
  for (const TemplateFile& file : project) searcher.search(file);
}

}  // namespace tizza::scaffold
