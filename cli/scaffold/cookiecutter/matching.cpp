#include <algorithm>
#include <array>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "scaffold/cookiecutter/rendering.hpp"

namespace tizza::scaffold::cookiecutter {
namespace {

// clang-format off
constexpr std::string_view kBinaryEndings[] = {
    "3ds", "blend", "dae", "fbx", "glb", "stl", "usdz", "7z", "bz2", "cab", "gz", "jar", "lz", "lz4",
    "lzma", "rar", "tar", "xz", "z", "zip", "zst", "aac", "aif", "aiff", "alac", "ape", "flac", "m4a",
    "mid", "midi", "mp3", "ogg", "opus", "wav", "wma", "dwg", "dwf", "dxb", "step", "stp", "class",
    "dll", "o", "pyc", "pyo", "so", "wasm", "accdb", "db", "dbf", "mdb", "sqlite", "sqlite3", "dmg",
    "img", "iso", "qcow2", "vdi", "vhd", "vmdk", "doc", "docx", "epub", "mobi", "odt", "pages", "pdf",
    "ppt", "pptx", "xls", "xlsx", "com", "exe", "msi", "bin", "fw", "rom", "eot", "otf", "ttc", "ttf",
    "woff", "woff2", "gba", "n64", "nds", "nes", "pak", "sav", "sfc", "smc", "shp", "shx", "avif",
    "bmp", "cr2", "cr3", "dng", "gif", "heic", "heif", "ico", "jfif", "jp2", "jpeg", "jpg", "jxl",
    "nef", "orf", "png", "psd", "raw", "tif", "tiff", "webp", "xcf", "arrow", "avro", "fit", "fits",
    "hdf5", "mat", "npy", "npz", "parquet", "pcap", "pcapng", "avi", "flv", "m4v", "mkv", "mov",
    "mp4", "mpeg", "mpg", "ogv", "webm", "wmv"};
// clang-format on

/// Whether `c` is in the class `[…]` that starts at `pattern[at]`; `at` is moved behind it. A class
/// without an end is a bracket.
bool class_matches(std::string_view pattern, size_t& at, char c) {
  size_t end = at + 1;
  if (end < pattern.size() && pattern[end] == '!') ++end;
  if (end < pattern.size() && pattern[end] == ']') ++end;
  end = pattern.find(']', end);
  if (end == std::string_view::npos) {
    ++at;
    return c == '[';
  }
  std::string_view members = pattern.substr(at + 1, end - at - 1);
  at = end + 1;
  const bool is_inverted = members.starts_with('!');
  if (is_inverted) members.remove_prefix(1);
  bool is_in = false;
  for (size_t i = 0; i < members.size(); ++i) {
    const bool is_range = i + 2 < members.size() && members[i + 1] == '-';
    is_in |= is_range ? members[i] <= c && c <= members[i + 2] : members[i] == c;
    if (is_range) i += 2;
  }
  return is_in != is_inverted;
}

}  // namespace

bool is_binary(const std::string& path, std::string_view bytes) {
  const std::string name = file_name(path);
  const size_t dot = name.rfind('.');
  if (dot != std::string::npos && dot > 0) {
    const std::string ending = to_lower(name.substr(dot + 1));
    if (std::find(std::begin(kBinaryEndings), std::end(kBinaryEndings), ending) !=
        std::end(kBinaryEndings)) {
      return true;
    }
  }
  return bytes.find('\0') != std::string_view::npos ||
         utf8::find_invalid(bytes) != std::string_view::npos;
}

// Goes back to the last `*` only: linear in pattern times path.
bool matches_pattern(std::string_view path, std::string_view pattern) {
  size_t at = 0, i = 0, star = std::string_view::npos, star_path = 0;
  while (i < path.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      star_path = i;
      continue;
    }
    if (at < pattern.size()) {
      size_t next = at + 1;
      const bool is_match = pattern[at] == '?'   ? true
                            : pattern[at] == '[' ? class_matches(pattern, next = at, path[i])
                                                 : pattern[at] == path[i];
      if (is_match) {
        at = next;
        ++i;
        continue;
      }
    }
    if (star == std::string_view::npos) return false;
    at = star + 1;
    i = ++star_path;
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at == pattern.size();
}

}  // namespace tizza::scaffold::cookiecutter
