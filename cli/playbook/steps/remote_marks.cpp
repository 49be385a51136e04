#include "playbook/steps/remote_marks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.hpp"

namespace tizza::playbook {
namespace {

// No command prints these by accident; both are equally long.
constexpr std::string_view kBegun = "\x1e-tizza-begun-\x1e";
constexpr std::string_view kEnded = "\x1e-tizza-ended-\x1e";

// What ssh says before there is a session; the marks keep the words of a command out of this.
constexpr std::array<std::string_view, 11> kLoginFailures = {"ssh: connect to host",
                                                             "ssh: Could not resolve hostname",
                                                             "Permission denied (",
                                                             "Host key verification failed",
                                                             "kex_exchange_identification",
                                                             "banner exchange",
                                                             "Too many authentication failures",
                                                             "Unable to negotiate with",
                                                             "Connection closed by UNKNOWN",
                                                             "Bad configuration option",
                                                             "Bad owner or permissions"};

/// How many bytes at the end of `text` may be the start of a mark.
size_t open_tail(std::string_view text) {
  for (size_t length = std::min(text.size(), kBegun.size() - 1); length > 0; --length) {
    const auto tail = text.substr(text.size() - length);
    if (kBegun.starts_with(tail) || kEnded.starts_with(tail)) return length;
  }
  return 0;
}

}  // namespace

std::string marked_command(const std::string& command) {
  return R"(sh -c 'printf "\036-tizza-begun-\036" >&2; "$@"; s=$?; )"
         R"([ $s -ne 255 ] || printf "\036-tizza-ended-\036" >&2; exit $s' sh )" +
         command;
}

std::string MarkFilter::pass(std::string_view bytes) {
  held_ += bytes;
  has_begun_ = has_begun_ || held_.find(kBegun) != std::string::npos;
  has_ended_ = has_ended_ || held_.find(kEnded) != std::string::npos;
  std::string text = replace_all(replace_all(held_, kBegun, ""), kEnded, "");
  const size_t tail = open_tail(text);
  held_ = text.substr(text.size() - tail);
  text.resize(text.size() - tail);
  return text;
}

std::string MarkFilter::rest() {
  return std::exchange(held_, "");
}

bool names_failed_login(std::string_view errors) {
  return std::any_of(kLoginFailures.begin(), kLoginFailures.end(), [&](std::string_view words) {
    return errors.find(words) != std::string_view::npos;
  });
}

std::string refused_login(const std::string& host, std::string_view errors) {
  return fmt::format("`{}` does not let us in: {}", host, trim(errors));
}

}  // namespace tizza::playbook
