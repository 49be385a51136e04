#pragma once
#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ports/file_system.hpp"
#include "ports/http.hpp"

namespace tizza::spec {

struct RemoteOptions {
  std::vector<std::string> hosts;  ///< The only ones that are asked; empty for all.
  std::string cache_folder;        ///< Where copies are kept; empty for nowhere.
  std::chrono::milliseconds timeout{10'000};
  size_t max_bytes = 16u << 20;
};

/// Whether a reference leads over HTTP.
bool is_url(std::string_view path);

/// Files behind URLs, for those who allow that. A copy of each is kept: it spares the transfer
/// where the server says that it still holds (RFC 9110, 13.1.2) and stands in where the server
/// cannot be reached. Threads may share it; they are served one by one.
class RemoteFiles {
 public:
  RemoteFiles(Http& http, FileSystem& files, RemoteOptions options)
      : http_(http), files_(files), options_(std::move(options)) {}

  /// The text behind a URL without a fragment. Errors (rule `remote`) name the URL.
  Result<std::string> read(const std::string& url);

 private:
  Status check_host(const std::string& url) const;
  std::string copy_of(const std::string& url) const;
  void keep(const std::string& url, const HttpResponse& response);

  Http& http_;
  FileSystem& files_;
  RemoteOptions options_;
  std::mutex mutex_;
};

}  // namespace tizza::spec
