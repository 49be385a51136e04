#include "support/yaml_cpp_reader.hpp"

#include <yaml-cpp/yaml.h>

#include "text/writer.hpp"

namespace tizza::testing {
namespace {

std::string scalar_text(bool is_null, bool is_quoted, const std::string& text) {
  if (is_null && !is_quoted) return "null";
  return (is_quoted ? "quoted " : "plain ") + json_quote(text);
}

std::string tree_text(const YAML::Node& node) {
  std::string out;
  switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null:
      return "null";
    case YAML::NodeType::Scalar: {
      // yaml-cpp gives plain scalars the tag `?`, quoted and block ones `!`.
      const bool is_quoted = node.Tag() == "!";
      return scalar_text(false, is_quoted, node.Scalar());
    }
    case YAML::NodeType::Sequence:
      for (const YAML::Node& item : node) out += tree_text(item) + ",";
      return "[" + out + "]";
    case YAML::NodeType::Map:
      for (const auto& entry : node) {
        out += json_quote(entry.first.IsNull() ? "" : entry.first.Scalar()) + ":";
        out += tree_text(entry.second) + ",";
      }
      return "{" + out + "}";
  }
  return out;
}

}  // namespace

std::string tree_text(Node node) {
  std::string out;
  if (node.is_scalar()) {
    const bool is_quoted = node.style() != ScalarStyle::kPlain;
    return scalar_text(node.is_null(), is_quoted, std::string(node.text()));
  }
  if (node.is_sequence()) {
    for (const Node item : node.items()) out += tree_text(item) + ",";
    return "[" + out + "]";
  }
  for (const auto& [key, value] : node.entries()) {
    out += json_quote(key.is_null() ? "" : key.text()) + ":" + tree_text(value) + ",";
  }
  return "{" + out + "}";
}

std::optional<std::string> yaml_cpp_tree_text(const std::string& text, std::string& problem) {
  try {
    const std::vector<YAML::Node> documents = YAML::LoadAll(text);
    if (documents.size() > 1) {
      problem = "several documents";
      return std::nullopt;
    }
    return documents.empty() ? "null" : tree_text(documents.front());
  } catch (const YAML::Exception& error) {
    problem = error.what();
    return std::nullopt;
  }
}

}  // namespace tizza::testing
