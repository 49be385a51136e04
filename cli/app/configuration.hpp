#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "commands/context.hpp"
#include "text/document.hpp"

namespace tizza::app {

struct ConfigKey;

/// What one file says of one key.
struct ConfigValue {
  const ConfigKey* key = nullptr;
  std::vector<std::string> values;  ///< One for all kinds but lists; paths are absolute.
  Location at;
  DocumentPtr document;  ///< Of the file.
  Node node;             ///< The value as it stands there.
};

/// The project's `tizza.yaml` (the nearest one upwards from the working directory) laid over the
/// user's `config.yaml` in the XDG config folder.
class Configuration {
 public:
  /// Absent files say nothing. A file that cannot be read, an unknown key and a value of the wrong
  /// kind are errors with their place.
  static Result<Configuration> load(const commands::Context& context);

  /// The value that holds, or nullptr.
  const ConfigValue* find(std::string_view key) const;

  /// What the project set without being trusted; it does not count.
  const std::vector<ConfigValue>& refused() const { return refused_; }

 private:
  std::vector<ConfigValue> project_;
  std::vector<ConfigValue> user_;
  std::vector<ConfigValue> refused_;
};

/// Whether what is given for a path is none: a URL, or a built-in name such as `spectral:oas`.
bool is_url_or_name(std::string_view text);

/// The nearest `tizza.yaml` from the working directory upwards; empty where there is none.
std::string find_project_file(const commands::Context& context);

/// Where the user's file stands, whether it is there or not.
std::string user_config_file(const Environment& environment);

/// What to tell about a key that an untrusted project set.
Diagnostic refusal(const ConfigValue& value, const Environment& environment);

}  // namespace tizza::app
