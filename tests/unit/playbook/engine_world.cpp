#include "engine_world.hpp"

#include <gtest/gtest.h>

#include "text/reader.hpp"

namespace tizza::playbook {

Result<Decision> ScriptedOperator::decide(const StepView& step, const Question& question) {
  if (script.empty()) return failure("needs-answer", "nobody answers", "", Verdict::kNeedsPerson);
  std::string answer = script.front();
  script.pop_front();
  if (answer == "^C") return failure("interrupted", "interrupted", "", Verdict::kInterrupted);
  Decision decision{answer, ""};
  if (const size_t colon = answer.find(": "); colon != std::string::npos) {
    decision = {answer.substr(0, colon), answer.substr(colon + 2)};
  }
  bool is_offered = question.options.empty();
  for (const Option& option : question.options) {
    is_offered = is_offered || option.name == decision.option;
  }
  EXPECT_TRUE(is_offered) << step.id << ": " << question.prompt << " does not take " << answer;
  log.push_back(question.prompt + " " + answer);
  return decision;
}

EngineWorld::EngineWorld(const std::string& steps, const std::string& head)
    : text("apiVersion: tizza/v1\nplaybook: p\ntitle: T\n" + head + "steps:\n" + steps +
           "escalate: {say: it burns, call: +36123456789}\n") {
  Findings found;
  playbook = parse_playbook(*read_yaml(std::make_shared<Source>("p.yaml", text)), found);
  EXPECT_TRUE(playbook.has_value()) << found.list().at(0).message;
  names = Value(Value::Mapping{});
  files.add_directory("runs/1");
  settings.may_ask = true;
}

Result<Verdict> EngineWorld::run() {
  TIZZA_TRY(Journal journal, files.exists(kJournal) ? Journal::reopen(*disk, clock, kJournal)
                                                    : Journal::create(*disk, clock, kJournal));
  Scope scope(names);
  for (const auto& [name, value] : secrets) scope.set_secret(name, value);
  journal.mask_with(Masker(scope.secret_values()));
  StepPorts ports{*machine, http, git,
                  clock,    chat, [this](std::string_view bytes) { person.output(bytes); }};
  ports.masker = Masker(scope.secret_values());
  RealEffects real(ports, interrupts);
  PracticeEffects practice;
  settings.no_chat = chat.webhook_url.empty() ? "there is no chat" : "";
  Effects& effects = is_practice ? static_cast<Effects&>(practice) : real;
  return Engine(*playbook, journal, std::move(scope), effects, person, interrupts, settings).run();
}

std::vector<Record> EngineWorld::records() const {
  const auto contents = parse_journal(kJournal, files.text(kJournal));
  EXPECT_TRUE(contents.ok());
  return contents.ok() ? contents->records : std::vector<Record>();
}

std::vector<std::string> EngineWorld::events() const {
  std::vector<std::string> events;
  for (const Record& record : records()) {
    std::string word(to_string(record.event));
    if (record.event == Event::kResult || record.event == Event::kEnd) {
      word = *record.data["outcome"].as_string();
    }
    if (record.event == Event::kPause) word += " (" + *record.data["reason"].as_string() + ")";
    if (record.event == Event::kMove) word += " to " + *record.data["next"].as_string();
    if (record.event == Event::kProgress) continue;
    events.push_back(record.step.empty() ? word : word + " " + record.step);
  }
  return events;
}

std::string EngineWorld::error_of(const Result<Verdict>& result) const {
  return result.ok() ? "none" : result.error().diagnostic.message;
}

}  // namespace tizza::playbook
