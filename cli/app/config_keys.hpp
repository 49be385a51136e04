#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace tizza::app {

enum class ConfigKind : uint8_t {
  kText,
  kSwitch,  ///< `true` or `false`.
  kPath,    ///< Relative to the folder of the file that says it; `~/` is the home; a URL stays.
  kNumber,
  kList,   ///< Texts.
  kPaths,  ///< A list of paths.
  kTree,   ///< A mapping that its command reads by itself.
};

/// Who may set a key. A cloned project is somebody else's word: what runs commands, redirects
/// writes or reaches the network counts there only where the user trusts its folder, or where it is
/// a path inside that folder.
enum class ConfigTrust : uint8_t { kAnyone, kTrustedProjects, kUserOnly };

struct ConfigKey {
  std::string_view key;  ///< Dots stand for nesting: `validate.fail-on`.
  ConfigKind kind;
  ConfigTrust trust;
  std::string_view summary;
};

/// Every key of `tizza.yaml` and `config.yaml`, in the order in which they are listed. A flag's
/// `config_key` is one of them.
std::span<const ConfigKey> config_keys();

/// The row with exactly this key, or nullptr.
const ConfigKey* find_config_key(std::string_view key);

}  // namespace tizza::app
