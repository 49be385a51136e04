#include "spec/fingerprint.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "text/pointer.hpp"

namespace tizza::spec {
namespace {

constexpr size_t kDigits = 32;

/// The fields that name an object of a list, the most telling first.
constexpr std::string_view kNames[] = {"name",      "id",    "url", "operationId",
                                       "messageId", "title", "type"};

std::string name_of(Node item) {
  if (item.is_scalar()) return std::string(item.text());
  if (!item.is_mapping()) return "list";
  if (const Node reference = item["$ref"]; reference.is_scalar()) {
    return "$ref=" + std::string(reference.text());
  }
  for (const std::string_view field : kNames) {
    const Node value = item[field];
    if (!value.is_scalar()) continue;
    std::string name = std::string(field) + "=" + std::string(value.text());
    if (item["in"].is_scalar()) name += ",in=" + std::string(item["in"].text());
    return name;
  }
  std::vector<std::string> keys;
  for (const auto& [key, value] : item.entries()) keys.emplace_back(key.text());
  std::ranges::sort(keys);
  return join(keys, ",");
}

/// The parts of a message in backticks: the values that it is about. Its wording may change.
std::string values_in(std::string_view message) {
  std::string values;
  const auto parts = split(message, '`');
  for (size_t i = 1; i < parts.size(); i += 2) values.append("\n").append(parts[i]);
  return values;
}

}  // namespace

const std::vector<std::string>& Identities::item_names(Node sequence) {
  auto& names = names_[sequence];
  if (!names.empty()) return names;
  StringMap<size_t> seen;
  for (const Node item : sequence.items()) {
    std::string name = name_of(item);
    const size_t earlier = seen[name]++;
    if (earlier > 0) name += "#" + std::to_string(earlier + 1);
    names.push_back(std::move(name));
  }
  return names;
}

std::string Identities::token(Node holder, Node node) {
  const auto index = positions_.of(holder, node);
  if (!index) return {};
  if (holder.is_sequence()) return escape_pointer_token(item_names(holder)[*index]);
  return escape_pointer_token(holder.entry(*index).key.text());
}

std::string Identities::place(Node node) {
  std::vector<std::string> tokens;
  for (Node holder = node.parent(); holder; holder = node.parent()) {
    tokens.push_back(token(holder, node));
    node = holder;
  }
  std::ranges::reverse(tokens);
  return join(tokens, "/");
}

std::string Identities::of(const Finding& finding) {
  const Node node = finding.at.node;
  std::string result = node ? place(node) : std::string();
  if (node.is_scalar()) result.append("\n").append(node.text());
  return result + values_in(finding.message);
}

std::string identity(const Diagnostic& diagnostic) {
  return diagnostic.pointer + values_in(diagnostic.message);
}

void set_fingerprints(report::Report& report,
                      const std::function<std::string(const std::string&)>& file_name) {
  StringMap<std::string> file_names;
  StringMap<size_t> seen;
  for (Diagnostic& finding : report.findings) {
    const std::string& path = path_of(finding);
    auto name = file_names.find(path);
    if (name == file_names.end()) {
      name = file_names.emplace(path, file_name ? file_name(path) : path).first;
    }
    const std::string whole = finding.rule + '\n' + name->second + '\n' + finding.fingerprint;
    finding.fingerprint = sha256(whole).substr(0, kDigits);
    const size_t earlier = seen[finding.fingerprint]++;
    if (earlier == 0) continue;
    finding.fingerprint = sha256(whole + '\n' + std::to_string(earlier + 1)).substr(0, kDigits);
  }
}

}  // namespace tizza::spec
