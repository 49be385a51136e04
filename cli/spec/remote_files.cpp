#include "spec/remote_files.hpp"

#include <algorithm>

#include "base/paths.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/uri.hpp"

namespace tizza::spec {
namespace {

constexpr long kOk = 200;
constexpr long kNotModified = 304;

/// Without the user in front and the port behind.
std::string host_of(std::string_view url) {
  std::string_view host = split_uri(url).authority.value_or("");
  if (const size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
  return to_lower(host);
}

}  // namespace

bool is_url(std::string_view path) {
  const UriParts parts = split_uri(path);
  const std::string scheme = to_lower(parts.scheme.value_or(""));
  return parts.authority && (scheme == "http" || scheme == "https");
}

Result<std::string> RemoteFiles::read(const std::string& url) {
  const std::lock_guard lock(mutex_);
  TIZZA_CHECK(check_host(url));
  HttpRequest request;
  request.url = url;
  request.timeout = options_.timeout;
  request.max_response_bytes = options_.max_bytes;
  // A redirect could lead to a host that nobody allowed.
  if (!options_.hosts.empty()) request.max_redirects = 0;
  const std::string copy = copy_of(url);
  const auto kept = copy.empty() ? Result<std::string>(std::string()) : files_.read_file(copy);
  const bool has_copy = !copy.empty() && kept.ok();
  if (has_copy) {
    const auto tag = files_.read_file(copy + ".etag");
    if (tag.ok() && !tag->empty()) request.headers["If-None-Match"] = *tag;
  }
  auto response = http_.send(request);
  if (!response.ok()) {
    if (has_copy) return kept;
    return std::move(response).error();
  }
  if (response->status == kNotModified && has_copy) return kept;
  if (response->status != kOk) {
    return failure("remote", "`" + url + "` answers " + std::to_string(response->status));
  }
  keep(url, *response);
  return std::move(response->body);
}

Status RemoteFiles::check_host(const std::string& url) const {
  if (options_.hosts.empty()) return {};
  const std::string host = host_of(url);
  const auto is_it = [&](const std::string& allowed) { return to_lower(allowed) == host; };
  if (std::any_of(options_.hosts.begin(), options_.hosts.end(), is_it)) return {};
  return failure("remote", "host `" + host + "` is not allowed",
                 "allow it with `--remote-host " + host + "`");
}

std::string RemoteFiles::copy_of(const std::string& url) const {
  return options_.cache_folder.empty() ? std::string()
                                       : join_path(options_.cache_folder, sha256(url));
}

/// A copy that cannot be written is none: the text is there all the same.
void RemoteFiles::keep(const std::string& url, const HttpResponse& response) {
  const std::string copy = copy_of(url);
  if (copy.empty() || !files_.make_directories(options_.cache_folder).ok()) return;
  if (!files_.write_file(copy, response.body).ok()) return;
  const auto tag = response.headers.find("etag");
  const auto written =
      files_.write_file(copy + ".etag", tag == response.headers.end() ? "" : tag->second);
  static_cast<void>(written);
}

}  // namespace tizza::spec
