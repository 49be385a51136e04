#include "spec/rulesets/formats.hpp"

namespace tizza::spec::rulesets {
namespace {

struct Format {
  std::string_view name;
  Versions versions;
};

constexpr Versions range(Version first, Version last) {
  return Versions::range(first, last);
}

// `_` and `-` stand for `.` in some spellings; find_format() takes them alike.
constexpr Format kFormats[] = {
    {"oas2", kAllSwagger},
    {"oas2.0", kAllSwagger},
    {"oas3", kAllOpenApi3},
    {"oas3.0", Version::kOpenApi30},
    {"oas3.1", Version::kOpenApi31},
    {"oas3.2", Version::kOpenApi32},
    {"asyncapi2", kAllAsyncApi2},
    {"asyncapi2.0", range(Version::kAsyncApi20Rc1, Version::kAsyncApi20)},
    {"asyncapi2.1", Version::kAsyncApi21},
    {"asyncapi2.2", Version::kAsyncApi22},
    {"asyncapi2.3", Version::kAsyncApi23},
    {"asyncapi2.4", Version::kAsyncApi24},
    {"asyncapi2.5", Version::kAsyncApi25},
    {"asyncapi2.6", Version::kAsyncApi26},
    {"asyncapi3", kAllAsyncApi3},
    {"asyncapi3.0", Version::kAsyncApi30},
    {"asyncapi3.1", Version::kAsyncApi31},
    // Formats of other documents than API descriptions.
    {"arazzo1", {}},
    {"arazzo1.0", {}},
    {"json.schema", {}},
    {"json.schema.loose", {}},
    {"json.schema.draft4", {}},
    {"json.schema.draft6", {}},
    {"json.schema.draft7", {}},
    {"json.schema.draft.2019.09", {}},
    {"json.schema.2019.09", {}},
    {"json.schema.draft.2020.12", {}},
    {"json.schema.2020.12", {}},
};

}  // namespace

std::optional<Versions> find_format(std::string_view name) {
  std::string wanted(name);
  for (char& c : wanted) {
    if (c == '-' || c == '_') c = '.';
  }
  if (wanted.starts_with("aas")) wanted = "asyncapi" + wanted.substr(3);
  for (const Format& format : kFormats) {
    if (format.name == wanted) return format.versions;
  }
  return std::nullopt;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) {
    if (format.versions != Versions()) names.emplace_back(format.name);
  }
  return names;
}

}  // namespace tizza::spec::rulesets
