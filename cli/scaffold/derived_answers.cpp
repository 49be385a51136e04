#include "scaffold/derived_answers.hpp"

#include <algorithm>
#include <optional>

#include "base/strings.hpp"

namespace tizza::scaffold {
namespace {

using Found = std::map<std::string, std::string>;

/// Fixed text and the names between: `a {{ x }} b {{ y }} c`.
struct Pattern {
  std::vector<std::string> texts;  // one more than names
  std::vector<std::string> names;

  size_t fixed_size() const {
    size_t size = 0;
    for (const std::string& text : texts) size += trim(text).size();
    return size;
  }
};

/// Reads the votes out of one template; lives for one call of derive_answers().
class Deriver {
 public:
  Deriver(const TemplateTree& tree, const Manifest& manifest, const CommittedFiles& files)
      : tree_(tree), syntax_(manifest.syntax), files_(files) {
    for (const Question& question : manifest.questions) {
      if (question.type != QuestionType::kSecret) ids_.push_back(question.id);
    }
  }

  Found run() {
    for (const TemplateFile& file : tree_.files) {
      if (file.is_symlink) continue;
      const bool is_rendered = file.path.ends_with(".jinja");
      const std::string path = is_rendered ? file.path.substr(0, file.path.size() - 6) : file.path;
      const std::string actual = find_path(path);
      if (is_rendered && !actual.empty()) read_lines(file.bytes, files_.text(actual));
    }
    Found best;
    for (const auto& [id, votes] : votes_) {
      const auto most =
          std::max_element(votes.begin(), votes.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      best[id] = most->first;
    }
    return best;
  }

 private:
  /// None where the text has no names, or marks of another kind.
  std::optional<Pattern> read_pattern(std::string_view text) const {
    Pattern pattern;
    if (text.find(syntax_.block_start) != std::string_view::npos) return std::nullopt;
    for (;;) {
      const size_t begin = text.find(syntax_.variable_start);
      if (begin == std::string_view::npos) break;
      const size_t inner = begin + syntax_.variable_start.size();
      const size_t end = text.find(syntax_.variable_end, inner);
      if (end == std::string_view::npos) return std::nullopt;
      std::string name(trim(text.substr(inner, end - inner)));
      if (std::find(ids_.begin(), ids_.end(), name) == ids_.end()) return std::nullopt;
      pattern.texts.emplace_back(text.substr(0, begin));
      pattern.names.push_back(std::move(name));
      text.remove_prefix(end + syntax_.variable_end.size());
    }
    if (pattern.names.empty()) return std::nullopt;
    pattern.texts.emplace_back(text);
    return pattern;
  }

  /// What stands in the places of the names; none where it does not fit, or is nothing.
  static std::optional<Found> match(const Pattern& pattern, std::string_view text) {
    if (!text.starts_with(pattern.texts.front())) return std::nullopt;
    text.remove_prefix(pattern.texts.front().size());
    Found found;
    for (size_t i = 0; i < pattern.names.size(); ++i) {
      const std::string& next = pattern.texts[i + 1];
      const bool is_last = i + 1 == pattern.names.size();
      size_t end = text.size();
      if (is_last && !text.ends_with(next)) return std::nullopt;
      if (is_last) end = text.size() - next.size();
      if (!is_last) end = next.empty() ? std::string_view::npos : text.find(next);
      if (end == std::string_view::npos || end == 0) return std::nullopt;
      std::string value(text.substr(0, end));
      const auto [at, is_new] = found.emplace(pattern.names[i], value);
      if (!is_new && at->second != value) return std::nullopt;
      text.remove_prefix(end + next.size());
    }
    return found;
  }

  /// The project's path that a path of the template stands for; empty where that cannot be told.
  std::string find_path(const std::string& path) {
    if (find_entry(files_.entries(), path)) return path;
    const auto pattern = read_pattern(path);
    if (!pattern) return {};
    std::string found;
    for (const GitTreeEntry& entry : files_.entries()) {
      const auto values = match(*pattern, entry.path);
      const bool fits = values && std::all_of(values->begin(), values->end(), [](const auto& one) {
                          return one.second.find('/') == std::string::npos;
                        });
      if (!fits) continue;
      vote(*values);
      if (found.empty()) found = entry.path;
    }
    return found;
  }

  void read_lines(std::string_view made, std::string_view actual) {
    constexpr size_t kFewest = 3;  // with less of fixed text anything would fit
    const auto lines = split_lines(actual);
    for (const std::string_view line : split_lines(made)) {
      const auto pattern = read_pattern(line);
      if (!pattern || pattern->fixed_size() < kFewest) continue;
      for (const std::string_view candidate : lines) {
        if (const auto values = match(*pattern, candidate)) vote(*values);
      }
    }
  }

  void vote(const Found& values) {
    for (const auto& [id, value] : values) ++votes_[id][value];
  }

  const TemplateTree& tree_;
  const expr::Options& syntax_;
  const CommittedFiles& files_;
  std::vector<std::string> ids_;
  std::map<std::string, std::map<std::string, size_t>> votes_;
};

}  // namespace

std::map<std::string, std::string> derive_answers(const TemplateTree& tree,
                                                  const Manifest& manifest,
                                                  const CommittedFiles& files) {
  return Deriver(tree, manifest, files).run();
}

}  // namespace tizza::scaffold
