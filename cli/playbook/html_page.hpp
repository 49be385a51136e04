#pragma once
#include <string>
#include <string_view>

namespace tizza::playbook {

/// A text of people or programs as it may stand in HTML: shown as it is, never as markup.
std::string html_text(std::string_view text);

/// A whole page that needs no network and no script, for screens light and dark and for paper.
/// `title` is plain text, `body` is HTML.
std::string html_page(std::string_view title, std::string_view body);

}  // namespace tizza::playbook
