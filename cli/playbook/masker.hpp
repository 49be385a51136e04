#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "text/value.hpp"

/// Secrets stay out of everything that is shown, sent in a chat or kept.
namespace tizza::playbook {

/// What stands in place of a secret.
inline constexpr std::string_view kMasked = "***";

/// Takes secrets out of texts: as they are, and as tizza writes them in shell lines, JSON, URLs and
/// HTML.
class Masker {
 public:
  Masker() = default;
  explicit Masker(const std::vector<std::string>& secrets);

  bool is_idle() const { return forms_.empty(); }
  std::string mask(std::string_view text) const;
  /// All strings of a value, but for the keys of mappings.
  Value masked(const Value& value) const;
  Diagnostic masked(Diagnostic diagnostic) const;

 private:
  friend class StreamMasker;

  /// Masks the start of `text` up to where a secret may have begun that is not yet there as a
  /// whole, and takes it away.
  std::string take_masked(std::string& text, bool is_end) const;

  std::vector<std::string> forms_;  // the longest first
};

/// The same for a text that comes in pieces, wherever they end.
class StreamMasker {
 public:
  explicit StreamMasker(const Masker& masker) : masker_(masker) {}

  /// What can be shown. A tail that may be the start of a secret is kept back until more comes.
  std::string pass(std::string_view bytes);
  /// What was kept back: at the end of the stream.
  std::string rest();

 private:
  const Masker& masker_;
  std::string held_;
};

}  // namespace tizza::playbook
