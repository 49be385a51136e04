#include "release/next_version.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "release/repository.hpp"

namespace tizza::release {
namespace {

constexpr std::string_view kParts[] = {"major", "minor", "patch"};

std::string_view name_of(VersionPart part) {
  return kParts[static_cast<size_t>(part)];
}

Error no(std::string rule, std::string message, std::string help) {
  return failure(std::move(rule), std::move(message), std::move(help), Verdict::kNegative);
}

Error negative(Error error) {
  error.verdict = Verdict::kNegative;
  return error;
}

/// How a person wrote the request.
std::string spelled(const VersionRequest& request) {
  if (request.part) return fmt::format("--bump {}", name_of(*request.part));
  return request.only_prerelease ? "--bump pre" : "--bump " + request.exact;
}

class NextVersionMaker {
 public:
  NextVersionMaker(const Numbering& numbering, const PackageHistory& history,
                   const std::optional<Version>& stated, const VersionRequest& request,
                   const Day& today)
      : numbering_(numbering),
        history_(history),
        stated_(stated),
        request_(request),
        today_(today),
        reason_(weightiest(history.changes)) {}

  Result<NextVersion> make() {
    const Level level = reason_ != nullptr ? reason_->level : Level::kNone;
    if (!request_.exact.empty()) {
      TIZZA_TRY(Version exact, exact_version());
      TIZZA_CHECK(check_agreement(exact));
      return NextVersion{std::move(exact), level};
    }
    TIZZA_TRY(Version target, target_version());
    TIZZA_CHECK(check_agreement(target));
    if (request_.label.empty() && !request_.only_prerelease) {
      return NextVersion{std::move(target), level};
    }
    TIZZA_TRY(Version announced, prerelease_of(target));
    return NextVersion{std::move(announced), level};
  }

 private:
  const Version* latest() const { return history_.latest ? &history_.latest->version : nullptr; }

  Result<Version> exact_version() const {
    auto version = numbering_.read(request_.exact);
    if (!version) {
      return failure("version", fmt::format("`{}` is no version of this package", request_.exact),
                     latest() != nullptr ? fmt::format("the last one is `{}`", latest()->text)
                                         : "write one such as `1.4.0`");
    }
    if (latest() == nullptr || numbering_.compare(*version, *latest()) > 0) {
      return *std::move(version);
    }
    const bool is_there = numbering_.compare(*version, *latest()) == 0;
    return no("version",
              is_there
                  ? fmt::format("`{}` is released already", version->text)
                  : fmt::format("`{}` does not sort behind `{}`", version->text, latest()->text),
              "name a later version");
  }

  /// The final version that is to come or to be announced.
  Result<Version> target_version() const {
    if (request_.only_prerelease) return announced_version();
    if (request_.part) {
      if (latest() == nullptr && !stated_) return numbering_.first(today_);
      auto bumped =
          numbering_.bump(latest() != nullptr ? *latest() : *stated_, *request_.part, today_);
      if (!bumped.ok()) return negative(std::move(bumped).error());
      return bumped;
    }
    if (latest() == nullptr) return first_version();
    const bool announces = latest()->is_prerelease();
    const bool finishes = announces && request_.label.empty();
    const bool has_news = announces ? news_ask() : reason_ != nullptr;
    if (!finishes && !has_news) return nothing_to_release();
    return needed_version();
  }

  Result<Version> first_version() const {
    if (history_.changes.empty()) return nothing_to_release();
    if (!stated_ || numbering_.is_calendar()) return numbering_.first(today_);
    return numbering_.final_of(*stated_);
  }

  /// Whether something behind the last pre-release asks for another one.
  bool news_ask() const {
    return std::any_of(history_.changes.begin(), history_.changes.end(), [](const Change& change) {
      return change.is_new && change.level != Level::kNone;
    });
  }

  Result<Version> announced_version() const {
    if (latest() == nullptr || !latest()->is_prerelease()) {
      return no("version",
                latest() != nullptr
                    ? fmt::format("`{}` is no pre-release, so that none follows it", latest()->text)
                    : std::string("there is no pre-release yet"),
                "say what is announced, such as `--bump minor --pre rc`");
    }
    return numbering_.final_of(*latest());
  }

  /// What the commits since the last final version ask for, and at least what is announced.
  Result<Version> needed_version() const {
    auto final_version = numbering_.final_of(*latest());
    if (!final_version.ok()) return negative(std::move(final_version).error());
    Version announced = *std::move(final_version);
    if (!history_.stable || reason_ == nullptr) return announced;
    if (numbering_.is_calendar() && latest()->is_prerelease()) return announced;
    std::optional<VersionPart> part;
    if (!numbering_.is_calendar()) part = part_for(reason_->level);
    auto bumped = numbering_.bump(history_.stable->version, part, today_);
    if (!bumped.ok()) return negative(std::move(bumped).error());
    const bool is_announced =
        latest()->is_prerelease() && numbering_.compare(announced, *bumped) > 0;
    return is_announced ? std::move(announced) : *std::move(bumped);
  }

  VersionPart part_for(Level level) const {
    const auto& text = history_.stable->version.text;
    const bool is_initial = text.starts_with("0.");
    if (level == Level::kMajor) return is_initial ? VersionPart::kMinor : VersionPart::kMajor;
    return level == Level::kMinor ? VersionPart::kMinor : VersionPart::kPatch;
  }

  /// The request is not less than the commits ask for; with `--from-commits` not more either.
  Status check_agreement(const Version& target) const {
    if (!request_.asks_for_version() || reason_ == nullptr || !history_.stable) return {};
    if (numbering_.is_calendar()) return {};
    TIZZA_TRY(const Version core, numbering_.final_of(target));
    TIZZA_TRY(const Version needed,
              numbering_.bump(history_.stable->version, part_for(reason_->level), today_));
    const auto order = numbering_.compare(core, needed);
    if (order == 0 || (order > 0 && !request_.from_commits)) return {};
    return no("release-disagreement",
              fmt::format("`{}` makes `{}`, but commit `{}` asks for a {} release: `{}`",
                          spelled(request_), core.text, short_commit(reason_->commit),
                          to_string(reason_->level), reason_->subject),
              fmt::format("run with `--bump {}`, or leave `--bump` out",
                          name_of(part_for(reason_->level))));
  }

  Error nothing_to_release() const {
    const size_t count = history_.changes.size();
    const std::string since =
        latest() != nullptr ? fmt::format(" since `{}`", history_.latest->tag.name) : "";
    if (count == 0) {
      return no("release-nothing", fmt::format("there is no commit{}", since),
                "name the version by `--bump` to release nevertheless");
    }
    return no("release-nothing",
              count == 1 ? fmt::format("the only commit{} asks for no release", since)
                         : fmt::format("none of {} commits{} asks for a release", count, since),
              "name the version by `--bump`, or the types that count in `release.commit-types`");
  }

  Result<Version> prerelease_of(const Version& target) const {
    std::string label = request_.label;
    if (label.empty()) label = numbering_.label(*latest());
    auto made = numbering_.prerelease(target, latest(), label);
    if (!made.ok()) return negative(std::move(made).error());
    return made;
  }

  const Numbering& numbering_;
  const PackageHistory& history_;
  const std::optional<Version>& stated_;
  const VersionRequest& request_;
  const Day& today_;
  const Change* reason_;  ///< The commit that asks for most.
};

}  // namespace

Result<VersionRequest> read_version_request(const std::string& bump, const std::string& label,
                                            bool from_commits) {
  VersionRequest request;
  request.label = label;
  request.from_commits = from_commits;
  if (bump == "pre") {
    request.only_prerelease = true;
  } else if (bump == "major" || bump == "minor" || bump == "patch") {
    request.part = bump == "major"   ? VersionPart::kMajor
                   : bump == "minor" ? VersionPart::kMinor
                                     : VersionPart::kPatch;
  } else {
    request.exact = bump;
  }
  if (request.exact.empty() || label.empty()) return request;
  return failure("usage", fmt::format("`--pre {}` contradicts `--bump {}`", label, bump),
                 "write the whole version behind `--bump`, or a part of it");
}

Result<NextVersion> next_version(const Numbering& numbering, const PackageHistory& history,
                                 const std::optional<Version>& stated,
                                 const VersionRequest& request, const Day& today) {
  return NextVersionMaker(numbering, history, stated, request, today).make();
}

}  // namespace tizza::release
