#pragma once
#include <string>
#include <string_view>

/// Texts of people and programs as they may stand in Markdown (CommonMark 0.31): shown as they are,
/// never as markup.
namespace tizza::playbook {

/// Within a paragraph, a list item or a heading; line ends become blanks.
std::string markdown_text(std::string_view text);

/// A code span; line ends become blanks.
std::string markdown_code(std::string_view text);

/// A fenced block, each line behind `indent`.
std::string markdown_block(std::string_view text, std::string_view indent);

}  // namespace tizza::playbook
