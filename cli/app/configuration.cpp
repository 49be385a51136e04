#include "app/configuration.hpp"

#include <algorithm>

#include "app/config_keys.hpp"
#include "base/folders.hpp"
#include "base/near_names.hpp"
#include "base/paths.hpp"
#include "schema/builtin.hpp"
#include "text/reader.hpp"

namespace tizza::app {
namespace {

constexpr std::string_view kProjectFile = "tizza.yaml";

/// Reads one file into values of known keys.
class ConfigReader {
 public:
  ConfigReader(DocumentPtr document, std::string folder, std::string home)
      : document_(std::move(document)), folder_(std::move(folder)), home_(std::move(home)) {}

  Result<std::vector<ConfigValue>> read() {
    const Node root = document_->root();
    if (root.is_null()) return std::move(values_);
    if (!root.is_mapping()) {
      return failure_at(root.location(), "config", "a configuration is a mapping",
                        "`tizza config list` shows the keys");
    }
    TIZZA_CHECK(read_mapping(root, ""));
    return std::move(values_);
  }

 private:
  Status read_mapping(Node mapping, const std::string& prefix) {
    for (const auto& [key, value] : mapping.entries()) {
      const std::string name = prefix + std::string(key.text());
      if (const ConfigKey* row = find_config_key(name)) {
        TIZZA_TRY(auto read, read_value(value, *row));
        values_.push_back({row, std::move(read), value.location(), document_, value});
      } else if (is_prefix(name) && value.is_mapping()) {
        TIZZA_CHECK(read_mapping(value, name + "."));
      } else if (!name.starts_with("x-") && name != "apiVersion") {
        return unknown_key(key, name);
      }
    }
    return {};
  }

  static bool is_prefix(const std::string& name) {
    const auto rows = config_keys();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const ConfigKey& row) { return row.key.starts_with(name + "."); });
  }

  static Error unknown_key(Node key, const std::string& name) {
    std::vector<std::string> names;
    for (const ConfigKey& row : config_keys()) names.emplace_back(row.key);
    std::string help = near_names_help(name, names);
    if (help.empty()) help = "`tizza config list` shows the keys";
    return failure_at(key.location(), "config", "unknown key `" + name + "`", std::move(help));
  }

  Result<std::vector<std::string>> read_value(Node value, const ConfigKey& row) const {
    const bool is_list = row.kind == ConfigKind::kList || row.kind == ConfigKind::kPaths;
    std::vector<std::string> values;
    if (row.kind == ConfigKind::kTree) return std::vector<std::string>{std::string(value.raw())};
    if (is_list && value.is_sequence()) {
      for (const Node item : value.items()) {
        TIZZA_TRY(auto text, read_scalar(item, row));
        values.push_back(std::move(text));
      }
      return values;
    }
    TIZZA_TRY(auto text, read_scalar(value, row));
    values.push_back(std::move(text));
    return values;
  }

  Result<std::string> read_scalar(Node value, const ConfigKey& row) const {
    if (!value.is_scalar() || value.is_null()) {
      return failure_at(value.location(), "config", "`" + std::string(row.key) + "` needs a value");
    }
    if (row.kind == ConfigKind::kSwitch && !value.is_bool()) {
      return failure_at(value.location(), "config",
                        "`" + std::string(row.key) + "` is `true` or `false`, not `" +
                            std::string(value.text()) + "`");
    }
    if (row.kind == ConfigKind::kNumber && !value.as_int()) {
      return failure_at(value.location(), "config",
                        "`" + std::string(row.key) + "` is a whole number, not `" +
                            std::string(value.text()) + "`");
    }
    std::string text(value.text());
    const bool is_path = row.kind == ConfigKind::kPath || row.kind == ConfigKind::kPaths;
    return is_path ? absolute(text) : text;
  }

  std::string absolute(const std::string& path) const {
    if (is_url_or_name(path)) return path;
    if (path == "~" || path.starts_with("~/")) return normal_path(home_ + path.substr(1));
    return normal_path(join_path(folder_, path));
  }

  DocumentPtr document_;
  std::string folder_;
  std::string home_;
  std::vector<ConfigValue> values_;
};

/// What the schema says of values whose kind is right.
Status check_values(const Document& document) {
  Findings findings;
  if (schema::check(document, "config", findings)) return {};
  return Error{findings.take().front()};
}

/// `shown` is the name for messages.
Result<std::vector<ConfigValue>> read_config(const std::string& file, const std::string& shown,
                                             const commands::Context& context) {
  TIZZA_TRY(std::string text, context.files.read_file(file));
  auto document = read_yaml(std::make_shared<Source>(shown, std::move(text)));
  if (!document) {
    // Broken syntax is no finding here: without its settings a command cannot run.
    Error error = std::move(document).error();
    error.verdict = Verdict::kCouldNotRun;
    return error;
  }
  ConfigReader reader(*document, parent_path(file), context.environment.home());
  TIZZA_TRY(auto values, reader.read());
  TIZZA_CHECK(check_values(**document));
  return values;
}

const ConfigValue* find_in(const std::vector<ConfigValue>& values, std::string_view key) {
  for (const ConfigValue& value : values) {
    if (value.key->key == key) return &value;
  }
  return nullptr;
}

bool is_below(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder == "/" ? folder : folder + "/");
}

bool is_trusted(const std::string& folder, const ConfigValue* trusted_folders) {
  if (trusted_folders == nullptr) return false;
  const auto& folders = trusted_folders->values;
  return std::any_of(folders.begin(), folders.end(),
                     [&](const std::string& trusted) { return is_below(folder, trusted); });
}

/// Whether a project may set this.
bool may_set(const ConfigValue& value, const std::string& folder, bool trusted) {
  const ConfigKey& key = *value.key;
  if (key.trust == ConfigTrust::kUserOnly) return false;
  if (key.trust == ConfigTrust::kAnyone || trusted) return true;
  return key.kind == ConfigKind::kPath && is_below(value.values.front(), folder);
}

}  // namespace

bool is_url_or_name(std::string_view text) {
  if (text.find("://") != std::string_view::npos) return true;
  return text.find(':') != std::string_view::npos && text.find('/') == std::string_view::npos;
}

std::string user_config_file(const Environment& environment) {
  return join_path(config_folder(environment), "config.yaml");
}

std::string find_project_file(const commands::Context& context) {
  for (std::string folder = context.environment.working_directory();;) {
    std::string file = join_path(folder, kProjectFile);
    if (context.files.exists(file)) return file;
    const std::string parent = parent_path(folder);
    if (parent.empty() || parent == folder) return {};
    folder = parent;
  }
}

Result<Configuration> Configuration::load(const commands::Context& context) {
  Configuration result;
  const std::string user_file = user_config_file(context.environment);
  if (context.files.exists(user_file) || context.files.is_denied(user_file)) {
    TIZZA_TRY(result.user_, read_config(user_file, user_file, context));
  }
  const std::string project_file = find_project_file(context);
  if (project_file.empty()) return result;
  const std::string shown = relative_path(project_file, context.environment.working_directory());
  TIZZA_TRY(auto project, read_config(project_file, shown, context));
  const std::string folder = parent_path(project_file);
  const bool trusted = is_trusted(folder, find_in(result.user_, "trusted-folders"));
  for (ConfigValue& value : project) {
    const bool counts = may_set(value, folder, trusted);
    (counts ? result.project_ : result.refused_).push_back(std::move(value));
  }
  return result;
}

const ConfigValue* Configuration::find(std::string_view key) const {
  const ConfigValue* value = find_in(project_, key);
  return value != nullptr ? value : find_in(user_, key);
}

Diagnostic refusal(const ConfigValue& value, const Environment& environment) {
  Diagnostic diagnostic;
  diagnostic.rule = "untrusted-config";
  diagnostic.severity = Severity::kWarn;
  diagnostic.message = "`" + std::string(value.key->key) + "` does not count here";
  diagnostic.at = value.at;
  diagnostic.help = value.key->trust == ConfigTrust::kUserOnly
                        ? "only `" + user_config_file(environment) + "` can set it"
                        : "add this folder to `trusted-folders` in `" +
                              user_config_file(environment) + "` to trust it";
  return diagnostic;
}

}  // namespace tizza::app
