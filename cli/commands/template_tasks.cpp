#include "commands/template_tasks.hpp"

#include "base/strings.hpp"
#include "commands/ask.hpp"
#include "commands/trust_store.hpp"

namespace tizza::commands {
namespace {

std::string listing(const TemplateTasks& tasks) {
  std::string text;
  for (const auto& command : tasks.commands) text += "  " + command.shown + "\n";
  return text;
}

Status run_task(const scaffold::TemplateCommand& command, const std::string& folder,
                Context& context) {
  context.terminal.err("running: " + command.shown + "\n");
  ProcessRequest request;
  request.argv = command.argv;
  request.directory = folder;
  TIZZA_TRY(const ProcessResult result,
            context.processes.run(request, [&](ProcessStream, std::string_view text) {
              context.terminal.err(std::string(text));
            }));
  if (result.exit_code == 0) return {};
  return failure(
      "task",
      "task `" + command.shown + "` ended with exit code " + std::to_string(result.exit_code),
      "the project is made; run what is left of the tasks in " + folder, Verdict::kNegative);
}

}  // namespace

Status run_tasks(const TemplateTasks& tasks, const std::string& folder, Context& context) {
  if (tasks.commands.empty()) return {};
  const std::string count = counted(tasks.commands.size(), "command");
  if (!tasks.is_trusted && !is_approved(tasks.content, context)) {
    if (!context.presentation.may_ask) {
      context.terminal.err(count + " of the template not run, for it is not trusted (--trust):\n" +
                           listing(tasks));
      return {};
    }
    context.terminal.err("the template wants to run in " + folder + ":\n" + listing(tasks));
    Question question{.prompt = "Run this?", .kind = QuestionKind::kYesNo, .flag = "--trust"};
    question.help = "It may do whatever you may do. A yes holds until the template changes.";
    question.default_value = "false";
    TIZZA_TRY(const Answer answer, ask(question, context));
    if (!answer.yes()) {
      context.terminal.err(count + " of the template not run\n");
      return {};
    }
    TIZZA_CHECK(approve(tasks.content, tasks.source, context));
  }
  for (const auto& command : tasks.commands) TIZZA_CHECK(run_task(command, folder, context));
  return {};
}

}  // namespace tizza::commands
