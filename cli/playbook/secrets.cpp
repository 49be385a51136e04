#include "playbook/secrets.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "expr/template.hpp"
#include "playbook/masker.hpp"

namespace tizza::playbook {
namespace {

constexpr size_t kMinLength = 4;

/// What the journal itself says of steps and runs: masked, it could not be read again.
constexpr std::array<std::string_view, 9> kJournalWords = {
    "aborted", "begun", "done", "escalated", "failed", "finished", "paused", "skipped", "unknown"};

class Checker {
 public:
  Checker(const Playbook& playbook,
          const std::function<void(Node, std::string, std::string)>& report)
      : playbook_(playbook), secrets_(secret_names(playbook)), report_(report) {}

  void run() {
    for (const Input& input : playbook_.inputs) check_input(input);
    for (const Step& step : playbook_.steps) check_names(step);
    if (!secrets_.empty()) check_places(playbook_.root(), "");
  }

 private:
  void check_input(const Input& input) {
    if (!is_secret(input)) return;
    for (const char* key : {"from", "default", "choices", "where", "older_than"}) {
      if (!input.node[key]) continue;
      report_(input.node[key].key(), fmt::format("`{}` means nothing in a secret input", key),
              "its value comes from the person or the environment alone");
    }
  }

  void check_names(const Step& step) {
    const auto check = [&](Node name) {
      if (std::find(secrets_.begin(), secrets_.end(), name.text()) != secrets_.end()) return;
      report_(name, fmt::format("`{}` is no secret input", name.text()),
              names_help(name.text(), secrets_));
    };
    if (step["secret"].is_scalar()) check(step["secret"]);
    for (const Node name : step["secret"].items()) check(name);
  }

  /// A secret may stand in what is sent by `http`, nowhere else.
  void check_places(Node node, std::string_view key) {
    for (const auto& [name, value] : node.entries()) {
      if (name.text() != "http") check_places(value, name.text());
    }
    for (const Node item : node.items()) check_places(item, key);
    if (!node.is_scalar()) return;
    const bool is_expression = key == "when" || key == "where";
    const auto names =
        is_expression ? expr::free_names_of_expression(node) : expr::free_names(node);
    if (!names.ok()) return;
    for (const expr::FreeName& used : *names) {
      if (std::find(secrets_.begin(), secrets_.end(), used.name) == secrets_.end()) continue;
      const bool is_line = key == "run" || key == "git" || key == "tizza";
      report_(node,
              fmt::format("secret `{}` would {}", used.name,
                          is_line ? "stand in a command line" : "be shown"),
              is_line ? fmt::format("give the step `secret: {0}` and write `${0}`", used.name)
                      : "it may stand in what `http` sends, and in the environment of commands");
    }
  }

  const Playbook& playbook_;
  std::vector<std::string> secrets_;
  const std::function<void(Node, std::string, std::string)>& report_;
};

}  // namespace

bool is_secret(const Input& input) {
  return input.node["secret"].as_bool().value_or(false);
}

std::vector<std::string> secret_names(const Playbook& playbook) {
  std::vector<std::string> names;
  for (const Input& input : playbook.inputs) {
    if (is_secret(input)) names.push_back(input.name);
  }
  return names;
}

bool prerequisites_need_secrets(const Playbook& playbook) {
  const auto names = secret_names(playbook);
  return std::any_of(playbook.prerequisites.begin(), playbook.prerequisites.end(),
                     [&](const Node prerequisite) {
                       return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                         return prerequisite.raw().find(name) != std::string_view::npos;
                       });
                     });
}

std::string secret_variable(std::string_view input) {
  std::string name = "TIZZA_INPUT_";
  for (const char c : input) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

std::optional<std::string> refuse_secret(std::string_view text) {
  if (utf8::count_code_points(text) < kMinLength) {
    return fmt::format("it is shorter than {} characters, so that it cannot be kept secret",
                       kMinLength);
  }
  if (utf8::find_invalid(text) < text.size()) return "it is no UTF-8";
  const bool has_control = std::any_of(
      text.begin(), text.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; });
  if (has_control) return "it holds a control character";
  if (text.find(kMasked) != std::string_view::npos) return fmt::format("it holds `{}`", kMasked);
  for (const std::string_view word : kJournalWords) {
    if (word.find(text) != std::string_view::npos) return "the journal itself writes that word";
  }
  return std::nullopt;
}

void check_secrets(const Playbook& playbook,
                   const std::function<void(Node, std::string, std::string)>& report) {
  Checker(playbook, report).run();
}

}  // namespace tizza::playbook
