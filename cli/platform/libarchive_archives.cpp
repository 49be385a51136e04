#include "platform/libarchive_archives.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>

#include <memory>

#include "platform/shared_library.hpp"

namespace tizza::platform {
namespace {

struct ArchiveLibrary : SharedLibrary {
  ArchiveLibrary() : SharedLibrary("libarchive.so.13") {}
  TIZZA_LIBRARY_FUNCTION(archive_read_new);
  TIZZA_LIBRARY_FUNCTION(archive_read_free);
  TIZZA_LIBRARY_FUNCTION(archive_read_support_filter_gzip);
  TIZZA_LIBRARY_FUNCTION(archive_read_support_filter_bzip2);
  TIZZA_LIBRARY_FUNCTION(archive_read_support_format_tar);
  TIZZA_LIBRARY_FUNCTION(archive_read_support_format_zip_seekable);
  TIZZA_LIBRARY_FUNCTION(archive_read_open_memory);
  TIZZA_LIBRARY_FUNCTION(archive_read_next_header);
  TIZZA_LIBRARY_FUNCTION(archive_read_data);
  TIZZA_LIBRARY_FUNCTION(archive_error_string);
  TIZZA_LIBRARY_FUNCTION(archive_entry_pathname);
  TIZZA_LIBRARY_FUNCTION(archive_entry_filetype);

  static const ArchiveLibrary& get() {
    static const ArchiveLibrary library;
    return library;
  }
};

/// One archive that is being read.
class Reading {
 public:
  explicit Reading(const ArchiveLibrary& library)
      : library_(library), archive_(library.archive_read_new()) {
    library_.archive_read_support_filter_gzip(archive_);
    library_.archive_read_support_filter_bzip2(archive_);
    library_.archive_read_support_format_tar(archive_);
    library_.archive_read_support_format_zip_seekable(archive_);
  }
  ~Reading() { library_.archive_read_free(archive_); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  Status open(std::string_view bytes) {
    const int code = library_.archive_read_open_memory(archive_, bytes.data(), bytes.size());
    if (code != ARCHIVE_OK) return broken();
    return {};
  }

  /// The path of the next regular file; empty at the end.
  Result<std::string> next() {
    while (true) {
      archive_entry* entry = nullptr;
      const int code = library_.archive_read_next_header(archive_, &entry);
      if (code == ARCHIVE_EOF) return std::string();
      if (code < ARCHIVE_WARN) return broken();
      const char* path = library_.archive_entry_pathname(entry);
      if (path != nullptr && library_.archive_entry_filetype(entry) == AE_IFREG) {
        return std::string(path);
      }
    }
  }

  Result<std::string> content(const std::string& path, size_t max_bytes) {
    std::string content;
    char buffer[1 << 16];
    while (true) {
      const la_ssize_t size = library_.archive_read_data(archive_, buffer, sizeof buffer);
      if (size < 0) return broken();
      if (size == 0) return content;
      content.append(buffer, static_cast<size_t>(size));
      if (content.size() > max_bytes) {
        return failure("archive",
                       fmt::format("`{}` in it is larger than {} bytes", path, max_bytes), {},
                       Verdict::kNegative);
      }
    }
  }

 private:
  Error broken() const {
    const char* reason = library_.archive_error_string(archive_);
    return failure("archive",
                   fmt::format("it is no archive that can be read: {}",
                               reason != nullptr ? reason : "its end is missing"),
                   "build it anew", Verdict::kNegative);
  }

  const ArchiveLibrary& library_;
  archive* archive_;
};

}  // namespace

Result<std::vector<ArchiveFile>> LibarchiveArchives::read(
    std::string_view bytes, const std::function<bool(std::string_view)>& is_wanted,
    size_t max_bytes) const {
  const ArchiveLibrary& library = ArchiveLibrary::get();
  if (!library.is_complete()) {
    return failure("archive", "archives cannot be read: libarchive.so.13 is missing",
                   "install it: `apt-get install libarchive13`");
  }
  Reading reading(library);
  TIZZA_CHECK(reading.open(bytes));
  std::vector<ArchiveFile> files;
  while (true) {
    TIZZA_TRY(std::string path, reading.next());
    if (path.empty()) return files;
    if (!is_wanted(path)) continue;
    TIZZA_TRY(std::string content, reading.content(path, max_bytes));
    files.push_back({std::move(path), std::move(content)});
  }
}

}  // namespace tizza::platform
