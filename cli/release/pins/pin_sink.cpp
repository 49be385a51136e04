#include "release/pins/pin_sink.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace tizza::release {
namespace {

Diagnostic finding(const Pin& pin, std::string rule, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.rule = std::move(rule);
  diagnostic.message = std::move(message);
  diagnostic.at = pin.at;
  diagnostic.help = std::move(help);
  return diagnostic;
}

std::string absent_help(const Pin& pin) {
  switch (pin.ecosystem) {
    case Ecosystem::kPython:
      return pin.protocol.empty() ? "write the exact version behind `==`"
                                  : "write a tag behind the `@`, or `#sha256=`";
    case Ecosystem::kNpm:
      return "write the exact version, or commit the lock file";
    case Ecosystem::kHelm:
      return "write the exact version, or commit Chart.lock";
    case Ecosystem::kImage:
      return "write a tag with a version, or a digest behind `@`";
    case Ecosystem::kSubmodule:
      return "run `git submodule add` or `git add` for it";
    case Ecosystem::kDescription:
      break;
  }
  return "write a URL with a version or a commit in its path";
}

bool is_open_protocol(std::string_view protocol) {
  constexpr std::string_view kOpen[] = {"git", "http", "git+git", "git+http"};
  return std::find(std::begin(kOpen), std::end(kOpen), protocol) != std::end(kOpen);
}

std::string_view safe_protocol(const Pin& pin) {
  if (pin.protocol == "http") return "write `https`";
  return pin.protocol == "git" ? "write `https` or `ssh`" : "write `git+https` or `git+ssh`";
}

/// The names that constraints pin.
std::set<std::string> constrained_names(const std::vector<Pin>& pins) {
  std::set<std::string> names;
  for (const Pin& pin : pins) {
    if (pin.is_constraint && is_pinned(pin.kind)) names.insert(normal_name(pin.name));
  }
  return names;
}

void judge(const Pin& pin, bool may_be_unpinned, std::vector<Diagnostic>& findings) {
  const std::string name =
      pin.name.empty() ? std::string(pin.at.source->slice(pin.at.span)) : pin.name;
  if (pin.kind == PinKind::kBranch) {
    findings.push_back(
        finding(pin, "pin-moves", fmt::format("`{}` follows `{}`, which may move", name, pin.pin),
                pin.ecosystem == Ecosystem::kPython ? "write a tag or a commit behind the `@`"
                                                    : "write a version or a commit"));
  } else if (pin.kind == PinKind::kUnpinned && !may_be_unpinned) {
    findings.push_back(
        finding(pin, "pin-absent", fmt::format("`{}` is not pinned", name), absent_help(pin)));
  }
  if (is_open_protocol(pin.protocol) && pin.kind != PinKind::kHash) {
    findings.push_back(
        finding(pin, "pin-protocol",
                fmt::format("`{}` comes over `{}`, which anybody on the way can change", name,
                            pin.protocol),
                std::string(safe_protocol(pin))));
  }
}

/// In the order of the files, which they were read in, and of the places in them.
void sort_findings(ProjectPins& found) {
  const auto place = [&](const Diagnostic& finding) {
    const auto file = std::find(found.files.begin(), found.files.end(), finding.at.source->path());
    return std::tuple(file - found.files.begin(), finding.at.span.begin);
  };
  std::stable_sort(found.findings.begin(), found.findings.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

}  // namespace

bool PinSink::has_read(const std::string& path) const {
  return std::find(found_.files.begin(), found_.files.end(), path) != found_.files.end();
}

void PinSink::add(Result<Pin> pin) {
  was_pin_ = pin.ok();
  if (pin.ok()) {
    found_.pins.push_back(*std::move(pin));
  } else {
    found_.findings.push_back(std::move(pin).error().diagnostic);
  }
}

ProjectPins PinSink::take() {
  const auto constrained = constrained_names(found_.pins);
  for (const Pin& pin : found_.pins) {
    const bool is_limited = pin.ecosystem == Ecosystem::kPython && pin.protocol.empty() &&
                            constrained.contains(normal_name(pin.name));
    judge(pin, pin.is_constraint || is_limited, found_.findings);
  }
  sort_findings(found_);
  return std::move(found_);
}

Diagnostic unreadable_pin(const Location& at, std::string message) {
  Diagnostic diagnostic;
  diagnostic.rule = "requirement";
  diagnostic.severity = Severity::kWarn;
  diagnostic.message = std::move(message);
  diagnostic.at = at;
  diagnostic.help = "write the requirements out, or see where they are computed from";
  return diagnostic;
}

}  // namespace tizza::release
