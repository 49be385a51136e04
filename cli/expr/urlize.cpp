#include "expr/urlize.hpp"

#include <algorithm>

#include "base/regex.hpp"
#include "base/utf8.hpp"
#include "expr/failure.hpp"
#include "expr/printing.hpp"
#include "expr/text_index.hpp"
#include "expr/unicode.hpp"

namespace tizza::expr {
namespace {

// `(*UCP)`: word characters are those of all scripts, as they are in Python.
Regex compiled(std::string_view pattern) {
  return *Regex::compile(pattern, RegexSyntax::kPcre);
}

/// With a scheme or `www.` any host; without one only those under the well-known domains.
const Regex& web_address() {
  static const Regex kPattern = compiled(
      "(*UCP)(?i)^(?:(?:https?://|www\\.)(?:(?:[\\w%-]+\\.)+)?(?:[a-z]{2,63}|xn--[\\w%]{2,59})"
      "|(?:[\\w%-]{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)"
      "|https?://(?:\\d{1,3}(?:\\.\\d{1,3}){3}"
      "|\\[(?:[\\da-f]{0,4}:){2}(?:[\\da-f]{0,4}:?){1,6}\\]))"
      "(?::\\d{1,5})?(?:[/?#]\\S*)?$");
  return kPattern;
}

const Regex& mail_address() {
  static const Regex kPattern = compiled("(*UCP)^\\S+@\\w[\\w.-]*\\.\\w+$");
  return kPattern;
}

bool matches(const Regex& pattern, std::string_view text) {
  const auto outcome = pattern.search(text);
  if (outcome == RegexOutcome::kGaveUp)
    throw Failure("a word of the text is too long for `urlize`");
  return outcome == RegexOutcome::kMatch;
}

/// A word without the punctuation around it.
struct Word {
  std::string_view head, middle, tail;
};

size_t count_of(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++count;
  }
  return count;
}

// Moves closing brackets that belong to opening ones inside back from the tail.
void balance(Word& word, std::string_view open, std::string_view close) {
  const size_t opened = count_of(word.middle, open);
  if (opened <= count_of(word.middle, close)) return;
  for (size_t left = std::min(opened, count_of(word.tail, close)); left > 0; --left) {
    const size_t moved = word.tail.find(close) + close.size();
    word.middle = {word.middle.data(), word.middle.size() + moved};
    word.tail.remove_prefix(moved);
  }
}

Word split_word(std::string_view text) {
  constexpr std::string_view kOpening[] = {"(", "<", "&lt;"};
  constexpr std::string_view kClosing[] = {")", ">", ".", ",", "&gt;"};
  std::string_view middle = text;
  const auto cut = [&](auto begins, auto remove, auto& marks) {
    for (bool is_cut = true; is_cut;) {
      is_cut = false;
      for (const std::string_view mark : marks) {
        if (!begins(mark)) continue;
        remove(mark.size());
        is_cut = true;
        break;
      }
    }
  };
  cut([&](std::string_view mark) { return middle.starts_with(mark); },
      [&](size_t size) { middle.remove_prefix(size); }, kOpening);
  cut([&](std::string_view mark) { return middle.ends_with(mark); },
      [&](size_t size) { middle.remove_suffix(size); }, kClosing);
  const auto begin = static_cast<size_t>(middle.data() - text.data());
  Word word{text.substr(0, begin), middle, text.substr(begin + middle.size())};
  balance(word, "(", ")");
  balance(word, "<", ">");
  balance(word, "&lt;", "&gt;");
  return word;
}

/// Makes links of words; lives for one call of link_addresses().
class Linker {
 public:
  explicit Linker(const LinkStyle& style) : style_(style) {
    if (!style.rel.empty()) attributes_ += " rel=\"" + escape_html(style.rel) + "\"";
    if (!style.target.empty()) attributes_ += " target=\"" + escape_html(style.target) + "\"";
  }

  std::string run(std::string_view text) const {
    const Word word = split_word(text);
    return std::string(word.head) + middle(word.middle) + std::string(word.tail);
  }

 private:
  std::string middle(std::string_view text) const {
    constexpr std::string_view kMail = "mailto:";
    if (matches(web_address(), text)) {
      const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
      return link((has_scheme ? "" : "https://") + std::string(text), attributes_, shown(text));
    }
    if (text.starts_with(kMail) && matches(mail_address(), text.substr(kMail.size()))) {
      return link(text, "", text.substr(kMail.size()));
    }
    const bool may_be_mail = text.find('@') != std::string_view::npos &&
                             text.find(':') == std::string_view::npos && !text.starts_with("www.");
    if (may_be_mail && matches(mail_address(), text)) {
      return link(std::string(kMail) + std::string(text), "", text);
    }
    std::string result(text);
    for (const std::string& scheme : style_.extra_schemes) {
      if (result != scheme && result.starts_with(scheme))
        result = link(result, attributes_, result);
    }
    return result;
  }

  static std::string link(std::string_view address, std::string_view attributes,
                          std::string_view shown) {
    std::string html = "<a href=\"";
    return html.append(address)
        .append("\"")
        .append(attributes)
        .append(">")
        .append(shown)
        .append("</a>");
  }

  std::string shown(std::string_view address) const {
    if (!style_.shown_length) return std::string(address);
    const TextIndex index(address);
    const auto size = static_cast<int64_t>(index.size());
    if (size <= *style_.shown_length) return std::string(address);
    const int64_t kept =
        *style_.shown_length < 0 ? size + *style_.shown_length : *style_.shown_length;
    return std::string(index.range(0, static_cast<size_t>(std::max<int64_t>(kept, 0)))) + "...";
  }

  const LinkStyle& style_;
  std::string attributes_;
};

}  // namespace

bool is_scheme_prefix(std::string_view text) {
  static const Regex kPattern = compiled("(*UCP)^[\\w.+-]{2,}:/{0,2}$");
  return matches(kPattern, text);
}

std::string link_addresses(std::string_view html, const LinkStyle& style) {
  const Linker linker(style);
  std::string result;
  while (!html.empty()) {
    const size_t space = leading_space(html);
    result += html.substr(0, space);
    html.remove_prefix(space);
    size_t end = 0;
    while (end < html.size() && leading_space(html.substr(end, 4)) == 0) {
      end += utf8::decode(html.substr(end)).size;
    }
    if (end > 0) result += linker.run(html.substr(0, end));
    html.remove_prefix(end);
  }
  return result;
}

}  // namespace tizza::expr
