#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "playbook/step_kind.hpp"

namespace tizza::playbook {

/// Says something in a channel by the chat's webhook. The reason why not never holds the webhook's
/// URL, which is a secret: whoever has it can speak.
Outcome say(Http& http, const Chat& chat, const std::string& channel, const std::string& message,
            std::optional<std::chrono::milliseconds> timeout = {});

}  // namespace tizza::playbook
