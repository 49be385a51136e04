#include "scaffold/cookiecutter/time_zone.hpp"

#include <algorithm>
#include <string_view>

#include "base/paths.hpp"

namespace tizza::scaffold::cookiecutter {
namespace {

using Zone = expr::TemplateClock::Zone;

constexpr std::string_view kFolder = "/usr/share/zoneinfo";
constexpr size_t kHeaderBytes = 44;
constexpr size_t kTypeBytes = 6;

/// Reads big-endian numbers; zero behind the end.
int64_t number_at(std::string_view bytes, size_t at, size_t size) {
  uint64_t value = 0;
  for (size_t i = 0; i < size; ++i) {
    const auto byte = at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
    value = value << 8 | byte;
  }
  const bool is_negative = size < 8 && value >> (size * 8 - 1) != 0;
  return static_cast<int64_t>(is_negative ? value - (uint64_t{1} << (size * 8)) : value);
}

/// The counts in the header of a block.
struct Header {
  size_t universal, standard, leaps, times, types, characters;

  Header(std::string_view bytes, size_t at)
      : universal(count(bytes, at + 20)),
        standard(count(bytes, at + 24)),
        leaps(count(bytes, at + 28)),
        times(count(bytes, at + 32)),
        types(count(bytes, at + 36)),
        characters(count(bytes, at + 40)) {}

  size_t size(size_t time_bytes) const {
    return times * (time_bytes + 1) + types * kTypeBytes + characters + leaps * (time_bytes + 4) +
           standard + universal;
  }

 private:
  static size_t count(std::string_view bytes, size_t at) {
    return static_cast<size_t>(number_at(bytes, at, 4));
  }
};

std::optional<Zone> zone_in(std::string_view bytes, int64_t at) {
  if (!bytes.starts_with("TZif") || bytes.size() < kHeaderBytes || bytes[4] < '2')
    return std::nullopt;
  const Header old(bytes, 0);  // of version 1, in 32 bits
  const size_t start = kHeaderBytes + old.size(4);
  if (!bytes.substr(std::min(start, bytes.size())).starts_with("TZif")) return std::nullopt;
  const Header header(bytes, start);
  const size_t times = start + kHeaderBytes;
  if (header.types == 0 || header.size(8) > bytes.size()) return std::nullopt;
  const size_t indexes = times + header.times * 8;
  const size_t types = indexes + header.times;
  const size_t names = types + header.types * kTypeBytes;
  size_t type = 0;
  for (size_t i = 0; i < header.times && number_at(bytes, times + i * 8, 8) <= at; ++i) {
    type = static_cast<size_t>(number_at(bytes, indexes + i, 1) & 0xFF);
  }
  const size_t record = types + type * kTypeBytes;
  Zone zone;
  zone.offset = static_cast<int32_t>(number_at(bytes, record, 4));
  const size_t name = names + static_cast<size_t>(number_at(bytes, record + 5, 1) & 0xFF);
  if (name < bytes.size()) {
    const auto text = bytes.substr(name);
    zone.name = text.substr(0, text.find('\0'));
  }
  return zone;
}

}  // namespace

std::optional<Zone> zone_at(const FileReader& files, const Environment& environment,
                            const std::string& zone, int64_t at) {
  std::string path = join_path(kFolder, normal_path(zone));
  if (zone == "local") {
    const auto given = environment.get("TZ");
    if (given && (given->empty() || *given == "UTC")) return Zone{0, "UTC"};
    path = given ? join_path(kFolder, *given) : "/etc/localtime";
    if (!given && !files.exists(path)) return Zone{0, "UTC"};
  }
  const bool is_inside = zone == "local" || (!zone.empty() && !zone.starts_with('/') &&
                                             zone.find("..") == std::string::npos);
  if (!is_inside) return std::nullopt;
  const auto bytes = files.read_file(path);
  return bytes ? zone_in(*bytes, at) : std::nullopt;
}

}  // namespace tizza::scaffold::cookiecutter
