#include "platform/curl_http.hpp"

// The checks of argument types are macros that only fit the plain function names.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <fmt/core.h>

#include <memory>

#include "base/strings.hpp"
#include "platform/input_error.hpp"
#include "platform/masking.hpp"
#include "platform/shared_library.hpp"

namespace tizza::platform {
namespace {

struct CurlLibrary : SharedLibrary {
  CurlLibrary() : SharedLibrary("libcurl.so.4") {
    if (is_complete()) curl_global_init(CURL_GLOBAL_DEFAULT);
  }
  TIZZA_LIBRARY_FUNCTION(curl_global_init);
  TIZZA_LIBRARY_FUNCTION(curl_easy_init);
  TIZZA_LIBRARY_FUNCTION(curl_easy_cleanup);
  TIZZA_LIBRARY_FUNCTION(curl_easy_setopt);
  TIZZA_LIBRARY_FUNCTION(curl_easy_perform);
  TIZZA_LIBRARY_FUNCTION(curl_easy_getinfo);
  TIZZA_LIBRARY_FUNCTION(curl_easy_strerror);
  TIZZA_LIBRARY_FUNCTION(curl_slist_append);
  TIZZA_LIBRARY_FUNCTION(curl_slist_free_all);

  static const CurlLibrary& get() {
    static const CurlLibrary library;
    return library;
  }
};

/// What the callbacks of one transfer see.
struct Transfer {
  HttpResponse response;
  size_t limit = 0;
  bool is_too_large = false;
  const Interrupts* interrupts = nullptr;
};

size_t on_body(char* data, size_t unit, size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const size_t size = unit * count;
  if (size > transfer.limit - transfer.response.body.size()) {
    transfer.is_too_large = true;
    return 0;
  }
  transfer.response.body.append(data, size);
  return size;
}

size_t on_header(char* data, size_t unit, size_t count, void* user) {
  auto& headers = static_cast<Transfer*>(user)->response.headers;
  const std::string_view line(data, unit * count);
  // A redirect brings a second set of headers: only those of the last answer count.
  if (line.starts_with("HTTP/")) headers.clear();
  if (const size_t colon = line.find(':'); colon != std::string_view::npos) {
    headers[to_lower(trim(line.substr(0, colon)))] = trim(line.substr(colon + 1));
  }
  return unit * count;
}

int on_progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(user)->interrupts->pending() != 0 ? 1 : 0;
}

/// One easy handle with its headers.
class Handle {
 public:
  explicit Handle(const CurlLibrary& library) : library_(library), easy_(library.curl_easy_init()) {
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, message_);
  }
  ~Handle() {
    library_.curl_slist_free_all(headers_);
    library_.curl_easy_cleanup(easy_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  template <typename Value>
  void set(CURLoption option, Value value) {
    library_.curl_easy_setopt(easy_, option, value);
  }
  void add_header(const std::string& line) {
    headers_ = library_.curl_slist_append(headers_, line.c_str());
    set(CURLOPT_HTTPHEADER, headers_);
  }
  CURLcode perform() { return library_.curl_easy_perform(easy_); }
  long status() {
    long status = 0;
    library_.curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

  /// Whether any of a request has gone out.
  bool has_sent() const {
    long bytes = 0;
    library_.curl_easy_getinfo(easy_, CURLINFO_REQUEST_SIZE, &bytes);
    return bytes > 0;
  }

  /// Why `code` came, in words.
  std::string reason(CURLcode code, std::chrono::milliseconds timeout) const {
    switch (code) {
      case CURLE_COULDNT_RESOLVE_HOST:
        return "unknown host";
      case CURLE_COULDNT_CONNECT:
        return "connection refused";
      case CURLE_OPERATION_TIMEDOUT:
        return fmt::format("nothing came within {:g} s",
                           static_cast<double>(timeout.count()) / 1e3);
      case CURLE_UNSUPPORTED_PROTOCOL:
        return has_sent() ? "what came is no HTTP" : "only http and https are spoken here";
      case CURLE_OUT_OF_MEMORY:
        return has_sent() ? "the headers are too long" : "out of memory";
      case CURLE_URL_MALFORMAT:
        return "not a URL";
      case CURLE_TOO_MANY_REDIRECTS:
        return "too many redirects";
      case CURLE_GOT_NOTHING:
        return "the server closed the connection";
      case CURLE_PEER_FAILED_VERIFICATION:
        return "the certificate is not trusted";
      default:
        return message_[0] != '\0' ? message_ : library_.curl_easy_strerror(code);
    }
  }

 private:
  const CurlLibrary& library_;
  CURL* easy_;
  curl_slist* headers_ = nullptr;
  char message_[CURL_ERROR_SIZE] = {};
};

void set_up(Handle& handle, const HttpRequest& request, Transfer& transfer) {
  handle.set(CURLOPT_URL, request.url.c_str());
  handle.set(CURLOPT_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_FOLLOWLOCATION, request.max_redirects > 0 ? 1L : 0L);
  handle.set(CURLOPT_MAXREDIRS, static_cast<long>(request.max_redirects));
  handle.set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  handle.set(CURLOPT_ACCEPT_ENCODING, "");
  handle.set(CURLOPT_USERAGENT, "tizza");
  handle.set(CURLOPT_WRITEFUNCTION, &on_body);
  handle.set(CURLOPT_WRITEDATA, &transfer);
  handle.set(CURLOPT_HEADERFUNCTION, &on_header);
  handle.set(CURLOPT_HEADERDATA, &transfer);
  handle.set(CURLOPT_NOPROGRESS, 0L);
  handle.set(CURLOPT_XFERINFOFUNCTION, &on_progress);
  handle.set(CURLOPT_XFERINFODATA, &transfer);
  if (request.method == "HEAD") {
    handle.set(CURLOPT_NOBODY, 1L);
  } else if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
    handle.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    handle.set(CURLOPT_POSTFIELDS, request.body.c_str());
  }
  if (request.method != "HEAD") handle.set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  handle.add_header("Expect:");
  for (const auto& [name, value] : request.headers) handle.add_header(name + ": " + value);
}

Error no_library() {
  return failure("network", "libcurl cannot be loaded", "install the package libcurl4");
}

}  // namespace

Result<HttpResponse> CurlHttp::send(const HttpRequest& request) {
  const CurlLibrary& library = CurlLibrary::get();
  if (!library.is_complete()) return no_library();
  Handle handle(library);
  Transfer transfer;
  transfer.limit = request.max_response_bytes;
  transfer.interrupts = &interrupts_;
  set_up(handle, request, transfer);
  const CURLcode code = handle.perform();
  if (code == CURLE_ABORTED_BY_CALLBACK) return interrupted_by(interrupts_.pending());
  if (code != CURLE_OK) {
    const std::string reason = transfer.is_too_large
                                   ? fmt::format("more than {} bytes", request.max_response_bytes)
                                   : mask_credentials(handle.reason(code, request.timeout));
    const bool is_only_read = request.method == "GET" || request.method == "HEAD";
    return failure(
        "network", fmt::format("no answer from `{}`: {}", mask_credentials(request.url), reason),
        {}, handle.has_sent() && !is_only_read ? Verdict::kUnknownState : Verdict::kCouldNotRun);
  }
  transfer.response.status = handle.status();
  return std::move(transfer.response);
}

Status CurlHttp::connect(const std::string& host, int port, std::chrono::milliseconds timeout) {
  const CurlLibrary& library = CurlLibrary::get();
  if (!library.is_complete()) return no_library();
  Handle handle(library);
  const bool is_bare_ipv6 = host.find(':') != std::string::npos && !host.starts_with('[');
  const std::string url = fmt::format("http://{}:{}", is_bare_ipv6 ? "[" + host + "]" : host, port);
  handle.set(CURLOPT_URL, url.c_str());
  handle.set(CURLOPT_CONNECT_ONLY, 1L);
  handle.set(CURLOPT_PROXY, "");  // The question is whether this host can be reached from here.
  handle.set(CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
  const CURLcode code = handle.perform();
  if (code == CURLE_OK) return {};
  return failure("network", fmt::format("no connection to `{}:{}`: {}", host, port,
                                        handle.reason(code, timeout)));
}

}  // namespace tizza::platform
