#include "release/pins/set_pin.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/near_names.hpp"
#include "base/pep440.hpp"
#include "base/semver.hpp"
#include "base/strings.hpp"
#include "text/edits.hpp"

namespace tizza::release {
namespace {

Error refusal(const Pin& pin, std::string message, std::string help) {
  Error error = failure_at(pin.at, "pin", std::move(message), std::move(help));
  error.verdict = Verdict::kNegative;
  return error;
}

/// A text that needs no quoting in any of the files.
bool is_plain_version(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "0123456789abcdefghijklmnopqrstuvwxyz"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ.+!_-") == std::string_view::npos;
}

Status check_version_for(const Pin& pin, const PinRequest& request) {
  const bool is_python = pin.ecosystem == Ecosystem::kPython && pin.protocol.empty();
  const bool is_semantic = pin.protocol.empty() &&
                           (pin.ecosystem == Ecosystem::kNpm || pin.ecosystem == Ecosystem::kHelm);
  if (is_python && !parse_pep440(request.version).ok()) {
    return refusal(pin, fmt::format("`{}` is no version of PEP 440", request.version),
                   "write a version such as `1.4.0`");
  }
  if (is_semantic && !parse_semver(request.version).ok()) {
    return refusal(pin, fmt::format("`{}` is not MAJOR.MINOR.PATCH", request.version),
                   "write a version such as `1.4.0`");
  }
  return {};
}

/// Why a pin takes no other version; nothing where it does.
Status check_may_change(const Pin& pin, const PinRequest& request) {
  if (pin.ecosystem == Ecosystem::kSubmodule) {
    return refusal(pin, fmt::format("`{}` is a submodule, pinned to a commit", pin.name),
                   "check its tag out in that folder, then run `git add` for it");
  }
  if (pin.kind == PinKind::kCommit) {
    return refusal(pin, fmt::format("`{}` is pinned to a commit", pin.name),
                   "write a tag in its place first, or the commit of the other version");
  }
  const bool has_digest = pin.kind == PinKind::kHash;
  const bool is_archive =
      !pin.protocol.empty() && pin.pin_at.span.begin == pin.pin_at.span.end && pin.lead.empty();
  if (has_digest || is_archive) {
    return refusal(pin, fmt::format("`{}` is pinned to the content of one file", pin.name),
                   "write the address and the hash of the other version");
  }
  if (!pin.hashes.empty() && request.hashes.empty()) {
    return refusal(
        pin, fmt::format("`{}` has hashes, which are others for `{}`", pin.name, request.version),
        "hand the new ones over: `--hash sha256:…`");
  }
  return {};
}

class PinChanger {
 public:
  explicit PinChanger(const ProjectPins& project) : project_(project) {}

  Result<PinChanges> change(const std::vector<PinRequest>& requests) {
    for (const Diagnostic& finding : project_.findings) {
      // A file that cannot be read may require it too.
      if (finding.rule == "syntax" || finding.rule == "duplicate-key") {
        return Error{finding, Verdict::kNegative};
      }
    }
    TIZZA_CHECK(check_apart(requests));
    for (const PinRequest& request : requests) TIZZA_CHECK(add(request));
    for (auto& [path, file] : edits_) {
      const auto before = file.source->text();
      TIZZA_TRY(auto after, apply_edits(before, std::move(file.edits)));
      if (after != before) changes_.files.push_back({path, std::string(before), std::move(after)});
    }
    return std::move(changes_);
  }

 private:
  struct FileEdits {
    SourcePtr source;
    std::vector<Edit> edits;
  };

  static Status check_apart(const std::vector<PinRequest>& requests) {
    for (size_t i = 1; i < requests.size(); ++i) {
      const auto same = std::find_if(
          requests.begin(), requests.begin() + static_cast<ptrdiff_t>(i), [&](const auto& other) {
            const bool may_overlap = !other.ecosystem || !requests[i].ecosystem ||
                                     other.ecosystem == requests[i].ecosystem;
            return may_overlap && normal_name(other.name) == normal_name(requests[i].name);
          });
      if (same == requests.begin() + static_cast<ptrdiff_t>(i)) continue;
      return failure("usage",
                     fmt::format("`{}` is given twice: `{}` and `{}`", requests[i].name,
                                 same->version, requests[i].version),
                     "name each package once");
    }
    return {};
  }

  static bool is_wanted(const Pin& pin, const PinRequest& request) {
    return is_pin_of(pin, request.name) && pin.kind != PinKind::kLocal &&
           (!request.ecosystem || pin.ecosystem == *request.ecosystem);
  }

  /// One name can be a Python package here and an image there, and nobody means both.
  Status check_ecosystem(const PinRequest& request) const {
    const Pin* first = nullptr;
    for (const Pin& pin : project_.pins) {
      if (!is_wanted(pin, request)) continue;
      if (first == nullptr) first = &pin;
      if (first->ecosystem == pin.ecosystem) continue;
      Error error = refusal(*first,
                            fmt::format("`{}` is of `{}` here, and of `{}` elsewhere", request.name,
                                        to_string(first->ecosystem), to_string(pin.ecosystem)),
                            fmt::format("say which: `{}:{}=={}`", to_string(first->ecosystem),
                                        request.name, request.version));
      error.diagnostic.notes.push_back(
          {fmt::format("of `{}`", to_string(pin.ecosystem)), pin.at, {}});
      return error;
    }
    return {};
  }

  Status add(const PinRequest& request) {
    TIZZA_CHECK(check_ecosystem(request));
    bool is_required = false;
    for (const Pin& pin : project_.pins) {
      if (!is_wanted(pin, request)) continue;
      is_required = true;
      TIZZA_CHECK(check_may_change(pin, request));
      TIZZA_CHECK(check_version_for(pin, request));
      change_pin(pin, request);
    }
    if (is_required) return {};
    std::vector<std::string> names;
    for (const Pin& pin : project_.pins) names.push_back(pin.name);
    std::string help = near_names_help(request.name, names);
    if (help.empty()) help = "run `tizza release pins` to see what is required";
    return failure("pin", fmt::format("nothing here requires `{}`", request.name), std::move(help),
                   Verdict::kNegative);
  }

  void change_pin(const Pin& pin, const PinRequest& request) {
    const std::string text = pin.lead + request.version;
    if (pin.at.source->slice(pin.pin_at.span) == text && request.hashes.empty()) {
      ++changes_.unchanged;
      return;
    }
    FileEdits& file = edits_[pin.at.source->path()];
    file.source = pin.at.source;
    file.edits.push_back({pin.pin_at.span, text});
    for (const Span& span : pin.more) file.edits.push_back({span, text});
    if (!pin.hashes.empty()) file.edits.push_back(new_hashes(pin, request.hashes));
    changes_.changed.push_back(&pin);
  }

  /// From the first hash to the last, with what stood between the first two between all of them.
  static Edit new_hashes(const Pin& pin, const std::vector<std::string>& hashes) {
    const Source& source = *pin.at.source;
    const Span all{pin.hashes.front().begin, pin.hashes.back().end};
    std::string between = " ";
    if (pin.hashes.size() > 1) {
      between = source.slice({pin.hashes[0].end, pin.hashes[1].begin});
    }
    std::string text;
    for (const std::string& hash : hashes) {
      text += (text.empty() ? "" : between) + "--hash=" + hash;
    }
    return {all, text};
  }

  const ProjectPins& project_;
  std::map<std::string, FileEdits> edits_;
  PinChanges changes_;
};

}  // namespace

Result<PinRequest> read_pin_request(const std::string& text) {
  const size_t sign = text.find("==");
  PinRequest request{std::string(trim(text.substr(0, sign))), {}};
  for (const Ecosystem ecosystem :
       {Ecosystem::kPython, Ecosystem::kNpm, Ecosystem::kHelm, Ecosystem::kImage}) {
    const std::string prefix = std::string(to_string(ecosystem)) + ":";
    if (!request.name.starts_with(prefix)) continue;
    request.ecosystem = ecosystem;
    request.name.erase(0, prefix.size());
  }
  if (sign != std::string::npos) request.version = trim(text.substr(sign + 2));
  if (!request.name.empty() && is_plain_version(request.version)) return request;
  return failure("usage", fmt::format("`{}` is not PKG==VERSION", text),
                 "write for instance `auth-client==1.4.0`");
}

Status check_pin_hash(const std::string& hash) {
  constexpr std::pair<std::string_view, size_t> kKinds[] = {
      {"sha256:", 64}, {"sha384:", 96}, {"sha512:", 128}};
  for (const auto& [kind, length] : kKinds) {
    if (!hash.starts_with(kind)) continue;
    const auto digits = std::string_view(hash).substr(kind.size());
    const bool is_hexadecimal =
        digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (digits.size() == length && is_hexadecimal) return {};
  }
  return failure("usage", fmt::format("`{}` is no hash that pip takes", hash),
                 "write `sha256:` and its 64 hexadecimal digits, as `pip hash FILE` prints it");
}

Result<PinChanges> change_pins(const ProjectPins& project,
                               const std::vector<PinRequest>& requests) {
  return PinChanger(project).change(requests);
}

}  // namespace tizza::release
