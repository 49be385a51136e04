#include "spec/detect.hpp"

#include <string>
#include <vector>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kKeys[] = {"swagger", "openapi", "asyncapi"};

/// Whether the text in front of a key lets it be one, and the text behind it starts its value.
bool is_key(std::string_view text, size_t at, size_t size) {
  const std::string_view quotes = "\"'";
  constexpr std::string_view kBefore = "\n\r{, \t\xBF";  // the last ends a byte order mark
  size_t begin = at;
  if (begin > 0 && quotes.find(text[begin - 1]) != std::string_view::npos) --begin;
  if (begin > 0 && kBefore.find(text[begin - 1]) == std::string_view::npos) return false;
  size_t end = at + size;
  if (end < text.size() && quotes.find(text[end]) != std::string_view::npos) ++end;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  return end < text.size() && text[end] == ':';
}

std::string known_versions(Family wanted) {
  std::vector<std::string> numbers;
  for (const VersionInfo& known : all_versions()) {
    if (known.family == wanted) numbers.emplace_back(known.number);
  }
  return (numbers.size() == 1 ? "known is " : "known are ") + quoted_list(numbers);
}

/// Another format that the root names beside this one.
std::optional<Entry> rival(const Entry& entry) {
  for (const auto key : kKeys) {
    if (key == entry.key.text()) continue;
    if (const auto found = entry.key.parent().find(key)) return found;
  }
  return std::nullopt;
}

}  // namespace

bool may_be_description(std::string_view text) {
  for (const auto key : kKeys) {
    for (size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
      if (is_key(text, at, key.size())) return true;
    }
  }
  return false;
}

std::optional<Entry> version_entry(const Document& document) {
  for (const auto key : kKeys) {
    if (const auto found = document.root().find(key)) return found;
  }
  return std::nullopt;
}

Error no_description(const Document& document) {
  const std::string message = "`" + document.path() + "` is no API description";
  const std::vector<std::string> names(std::begin(kKeys), std::end(kKeys));
  for (const auto& [key, value] : document.root().entries()) {
    const std::string near = near_names_help(key.text(), names);
    if (!near.empty()) return failure_at(key.location(), "unknown-format", message, near);
  }
  return file_failure("unknown-format", document.path(), message,
                      "its root must have the field `swagger`, `openapi` or `asyncapi`");
}

Result<Version> version_of(const Entry& entry) {
  if (const auto other = rival(entry)) {
    Error error = failure_at(
        other->key.location(), "several-formats",
        "this description says " + quoted(other->key.text()) + " and " + quoted(entry.key.text()),
        "take one of them out: a description has one format");
    error.verdict = Verdict::kNegative;
    error.diagnostic.pointer = other->value.pointer();
    error.diagnostic.notes.push_back(
        {"the other one", entry.key.location(), entry.value.pointer()});
    return error;
  }
  for (const FamilyInfo& family : all_families()) {
    if (family.key != entry.key.text()) continue;
    const auto version = find_version(family.family, entry.value.text());
    if (entry.value.is_scalar() && version) return *version;
    return failure_at(entry.value.location(), "unknown-version",
                      "version " + quoted(entry.value.text()) + " of " + std::string(family.title) +
                          " is not known",
                      known_versions(family.family));
  }
  return failure_at(entry.key.location(), "unknown-version",
                    "descriptions with " + quoted(entry.key.text()) + " are not known yet");
}

}  // namespace tizza::spec
