#include <cmath>
#include <set>

#include "base/strings.hpp"
#include "expr/dict.hpp"
#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/markup.hpp"
#include "expr/missing.hpp"
#include "expr/printing.hpp"
#include "expr/text_operations.hpp"
#include "expr/urlize.hpp"

namespace tizza::expr {
namespace {

Object run_escape(Call& call) {
  if (call.subject.is_string() && call.subject.is_safe()) return call.subject;
  return call.heap.text(escape_html(call.subject_text()), true);
}

Object run_forceescape(Call& call) {
  return call.heap.text(escape_html(call.subject_text()), true);
}

Object run_safe(Call& call) {
  return call.heap.text(call.subject_text(), true);
}

Object run_striptags(Call& call) {
  return call.heap.text(strip_tags(call.subject_text()));
}

Object run_xmlattr(Call& call) {
  if (call.subject.is_undefined()) fail_missing(call.subject.missing());
  if (!call.subject.is_dict()) call.fail("only a dict can become attributes");
  std::string text;
  for (const auto& [key, value] : call.subject.dict().entries()) {
    if (value.is_none() || value.is_undefined()) continue;
    if (!key.is_string()) call.fail("the name of an attribute must be a str");
    if (key.text().find_first_of(" \t\n\r\f\v/>=") != std::string_view::npos) {
      call.fail("`" + std::string(key.text()) + "` cannot be the name of an attribute");
    }
    const auto part = [&](const Object& object) {
      const bool is_safe = object.is_string() && object.is_safe();
      const std::string plain = to_text(call.heap, object);
      return is_safe ? plain : escape_html(plain);
    };
    if (!text.empty()) text += ' ';
    text.append(part(key)).append("=\"").append(part(value)).append("\"");
  }
  if (!text.empty() && call.flag(0, true)) text.insert(0, 1, ' ');
  return call.heap.text(text, call.vm.autoescape() != Autoescape::kNone);
}

Object run_urlencode(Call& call) {
  const Object& subject = call.subject;
  if (!subject.is_dict() && !subject.is_sequence()) {
    return call.heap.text(url_quote(call.subject_text(), false));
  }
  std::string text;
  const auto add = [&](const Object& key, const Object& value) {
    if (!text.empty()) text += '&';
    text +=
        url_quote(to_text(call.heap, key), true) + "=" + url_quote(to_text(call.heap, value), true);
  };
  if (subject.is_dict()) {
    for (const auto& [key, value] : subject.dict().entries()) add(key, value);
    return call.heap.text(text);
  }
  for (const Object& item : call.vm.iterate(subject).items) {
    const auto& pair = call.vm.iterate(item).items;
    if (pair.size() != 2) call.fail("`urlencode` needs pairs of names and values");
    add(pair[0], pair[1]);
  }
  return call.heap.text(text);
}

// Links are for readers who may not trust them: their `rel` always has `noopener`.
std::string rel_of(Call& call) {
  std::set<std::string> words = {"noopener"};
  if (call.flag(1)) words.insert("nofollow");
  const std::string rel = call.text(3);
  for (const auto word : split_space(rel)) words.emplace(word);
  return join({words.begin(), words.end()}, " ");
}

Object run_urlize(Call& call) {
  LinkStyle style;
  if (call.has(0)) style.shown_length = call.integer(0);
  style.rel = rel_of(call);
  style.target = call.text(2);
  if (call.has(4)) {
    for (const Object& scheme : call.vm.iterate(call.at(4)).items) {
      const std::string prefix = to_text(call.heap, scheme);
      if (!is_scheme_prefix(prefix)) call.fail("`" + prefix + "` is not the start of an address");
      style.extra_schemes.push_back(prefix);
    }
  }
  const bool is_safe = call.subject.is_string() && call.subject.is_safe();
  const std::string text = call.subject_text();
  call.heap.charge(text.size());
  return call.heap.text(link_addresses(is_safe ? text : escape_html(text), style),
                        call.vm.autoescape() != Autoescape::kNone);
}

Object run_tojson(Call& call) {
  JsonStyle style;
  style.is_indented = call.has(0);
  if (call.has(0))
    style.indent = call.at(0).is_string() ? call.text(0) : indentation(call.integer(0));
  return call.heap.text(json_for_html(call.heap, call.subject, style), true);
}

}  // namespace

std::vector<FilterSpec> markup_filters() {
  return {
      {"escape", run_escape},
      {"e", run_escape},
      {"forceescape", run_forceescape},
      {"safe", run_safe},
      {"raw", run_safe},
      {"striptags", run_striptags},
      {"xmlattr", run_xmlattr, {{"autospace"}}},
      {"urlencode", run_urlencode},
      {"urlize", run_urlize, {{"trim_url_limit", "nofollow", "target", "rel", "extra_schemes"}}},
      {"tojson", run_tojson, {{"indent"}}},
  };
}

}  // namespace tizza::expr
