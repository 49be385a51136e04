#include "commands/masked_output.hpp"

#include "playbook/masker.hpp"

namespace tizza::commands {
namespace {

using playbook::Masker;

/// Each call prints whole lines; the output of commands, which comes in pieces, is masked before.
class MaskedTerminal final : public Terminal {
 public:
  MaskedTerminal(Terminal& terminal, const Masker& masker) : terminal_(terminal), masker_(masker) {}

  void out(std::string_view text) override { terminal_.out(masker_.mask(text)); }
  void err(std::string_view text) override { terminal_.err(masker_.mask(text)); }
  void flush() override { terminal_.flush(); }
  Status output_status() const override { return terminal_.output_status(); }
  bool in_is_terminal() const override { return terminal_.in_is_terminal(); }
  bool out_is_terminal() const override { return terminal_.out_is_terminal(); }
  bool err_is_terminal() const override { return terminal_.err_is_terminal(); }
  int width() const override { return terminal_.width(); }
  void drop_typed_ahead() override { terminal_.drop_typed_ahead(); }
  Result<std::string> read_line(std::string_view prompt) override {
    return terminal_.read_line(masker_.mask(prompt));
  }
  Result<std::string> read_secret(std::string_view prompt) override {
    return terminal_.read_secret(masker_.mask(prompt));
  }
  Result<std::string> read_all() override { return terminal_.read_all(); }

 private:
  Terminal& terminal_;
  const Masker& masker_;
};

}  // namespace

Result<Verdict> with_secrets_masked(const playbook::Scope& scope, Context& context,
                                    const std::function<Result<Verdict>(Context&)>& work) {
  const Masker masker(scope.secret_values());
  if (masker.is_idle()) return work(context);
  MaskedTerminal terminal(context.terminal, masker);
  Context masked{context.files,    context.processes,    context.git,     context.http,
                 context.clock,    context.environment,  terminal,        context.interrupts,
                 context.archives, context.presentation, context.registry};
  auto verdict = work(masked);
  if (verdict.ok()) return verdict;
  Error error = std::move(verdict).error();
  error.diagnostic = masker.masked(std::move(error.diagnostic));
  return error;
}

}  // namespace tizza::commands
