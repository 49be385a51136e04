#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tizza::release {

/// How the tags of one package are named: a text around the version.
class TagTemplate {
 public:
  /// `{name}-{version}` with the package's name put in. Errors (rule `config`) at `at`: another
  /// placeholder, `{name}` where the package has none, characters that no tag may have, and `@`,
  /// which breaks pip's pins.
  static Result<TagTemplate> read(std::string_view text, std::string_view name, const Location& at);

  std::string tag(std::string_view version) const {
    return before_ + std::string(version) + after_;
  }

  /// What stands in the version's place; none for a tag of another kind.
  std::optional<std::string_view> version_in(std::string_view tag) const;

  /// How much of a tag is fixed: of two templates that fit, the longer one knows better.
  size_t fixed_length() const { return before_.size() + after_.size(); }

  bool operator==(const TagTemplate&) const = default;

 private:
  std::string before_;
  std::string after_;
};

}  // namespace tizza::release
