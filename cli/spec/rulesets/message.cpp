#include "base/strings.hpp"
#include "spec/rulesets/custom_rule.hpp"

namespace tizza::spec::rulesets {
namespace {

constexpr size_t kMostValueBytes = 200;

/// A value on one line.
std::string shown(Node value) {
  if (!value) return {};
  std::string text(value.is_scalar() ? value.text() : value.raw());
  text = replace_all(replace_all(text, "\r", ""), "\n", " ");
  if (text.size() > kMostValueBytes) text = text.substr(0, kMostValueBytes) + "…";
  return text;
}

std::string part(std::string_view name, const MessageParts& parts) {
  if (name == "error") return parts.error;
  if (name == "property") return std::string(parts.property);
  if (name == "description") return std::string(parts.description);
  if (name == "path") return "#" + (parts.value ? parts.value.pointer() : std::string());
  if (name == "value") return shown(parts.value);
  return {};
}

/// `#{{print("property")}}`, the form of older rulesets.
std::string printed(std::string_view call, const MessageParts& parts) {
  call = trim(call);
  if (!call.starts_with("print(") || !call.ends_with(")")) return part(call, parts);
  std::string_view name = trim(call.substr(6, call.size() - 7));
  if (name.size() >= 2) name = name.substr(1, name.size() - 2);
  if (name != "property") return part(name, parts);
  return parts.property.empty() ? "The document " : "\"" + part(name, parts) + "\" property ";
}

std::string filled(std::string_view text, const MessageParts& parts) {
  std::string result;
  while (!text.empty()) {
    const size_t open = text.find("{{");
    const size_t close = open == std::string_view::npos ? open : text.find("}}", open + 2);
    if (close == std::string_view::npos) return result.append(text);
    const std::string_view name = text.substr(open + 2, close - open - 2);
    const bool is_call = open > 0 && text[open - 1] == '#';
    result += text.substr(0, is_call ? open - 1 : open);
    result += is_call ? printed(name, parts) : part(trim(name), parts);
    text.remove_prefix(close + 2);
  }
  return result;
}

}  // namespace

std::string message_of(const CustomRule& rule, const MessageParts& parts) {
  if (rule.message) return std::string(trim(filled(*rule.message, parts)));
  return rule.description.empty() ? parts.error : std::string(trim(rule.description));
}

}  // namespace tizza::spec::rulesets
