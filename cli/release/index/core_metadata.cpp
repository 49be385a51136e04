#include "release/index/core_metadata.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/pep440.hpp"
#include "base/strings.hpp"

namespace tizza::release {
namespace {

Error wrong(Location at, std::string message) {
  Error error = failure_at(std::move(at), "metadata", std::move(message),
                           "mend what the package is built from and build it anew");
  error.verdict = Verdict::kNegative;
  return error;
}

/// One field: its value without the blanks around it.
struct Field {
  std::string_view name;
  Span value;
};

class MetadataReader {
 public:
  explicit MetadataReader(const SourcePtr& source) : source_(source) {}

  Result<CoreMetadata> read() {
    uint32_t number = 1;
    // The description may follow behind an empty line.
    for (; number <= source_->line_count(); ++number) {
      const auto line = source_->line(number);
      if (line.empty()) break;
      if (line.front() == ' ' || line.front() == '\t') continue;  // goes on from the line before
      TIZZA_TRY(const Field field, read_field(number, line));
      TIZZA_CHECK(take(field));
    }
    for (const auto& [at, name] :
         {std::pair(&data_.name_at, "Name"), std::pair(&data_.version_at, "Version")}) {
      if (!*at) return wrong({source_, {0, 0}}, fmt::format("the field `{}` is missing", name));
    }
    const auto version = parse_pep440(data_.version);
    if (!version.ok()) {
      return wrong(data_.version_at, fmt::format("`{}` is no version of PEP 440", data_.version));
    }
    return std::move(data_);
  }

 private:
  Result<Field> read_field(uint32_t number, std::string_view line) const {
    const uint32_t start = source_->line_start(number);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) {
      return wrong({source_, {start, start + static_cast<uint32_t>(line.size())}},
                   "this line is no field of a header");
    }
    const auto value = trim(line.substr(colon + 1));
    const size_t offset = value.empty() ? line.size() : size_t(value.data() - line.data());
    const auto begin = start + static_cast<uint32_t>(offset);
    return Field{line.substr(0, colon), {begin, begin + static_cast<uint32_t>(value.size())}};
  }

  Status take(const Field& field) {
    const std::string name = to_lower(field.name);
    if (name == "name") return take(field, data_.name, data_.name_at);
    if (name == "version") return take(field, data_.version, data_.version_at);
    if (name == "requires-python") data_.requires_python = source_->slice(field.value);
    return {};
  }

  Status take(const Field& field, std::string& value, Location& at) const {
    const Location here = {source_, field.value};
    if (at) return wrong(here, fmt::format("the field `{}` stands here twice", field.name));
    if (field.value.size() == 0) return wrong(here, fmt::format("`{}` is empty", field.name));
    value = source_->slice(field.value);
    at = here;
    return {};
  }

  const SourcePtr& source_;
  CoreMetadata data_;
};

}  // namespace

std::string normalised_project(std::string_view name) {
  std::string normal;
  for (const char c : to_lower(name)) {
    const bool is_mark = c == '-' || c == '_' || c == '.';
    if (!is_mark) normal += c;
    if (is_mark && (normal.empty() || normal.back() != '-')) normal += '-';
  }
  return normal;
}

Result<CoreMetadata> read_core_metadata(const SourcePtr& source) {
  return MetadataReader(source).read();
}

}  // namespace tizza::release
