#pragma once
#include "playbook/step_kind.hpp"

/// One record a file; steps/step_table.cpp lists them.
namespace tizza::playbook {

const StepKind& do_kind();
const StepKind& open_kind();
const StepKind& ask_kind();
const StepKind& confirm_kind();
const StepKind& approve_kind();
const StepKind& run_kind();
const StepKind& ssh_kind();
const StepKind& git_kind();
const StepKind& tizza_kind();
const StepKind& http_kind();
const StepKind& tcp_kind();
const StepKind& wait_kind();
const StepKind& announce_kind();
const StepKind& escalate_kind();

}  // namespace tizza::playbook
