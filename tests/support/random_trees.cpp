#include "support/random_trees.hpp"

#include <algorithm>
#include <random>

namespace tizza::testing {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
    lines.push_back(text.substr(start, end - start));
    start = end;
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

bool is_binary(const std::string& bytes) {
  return bytes.find('\0') != std::string::npos;
}

bool is_header(const std::string& line) {
  return line.starts_with('[');
}

/// Changes one tree; lives for one side of one case.
class Side {
 public:
  Side(RandomTree& tree, std::string name, std::mt19937_64& random)
      : tree_(tree), name_(std::move(name)), random_(random) {}

  void change() {
    const size_t times = 1 + below(5);
    for (size_t i = 0; i < times && !tree_.empty(); ++i) change_once();
  }

  /// Those that are still there when all changes are done.
  std::vector<WrittenLine> written() const {
    std::vector<WrittenLine> found;
    for (const std::string& word : words_) {
      for (const auto& [path, file] : tree_) {
        if (file.bytes.find(word) == std::string::npos) continue;
        found.push_back({word, is_binary(file.bytes) ? "" : block_of(file.bytes, word)});
      }
    }
    return found;
  }

 private:
  size_t below(size_t limit) { return limit == 0 ? 0 : static_cast<size_t>(random_() % limit); }

  std::string word() {
    words_.push_back(name_ + "-" + std::to_string(words_.size()) + ".");
    return words_.back();
  }

  RandomTree::iterator any() {
    auto at = tree_.begin();
    std::advance(at, static_cast<long>(below(tree_.size())));
    return at;
  }

  void change_once() {
    switch (below(12)) {
      case 0:
        return rename_file();
      case 1:
        return rename_folder();
      case 2:
        tree_.erase(any());
        return;
      case 3:
        return add_file();
      case 4:
        any()->second.is_executable ^= true;
        return;
      case 5:
        return remove_lines(any()->second);
      case 6:
        return turn_line_ends(any()->second);
      default:
        return write_line(any()->second);
    }
  }

  void rename_file() {
    const auto file = any();
    const std::string to = "named_" + name_ + std::to_string(below(3)) + "/" +
                           file->first.substr(file->first.rfind('/') + 1);
    if (tree_.contains(to)) return;
    tree_[to] = file->second;
    tree_.erase(file);
  }

  void rename_folder() {
    const std::string path = any()->first;
    const std::string folder = path.substr(0, path.find('/') + 1);
    if (folder.empty()) return;
    const std::string to = "moved_" + name_ + "/";
    RandomTree renamed;
    for (const auto& [name, file] : tree_) {
      const bool is_below = name.starts_with(folder);
      renamed[is_below ? to + name.substr(folder.size()) : name] = file;
    }
    tree_ = std::move(renamed);
  }

  void add_file() {
    const std::string folder = any()->first.substr(0, any()->first.rfind('/') + 1);
    // Both sides may choose the same path.
    const std::string path = folder + "added" + std::to_string(below(2)) + ".txt";
    if (tree_.contains(path)) return;
    const bool is_empty = below(6) == 0;
    tree_[path] = {is_empty ? "" : "[added]\ncommon\n" + word() + "\n", false};
  }

  void remove_lines(RandomFile& file) {
    if (is_binary(file.bytes)) return;
    Lines lines = lines_of(file.bytes);
    if (lines.empty()) return;
    const size_t from = below(lines.size());
    const size_t count = std::min(1 + below(4), lines.size() - from);
    lines.erase(lines.begin() + static_cast<long>(from),
                lines.begin() + static_cast<long>(from + count));
    file.bytes = joined(lines);
  }

  void turn_line_ends(RandomFile& file) {
    if (is_binary(file.bytes) || file.bytes.find('\r') != std::string::npos) return;
    std::string turned;
    for (const char letter : file.bytes) turned += letter == '\n' ? "\r\n" : std::string(1, letter);
    file.bytes = turned;
  }

  void write_line(RandomFile& file) {
    if (is_binary(file.bytes)) {
      file.bytes += word();
      return;
    }
    Lines lines = lines_of(file.bytes);
    const bool has_crlf = file.bytes.find('\r') != std::string::npos;
    const std::string line = "    " + word() + (has_crlf ? "\r\n" : "\n");
    const size_t at = below(lines.size() + 1);
    const bool is_replaced = at < lines.size() && !is_header(lines[at]) && below(2) == 0;
    if (at == lines.size() && at > 0 && !lines.back().ends_with('\n')) lines.back() += "\n";
    if (is_replaced) {
      lines[at] = line;
    } else {
      lines.insert(lines.begin() + static_cast<long>(at), line);
    }
    file.bytes = joined(lines);
  }

  RandomTree& tree_;
  std::string name_;
  std::mt19937_64& random_;
  std::vector<std::string> words_;
};

/// Blocks that differ in nothing but their headers.
std::string look_alike_blocks(std::mt19937_64& random, const std::string& name) {
  std::string text;
  const size_t blocks = 2 + random() % 5;
  for (size_t i = 0; i < blocks; ++i) {
    text += "[" + name + " " + std::to_string(i) + "]\ndeps = pytest\ncommands =\n    pytest\n";
    if (random() % 2 == 0) text += "    coverage\n\n";
  }
  return text;
}

RandomFile random_file(std::mt19937_64& random, const std::string& name) {
  RandomFile file;
  switch (random() % 8) {
    case 0:
      break;  // empty, as Python's packages are full of
    case 1:
      file.bytes = std::string("\x89PNG\0\x01", 6) + std::to_string(random() % 1000);
      break;
    case 2:
      for (int i = 0; i < 12; ++i) file.bytes += "line " + std::to_string(i) + "\r\n";
      break;
    case 3:
      file.bytes = "[" + name + "]\nfirst\nsecond\nno end of line";
      break;
    default:
      file.bytes = look_alike_blocks(random, name);
  }
  file.is_executable = random() % 6 == 0;
  return file;
}

}  // namespace

MergeCase random_merge_case(uint64_t seed) {
  std::mt19937_64 random(seed);
  MergeCase made;
  constexpr const char* kFolders[] = {"", "src/", "src/parts/", "docs/", "tests/"};
  const size_t files = 2 + random() % 7;
  for (size_t i = 0; i < files; ++i) {
    const std::string name = "file" + std::to_string(i);
    made.base[kFolders[random() % 5] + name + ".txt"] = random_file(random, name);
  }
  made.ours = made.base;
  made.theirs = made.base;
  Side ours(made.ours, "ours", random);
  ours.change();
  Side theirs(made.theirs, "theirs", random);
  theirs.change();
  made.our_lines = ours.written();
  made.their_lines = theirs.written();
  return made;
}

std::string block_of(const std::string& text, const std::string& word) {
  std::string block;
  for (const std::string& line : lines_of(text)) {
    if (is_header(line)) block = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (line.find(word) != std::string::npos) return block;
  }
  return {};
}

}  // namespace tizza::testing
