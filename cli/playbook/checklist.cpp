#include "playbook/checklist.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "playbook/secrets.hpp"
#include "playbook/step_kind.hpp"

namespace tizza::playbook {
namespace {

/// A key of a step or a prerequisite that is shown as it is written.
struct ShownKey {
  std::string_view key;
  std::string_view label;
  bool is_code;
};

/// Before what happens, and behind it.
constexpr std::array<ShownKey, 3> kBefore = {{{"when", "when", true},
                                              {"only_in", "only in", false},
                                              {"for_each", "for each item of", true}}};
constexpr std::array<ShownKey, 5> kModifiers = {{{"ssh", "ssh", true},
                                                 {"become", "become", true},
                                                 {"secret", "with the secret", true},
                                                 {"message", "message", false},
                                                 {"instruct", "instruct", false}}};
constexpr std::array<ShownKey, 5> kChecks = {{{"tcp", "tcp", true},
                                              {"http", "http", true},
                                              {"ssh", "ssh", true},
                                              {"run", "run", true},
                                              {"git", "git", true}}};
constexpr std::array<ShownKey, 3> kTiming = {{{"within", "within", false},
                                              {"timeout", "timeout of a try", false},
                                              {"capture", "capture", true}}};

/// Kinds whose text is words for a person.
bool is_words(std::string_view keyword) {
  static constexpr std::array<std::string_view, 7> kWords = {
      "do", "ask", "announce", "escalate", "confirm", "approve", "wait"};
  return std::find(kWords.begin(), kWords.end(), keyword) != kWords.end();
}

std::string texts_of(Node texts, std::string_view separator) {
  std::vector<std::string> all = written_lines(texts);
  return join(all, separator);
}

std::string expectation_text(Node expect) {
  std::vector<std::string> parts;
  if (expect["status"]) parts.push_back("status " + texts_of(expect["status"], " or "));
  for (const char* key : {"body", "output"}) {
    if (expect[key]) parts.push_back(fmt::format("{} holds `{}`", key, expect[key].text()));
  }
  if (expect["exit"]) parts.push_back(fmt::format("exit code {}", expect["exit"].text()));
  return join(parts, ", ");
}

std::string retry_text(Node retry) {
  std::string text = fmt::format("{} tries", retry["attempts"].text());
  if (retry["delay"]) text += fmt::format(", {} between them", retry["delay"].text());
  if (retry["factor"]) text += fmt::format(", growing {} times", retry["factor"].text());
  return text;
}

class ItemWriter {
 public:
  explicit ItemWriter(Node node) : node_(node) {}

  void add(std::string_view label, std::string text, bool is_code = false) {
    if (!text.empty()) lines_.push_back({std::string(label), std::move(text), is_code});
  }
  void add_texts(std::string_view label, Node texts, bool is_code) {
    for (std::string& line : written_lines(texts)) add(label, std::move(line), is_code);
  }
  template <size_t N>
  void add_keys(const std::array<ShownKey, N>& keys, std::string_view except = {}) {
    for (const ShownKey& shown : keys) {
      if (shown.key != except) add_texts(shown.label, node_[shown.key], shown.is_code);
    }
  }
  void add_expectations() {
    if (node_["expect"]) add("expect", expectation_text(node_["expect"]));
    add_keys(kTiming);
    if (node_["retry"]) add("retry", retry_text(node_["retry"]));
  }
  void add_request_details(Node request) {
    for (const auto& [name, value] : request["headers"].entries()) {
      add("header", fmt::format("{}: {}", name.text(), value.text()), true);
    }
    add("body", std::string(request["body"].text()), true);
  }

  std::vector<ChecklistLine> take() { return std::move(lines_); }

 private:
  Node node_;
  std::vector<ChecklistLine> lines_;
};

void add_ways_on(const Step& step, ItemWriter& writer) {
  for (const auto& [answer, target] : step["goto"].entries()) {
    writer.add("then", fmt::format("`{}` goes on at {}", answer.text(), target.text()));
  }
  if (!step.goto_step.empty()) writer.add("then", "goes on at " + step.goto_step);
  writer.add("on failure", std::string(step["on_failure"].text()));
}

ChecklistItem item_of(const Step& step) {
  const std::string_view keyword = step.kind->keyword;
  ItemWriter writer(step.node);
  writer.add_keys(kBefore);
  if (keyword != "ask") writer.add_texts(keyword, step[keyword], !is_words(keyword));
  if (keyword == "http") writer.add_request_details(step["http"]);
  writer.add_keys(kModifiers, keyword);
  if (step.ask) writer.add("ask", question_text(*step.ask));
  writer.add_expectations();
  writer.add_texts("undo", step["undo"], step["undo"].is_sequence());
  writer.add("if cut off, repeat", std::string(step["repeat"].text()));
  add_ways_on(step, writer);
  std::string head = step.id;
  if (step["title"]) head += fmt::format(" – {}", step["title"].text());
  return {std::move(head), writer.take()};
}

ChecklistItem item_of(Node prerequisite) {
  ItemWriter writer(prerequisite);
  writer.add_keys(kBefore);
  writer.add_keys(kChecks);
  writer.add_expectations();
  writer.add("else", std::string(prerequisite["fix"].text()));
  return {std::string(prerequisite["name"].text()), writer.take()};
}

std::string input_text(const Input& input) {
  std::vector<std::string> parts;
  if (input.node["prompt"]) parts.emplace_back(input.text("prompt"));
  if (input.node["choices"]) parts.push_back(texts_of(input.node["choices"], " / "));
  if (input.node["from"]) parts.push_back(fmt::format("from {}", input.text("from")));
  if (input.node["where"]) parts.push_back(fmt::format("where {}", input.text("where")));
  if (input.node["older_than"])
    parts.push_back(fmt::format("older than {}", input.text("older_than")));
  if (input.node["pattern"]) parts.push_back(fmt::format("like `{}`", input.text("pattern")));
  if (is_secret(input)) parts.emplace_back("secret");
  if (input.node["default"]) parts.push_back(fmt::format("else {}", input.text("default")));
  return join(parts, ", ");
}

}  // namespace

std::vector<std::string> written_lines(Node texts) {
  std::vector<std::string> lines;
  if (texts.is_scalar()) {
    for (const auto line : split_lines(texts.text())) lines.emplace_back(line);
  }
  for (const Node item : texts.items()) {
    for (std::string& line : written_lines(item)) lines.push_back(std::move(line));
  }
  if (const Node url = texts["url"]) {
    const Node method = texts["method"];
    lines.push_back((method ? std::string(method.text()) + " " : "") + std::string(url.text()));
  }
  return lines;
}

std::string question_text(const AskSpec& ask) {
  return ask.choices.empty() ? ask.prompt
                             : fmt::format("{}: {}", ask.prompt, join(ask.choices, " / "));
}

Checklist make_checklist(const Playbook& playbook) {
  const Node root = playbook.root();
  Checklist list;
  list.name = playbook.name;
  list.title = root["title"].text();
  list.description = root["description"].text();
  if (root["reviewed_by"]) {
    list.facts.push_back({"reviewed by", texts_of(root["reviewed_by"], ", ")});
  }
  if (playbook.preempts) list.facts.push_back({"preempts", "it may interrupt another run"});
  for (const Input& input : playbook.inputs) list.inputs.push_back({input.name, input_text(input)});
  for (const Node node : playbook.prerequisites) list.prerequisites.push_back(item_of(node));
  for (const Step& step : playbook.steps) list.steps.push_back(item_of(step));
  list.call = playbook.escalation()["call"].text();
  list.say = playbook.escalation()["say"].text();
  return list;
}

}  // namespace tizza::playbook
