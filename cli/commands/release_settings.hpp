#pragma once
#include "commands/arguments.hpp"
#include "commands/command_spec.hpp"
#include "commands/context.hpp"
#include "release/next_version.hpp"
#include "release/release_lock.hpp"
#include "release/repository.hpp"
#include "release/settings.hpp"

/// What the release commands that know packages share.
namespace tizza::commands {

/// `--bump`, `--pre` and `--from-commits`.
std::vector<FlagSpec> version_flags();

/// The settings of the project. `folder` is that of the only package where it names none.
Result<release::Settings> read_release_settings(const Arguments& arguments,
                                                const std::string& folder);

Result<release::VersionRequest> read_version_flags(const Arguments& arguments);

/// The packages of those names or folders; all of them where none is named.
Result<std::vector<const release::Package*>> chosen_packages(
    const release::Settings& settings, const std::vector<std::string>& wanted);

/// Opens the repository that holds them.
Result<release::Repository> open_packages(const std::vector<const release::Package*>& packages,
                                          Context& context);

/// Keeps other calls out of the clone, and tells them of this one.
Result<std::unique_ptr<release::ReleaseLock>> lock_clone(const release::Repository& repository,
                                                         Context& context);

/// `otherwise`, or how a call ends that a signal asked to stop meanwhile; takes that signal, so
/// that what was printed is not lost.
Verdict verdict_after_signals(Verdict otherwise, Context& context);

/// The day by the clock, UTC.
release::Day today(const Context& context);

}  // namespace tizza::commands
