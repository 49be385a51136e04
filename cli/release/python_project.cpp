#include "release/python_project.hpp"

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "release/index/core_metadata.hpp"
#include "release/python_module.hpp"
#include "text/reader.hpp"

namespace tizza::release {
namespace {

SourcePtr read_source(const FileReader& files, const std::string& folder, std::string_view name) {
  const std::string path = join_path(folder, name);
  if (!files.exists(path)) return nullptr;
  auto text = files.read_file(path);
  return text.ok() ? std::make_shared<const Source>(path, *std::move(text)) : nullptr;
}

std::string name_in_pyproject(const SourcePtr& source) {
  const auto document = read_toml(source);
  if (!document.ok()) return {};
  const Node root = (*document)->root();
  const Node name = root["project"]["name"];
  return std::string(name ? name.text() : root["tool"]["poetry"]["name"].text());
}

std::string name_in_setup_cfg(const SourcePtr& source) {
  bool is_metadata = false;
  for (const auto line : split_lines(source->text())) {
    if (line.starts_with('[')) is_metadata = trim(line) == "[metadata]";
    const size_t equals = line.find('=');
    if (!is_metadata || equals == std::string_view::npos) continue;
    if (trim(line.substr(0, equals)) == "name") return std::string(trim(line.substr(equals + 1)));
  }
  return {};
}

std::string name_in_setup_py(const SourcePtr& source) {
  const auto module = PythonModule::read(source);
  if (!module.ok()) return {};
  const auto is_packaging = [](std::string_view name) {
    return name == "setuptools" || name == "core";
  };
  const auto calls = module->calls("setup", "name", is_packaging);
  if (calls.size() != 1 || calls[0].arguments.size() != 1) return {};
  const auto name = module->evaluate(calls[0].arguments[0]);
  return name.ok() ? name->text : "";
}

}  // namespace

bool is_python_project(const FileReader& files, const std::string& folder) {
  return files.exists(join_path(folder, "pyproject.toml")) ||
         files.exists(join_path(folder, "setup.py"));
}

std::string python_project_name(const FileReader& files, const std::string& folder) {
  constexpr std::pair<std::string_view, std::string (*)(const SourcePtr&)> kReaders[] = {
      {"pyproject.toml", name_in_pyproject},
      {"setup.cfg", name_in_setup_cfg},
      {"setup.py", name_in_setup_py}};
  for (const auto& [file, name_in] : kReaders) {
    const SourcePtr source = read_source(files, folder, file);
    if (source == nullptr) continue;
    if (const std::string name = name_in(source); !name.empty()) return normalised_project(name);
  }
  return {};
}

}  // namespace tizza::release
