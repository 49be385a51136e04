#include "playbook/scope.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/regex.hpp"
#include "base/strings.hpp"
#include "expr/origin.hpp"
#include "expr/shell_context.hpp"
#include "expr/template.hpp"
#include "text/writer.hpp"

namespace tizza::playbook {
namespace {

/// Where the content of a scalar stands in its file, as far as it stands there as it is; else the
/// scalar as a whole.
Location place_in_file(Node scalar, Span within) {
  Location at = scalar.location();
  const size_t start = scalar.raw().find(scalar.text());
  if (start == std::string_view::npos) return at;
  const auto base = at.span.begin + static_cast<uint32_t>(start);
  at.span = {base + within.begin, base + within.end};
  return at;
}

/// An error inside the text of a scalar, moved to the file.
Error moved(Error error, Node scalar) {
  for (Note& note : error.diagnostic.notes) note.at = place_in_file(scalar, note.at.span);
  error.diagnostic.at = place_in_file(scalar, error.diagnostic.at.span);
  error.diagnostic.pointer = scalar.pointer();
  return error;
}

bool is_true(const Value& value) {
  if (const bool* flag = value.as_bool()) return *flag;
  if (const int64_t* number = value.as_int()) return *number != 0;
  if (const double* number = value.as_double()) return *number != 0;
  if (const std::string* text = value.as_string()) return !text->empty();
  if (const Value::List* list = value.as_list()) return !list->empty();
  if (const Value::Mapping* mapping = value.as_mapping()) return !mapping->empty();
  return false;
}

/// 1 for a tag that begins a block whose text is only printed later, -1 for its end.
int opened_by(std::string_view tag) {
  static const auto begins =
      Regex::compile(R"(^\{%[-+]?\s*(set\b[^=]*[-+]?%\}|(macro|call|filter)\b))");
  static const auto ends = Regex::compile(R"(^\{%[-+]?\s*end(set|macro|call|filter)\b)");
  if (begins.ok() && begins->search(tag) == RegexOutcome::kMatch) return 1;
  return ends.ok() && ends->search(tag) == RegexOutcome::kMatch ? -1 : 0;
}

}  // namespace

void check_quoting(Node shell_line, Sink& sink) {
  static const auto raw = Regex::compile(R"(\|\s*raw\b)");
  int later = 0;  // blocks whose text is only printed later
  const std::string_view text = shell_line.text();
  expr::ShellContext context;
  size_t at = 0;
  while (at < text.size()) {
    const size_t open = std::min(text.find('{', at), text.size());
    if (later == 0) context.read(text.substr(at, open - at));
    const std::string_view tag = text.substr(open, 2);
    const size_t close = tag == "{{"   ? text.find("}}", open)
                         : tag == "{%" ? text.find("%}", open)
                         : tag == "{#" ? text.find("#}", open)
                                       : std::string_view::npos;
    if (close == std::string_view::npos) {
      context.read(text.substr(open, 1));
      at = open + 1;
      continue;
    }
    at = close + 2;
    if (tag == "{%") later = std::max(0, later + opened_by(text.substr(open, at - open)));
    if (tag != "{{") continue;
    const std::string_view expression = text.substr(open, at - open);
    const bool is_raw = raw.ok() && raw->search(expression) == RegexOutcome::kMatch;
    const std::string_view doubt =
        later > 0 ? "in text that is only printed later" : context.doubt();
    if (!is_raw && !doubt.empty()) {
      Diagnostic finding;
      finding.rule = "quoting";
      finding.message = fmt::format("`{}` cannot be quoted {}", expression, doubt);
      finding.help = later > 0 ? "join it with `~`, as in `{% set name = 'a ' ~ value %}`"
                               : "print it outside of that, or as it is with `| raw` where it is "
                                 "safe";
      finding.at =
          expr::Origin(shell_line).at({static_cast<uint32_t>(open), static_cast<uint32_t>(at)});
      finding.pointer = shell_line.pointer();
      sink.report(std::move(finding));
    }
    if (later == 0) context.read_value();
  }
}

bool is_one_expression(std::string_view text) {
  text = trim(text);
  return text.starts_with("{{") && text.ends_with("}}") &&
         text.find("{{", 2) == std::string_view::npos && text.find("{%") == std::string_view::npos;
}

std::string plain_text(const Value& value) {
  if (const std::string* text = value.as_string()) return *text;
  return value.is_null() ? std::string() : write_json(value);
}

Value& Scope::own_names() {
  if (names_.use_count() > 1) names_ = std::make_shared<Value>(*names_);
  return *names_;
}

Result<std::string> Scope::render(Node scalar, expr::Autoescape autoescape) const {
  std::shared_ptr<Templates> templates = templates_;
  if (!templates) templates = std::make_shared<Templates>();
  const expr::Prepared* prepared = templates->text(scalar, autoescape);
  if (prepared == nullptr) return std::string(scalar.text());
  auto rendered = prepared->render(names());
  if (!rendered.ok()) return moved(std::move(rendered).error(), scalar);
  return rendered;
}

Result<Value> Scope::evaluate(Node scalar, Span within) const {
  std::shared_ptr<Templates> templates = templates_;
  if (!templates) templates = std::make_shared<Templates>();
  auto value = templates->expression(scalar, within).evaluate(names());
  if (!value.ok()) return moved(std::move(value).error(), scalar);
  return value;
}

void Scope::forget(std::string_view name) {
  if (Value::Mapping* names = own_names().as_mapping()) {
    std::erase_if(*names, [&](const Value::Member& member) { return member.first == name; });
  }
}

void Scope::set_secret(const std::string& name, std::string value) {
  set(name, std::move(value));
  if (std::find(secrets_.begin(), secrets_.end(), name) == secrets_.end()) secrets_.push_back(name);
}

std::vector<std::string> Scope::secret_values() const {
  std::vector<std::string> values;
  for (const std::string& name : secrets_) values.push_back(plain_text(names()[name]));
  return values;
}

Value Scope::open_names() const {
  Scope open = *this;
  for (const std::string& name : secrets_) open.forget(name);
  return open.names();
}

Result<std::string> Scope::shown(Node template_text) const {
  if (!secrets_.empty()) {
    TIZZA_TRY(const auto names, expr::free_names(template_text));
    const bool has_secret = std::any_of(names.begin(), names.end(), [&](const auto& used) {
      return std::find(secrets_.begin(), secrets_.end(), used.name) != secrets_.end();
    });
    if (has_secret) return std::string(template_text.text());
  }
  return text(template_text);
}

Result<std::string> Scope::text(Node template_text) const {
  return render(template_text, expr::Autoescape::kNone);
}

Result<std::string> Scope::shell_line(Node template_text) const {
  return render(template_text, expr::Autoescape::kShell);
}

Result<std::vector<std::string>> Scope::shell_lines(Node texts) const {
  std::vector<std::string> lines;
  if (texts.is_scalar()) {
    TIZZA_TRY(std::string line, shell_line(texts));
    lines.push_back(std::move(line));
  }
  for (const Node item : texts.items()) {
    TIZZA_TRY(std::string line, shell_line(item));
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::vector<std::string>> Scope::list(Node texts) const {
  std::vector<std::string> all;
  if (texts.is_sequence()) {
    for (const Node item : texts.items()) {
      TIZZA_TRY(const auto some, list(item));
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }
  if (!is_one_expression(texts.text())) {
    TIZZA_TRY(std::string one, text(texts));
    all.push_back(std::move(one));
    return all;
  }
  const auto begin = static_cast<uint32_t>(texts.text().find("{{") + 2);
  const auto end = static_cast<uint32_t>(texts.text().rfind("}}"));
  TIZZA_TRY(const Value value, evaluate(texts, {begin, end}));
  if (const Value::List* items = value.as_list()) {
    for (const Value& item : *items) all.push_back(plain_text(item));
  } else if (!value.is_null()) {
    all.push_back(plain_text(value));
  }
  return all;
}

Result<bool> Scope::holds(Node expression) const {
  const Span whole{0, static_cast<uint32_t>(expression.text().size())};
  TIZZA_TRY(const Value value, evaluate(expression, whole));
  return is_true(value);
}

}  // namespace tizza::playbook
