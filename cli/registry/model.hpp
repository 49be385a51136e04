#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "text/document.hpp"
#include "text/value.hpp"

/// The service registry: one file that people write, with others that it includes, from which every
/// command reads who owns what, where it lives and how to reach it.
namespace tizza::registry {

/// The format that this version reads: what `apiVersion` must say.
inline constexpr std::string_view kApiVersion = "tizza/v1";

/// The name under which a registry is looked for.
inline constexpr std::string_view kFileName = "tizza-registry.yaml";

/// The tables of a registry. `Kind` is also the index into Registry's tables.
enum class Kind : uint8_t { kTeam, kPerson, kService, kPackage, kTemplate, kPlaybook };
inline constexpr size_t kKindCount = 6;

struct KindInfo {
  Kind kind;
  std::string_view section;   ///< The key in the file: `services`.
  std::string_view singular;  ///< In messages: `service`.
};

/// All kinds, in the order of the enum.
std::span<const KindInfo, kKindCount> kinds();
const KindInfo& info(Kind kind);

/// Whether a text can name an entry: `[a-z0-9][a-z0-9-]{0,62}`.
bool is_name(std::string_view name);

/// One entry of a table: a team, a service, …
struct Item {
  Kind kind = Kind::kService;
  Node key;
  Node value;  ///< A mapping, unless the file is wrong: then looking things up finds nothing.

  std::string name() const { return std::string(key.text()); }
  std::string_view text(std::string_view field) const { return value[field].text(); }
  /// A field by its dotted name, such as `links.graphs`; nothing where there is none.
  Node field(std::string_view name) const;
  /// The texts of a field that is a list, or the one text of a field that is a scalar.
  std::vector<std::string> texts(std::string_view field) const;
};

/// A loaded registry. Nodes live as long as it does; moving it keeps them valid.
class Registry {
 public:
  explicit Registry(std::string path) : path_(std::move(path)) {}

  /// The root file, as it was given or found.
  const std::string& path() const { return path_; }
  /// The folder of the root file, to which its paths are relative; empty for the working directory.
  std::string folder() const;

  /// Root first, then the included files in the order in which they were named.
  const std::vector<DocumentPtr>& documents() const { return documents_; }

  /// In the order of the files.
  const std::vector<Item>& items(Kind kind) const {
    return tables_[static_cast<size_t>(kind)].items;
  }
  std::vector<std::string> names(Kind kind) const;
  /// Null where there is none of that name.
  const Item* find(Kind kind, std::string_view name) const;
  /// The root file's `settings`, or nothing.
  Node settings() const;

  /// Whether every file of it could be read. A name that is unknown to the others may stand in one
  /// that could not.
  bool is_complete() const { return is_complete_; }
  void lacks_file() { is_complete_ = false; }

  /// Adds a file to the ones it holds. Adds no items.
  void add_document(DocumentPtr document) { documents_.push_back(std::move(document)); }
  /// False, and nothing is added, where the name is taken.
  bool add_item(const Item& item);

 private:
  struct Table {
    std::vector<Item> items;
    StringMap<size_t> by_name;
  };

  std::string path_;
  bool is_complete_ = true;
  std::vector<DocumentPtr> documents_;
  std::array<Table, kKindCount> tables_;
};

/// An item as data: `name` first, then its fields as they stand in the file.
Value to_value(const Item& item);

/// A service with what its references stand for: `team` is its first owner with `lead` as a person,
/// each environment carries its `name`. This is `service` in templates and playbooks.
Value service_value(const Registry& registry, const Item& service);

}  // namespace tizza::registry
