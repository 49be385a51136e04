#include <cmath>
#include <set>

#include "base/strings.hpp"
#include "expr/dict.hpp"
#include "expr/filters.hpp"
#include "expr/interpreter.hpp"
#include "expr/markup.hpp"
#include "expr/missing.hpp"
#include "expr/printing.hpp"
#include "expr/slugify.hpp"
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
  return call.heap.text(json_text(call.heap, call.subject, style), true);
}

// As cookiecutter has it: not for HTML, and indented unless `none` is said.
Object run_jsonify(Call& call) {
  JsonStyle style;
  style.is_for_html = false;
  style.is_indented = !call.was_given(0) || call.has(0);
  style.indent =
      call.has(0) && call.at(0).is_string() ? call.text(0) : indentation(call.integer(0, 4));
  return call.heap.text(json_text(call.heap, call.subject, style));
}

std::vector<std::string> texts_of(Call& call, size_t index) {
  std::vector<std::string> texts;
  if (!call.has(index)) return texts;
  for (const Object& text : call.vm.iterate(call.at(index)).items) {
    texts.push_back(to_text(call.heap, text));
  }
  return texts;
}

Object run_slugify(Call& call) {
  SlugStyle style;
  style.max_length = call.integer(3);
  style.keeps_words = call.flag(4);
  style.separator = call.text(5, "-");
  style.keeps_order = call.flag(6);
  style.stop_words = texts_of(call, 7);
  if (call.has(8)) {
    auto pattern = Regex::compile(call.text(8), RegexSyntax::kPcre);
    if (!pattern) call.fail(pattern.error().diagnostic.message);
    style.refused = *std::move(pattern);
  }
  style.lower_case = call.flag(9, true);
  if (call.has(10)) {
    for (const Object& item : call.vm.iterate(call.at(10)).items) {
      const auto& pair = call.vm.iterate(item).items;
      if (pair.size() != 2) call.fail("`replacements` of `slugify` are pairs of texts");
      style.replacements.emplace_back(to_text(call.heap, pair[0]), to_text(call.heap, pair[1]));
    }
  }
  if (call.flag(11)) call.fail("`slugify` gives ASCII only, without `allow_unicode`");
  return call.heap.text(slug_of(call.string_subject(), style));
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
      {"jsonify", run_jsonify, {{"indent"}}},
      {"slugify",
       run_slugify,
       {{"entities", "decimal", "hexadecimal", "max_length", "word_boundary", "separator",
         "save_order", "stopwords", "regex_pattern", "lowercase", "replacements",
         "allow_unicode"}}},
      {"tojson", run_tojson, {{"indent"}}},
  };
}

}  // namespace tizza::expr
