#pragma once
#include <string>

#include "base/result.hpp"
#include "scaffold/template_tree.hpp"

namespace tizza::scaffold {

/// Puts a template together, file by file, wherever they come from: keeps the limits and refuses
/// links that leave the template.
class TreeBuilder {
 public:
  explicit TreeBuilder(TemplateTree& tree) : tree_(tree) {}

  /// `file.path` is below the template's folder.
  Status add(TemplateFile file);

  /// Sorts what was added. An error where there was no manifest; `name` is what the user named.
  Status finish(const std::string& name);

 private:
  void become_cookiecutter();

  TemplateTree& tree_;
  size_t count_ = 0;
  size_t bytes_ = 0;
};

}  // namespace tizza::scaffold
