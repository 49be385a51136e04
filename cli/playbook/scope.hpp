#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "playbook/templates.hpp"
#include "text/document.hpp"
#include "text/value.hpp"

namespace tizza::playbook {

/// The names that a playbook's expressions see, and the ways in which its texts use them. Errors
/// stand at the exact place in the playbook's file. Copies share the names until one is changed.
class Scope {
 public:
  explicit Scope(Value names) : names_(std::make_shared<Value>(std::move(names))) {}

  const Value& names() const { return *names_; }
  void set(std::string name, Value value) { own_names().set(std::move(name), std::move(value)); }
  /// Takes a name out again.
  void forget(std::string_view name);

  /// Parses no text twice from now on: for the texts of one document, which outlives all scopes
  /// that share `templates`.
  void use(std::shared_ptr<Templates> templates) { templates_ = std::move(templates); }

  /// A name whose value must not be shown.
  void set_secret(const std::string& name, std::string value);
  std::vector<std::string> secret_values() const;
  /// All names but the secret ones.
  Value open_names() const;

  /// A text with its expressions filled in.
  Result<std::string> text(Node template_text) const;

  /// The same for people's eyes: a text that holds a secret stands as it is written.
  Result<std::string> shown(Node template_text) const;

  /// A shell line: every value is quoted for the place where it stands, a list as words, unless `|
  /// raw` says not to. An error where the place cannot be told.
  Result<std::string> shell_line(Node template_text) const;

  /// A text or a list of texts as shell lines.
  Result<std::vector<std::string>> shell_lines(Node texts) const;

  /// A text or a list of texts; a text that is one expression gives the items of its list.
  Result<std::vector<std::string>> list(Node texts) const;

  /// Whether a bare expression (`when`) holds.
  Result<bool> holds(Node expression) const;

 private:
  Value& own_names();
  Result<std::string> render(Node scalar, expr::Autoescape autoescape) const;
  Result<Value> evaluate(Node scalar, Span within) const;

  std::shared_ptr<Value> names_;
  std::shared_ptr<Templates> templates_;  // null: each text is parsed where it is used
  std::vector<std::string> secrets_;      // names of secret values
};

/// Reports each value of a shell line that could not be quoted whatever it is (rule `quoting`),
/// without a need for the values: of the branches of an `if`, one behind the other is looked at.
void check_quoting(Node shell_line, Sink& sink);

/// Whether the text is one expression and nothing else: `{{ environment.hosts }}`.
bool is_one_expression(std::string_view text);

/// A value as it prints in a text.
std::string plain_text(const Value& value);

}  // namespace tizza::playbook
