#include "playbook/masker.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/strings.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

std::string url_quote(std::string_view text, std::string_view harmless) {
  std::string quoted;
  for (const char c : text) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_word || harmless.find(c) != std::string_view::npos) {
      quoted += c;
    } else {
      quoted += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return quoted;
}

std::string html_quote(std::string text) {
  text = replace_all(text, "&", "&amp;");
  text = replace_all(text, "<", "&lt;");
  text = replace_all(text, ">", "&gt;");
  return replace_all(replace_all(text, "\"", "&#34;"), "'", "&#39;");
}

std::string without_ends(const std::string& text) {
  return text.substr(1, text.size() - 2);
}

/// A secret as it is, and as tizza may write it.
std::vector<std::string> forms_of(const std::string& secret) {
  const std::string in_quotes = replace_all(secret, "'", "'\\''");
  std::string in_double_quotes;
  for (const char c : secret) {
    if (std::string_view("\"\\$`").find(c) != std::string_view::npos) in_double_quotes += '\\';
    in_double_quotes += c;
  }
  std::vector<std::string> forms = {secret,
                                    in_quotes,
                                    in_double_quotes,
                                    url_quote(secret, "/_.-~"),
                                    url_quote(secret, "_.-~"),
                                    html_quote(secret)};
  const size_t count = forms.size();
  for (size_t i = 0; i < count; ++i) forms.push_back(without_ends(json_quote(forms[i])));
  return forms;
}

}  // namespace

Masker::Masker(const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    for (std::string& form : forms_of(secret)) forms_.push_back(std::move(form));
  }
  std::sort(forms_.begin(), forms_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
}

std::string Masker::take_masked(std::string& text, bool is_end) const {
  std::string shown;
  size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = std::string_view(text).substr(at);
    const auto begins = [&](const std::string& form) { return rest.starts_with(form); };
    const auto may_begin = [&](const std::string& form) {
      return form.size() > rest.size() && std::string_view(form).starts_with(rest);
    };
    if (!is_end && std::any_of(forms_.begin(), forms_.end(), may_begin)) break;
    const auto form = std::find_if(forms_.begin(), forms_.end(), begins);
    if (form == forms_.end()) {
      shown += text[at++];
    } else {
      shown += kMasked;
      at += form->size();
    }
  }
  text.erase(0, at);
  return shown;
}

std::string Masker::mask(std::string_view text) const {
  std::string all(text);
  return is_idle() ? all : take_masked(all, true);
}

Value Masker::masked(const Value& value) const {
  if (is_idle()) return value;
  if (const std::string* text = value.as_string()) return mask(*text);
  if (const Value::List* list = value.as_list()) {
    Value::List masked_items;
    for (const Value& item : *list) masked_items.push_back(masked(item));
    return masked_items;
  }
  if (const Value::Mapping* mapping = value.as_mapping()) {
    Value::Mapping masked_members;
    for (const auto& [key, item] : *mapping) masked_members.emplace_back(key, masked(item));
    return masked_members;
  }
  return value;
}

Diagnostic Masker::masked(Diagnostic diagnostic) const {
  diagnostic.message = mask(diagnostic.message);
  diagnostic.help = mask(diagnostic.help);
  for (Note& note : diagnostic.notes) note.message = mask(note.message);
  return diagnostic;
}

std::string StreamMasker::pass(std::string_view bytes) {
  if (masker_.is_idle()) return std::string(bytes);
  held_ += bytes;
  return masker_.take_masked(held_, false);
}

std::string StreamMasker::rest() {
  return masker_.is_idle() ? std::string() : masker_.take_masked(held_, true);
}

}  // namespace tizza::playbook
