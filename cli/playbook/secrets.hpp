#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "playbook/model.hpp"

/// Inputs with `secret: true`. Their values reach commands by the environment or standard input,
/// never as a part of the command line, and requests where the playbook says so.
namespace tizza::playbook {

bool is_secret(const Input& input);

/// The names of the secret inputs.
std::vector<std::string> secret_names(const Playbook& playbook);

/// Whether a prerequisite sends one.
bool prerequisites_need_secrets(const Playbook& playbook);

/// The environment variable that gives a secret input to tizza: `TIZZA_INPUT_TOKEN`.
std::string secret_variable(std::string_view input);

/// Why a text is no secret that could be kept out of what is shown, or none.
std::optional<std::string> refuse_secret(std::string_view text);

/// Tells `report` of every place where a secret would be shown or stand in a command line, and of
/// each `secret` of a step that names none.
void check_secrets(const Playbook& playbook,
                   const std::function<void(Node, std::string, std::string)>& report);

}  // namespace tizza::playbook
