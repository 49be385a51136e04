#include "text/xml_reader.hpp"

#include <expat.h>
#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "text/readable_text.hpp"

namespace tizza {
namespace {

struct FreeParser {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

/// Collects elements while expat reads.
struct Reading {
  XML_Parser parser = nullptr;
  std::string path = {};
  std::vector<size_t> open = {};  // indices of the elements around
  std::vector<XmlElement> elements = {};

  uint32_t here() const { return static_cast<uint32_t>(XML_GetCurrentByteIndex(parser)); }

  static void start(void* user, const char* name, const char**) {
    auto& self = *static_cast<Reading*>(user);
    if (!self.open.empty()) self.elements[self.open.back()].is_text = false;
    if (!self.path.empty()) self.path += '/';
    self.path += name;
    const uint32_t begin =
        self.here() + static_cast<uint32_t>(XML_GetCurrentByteCount(self.parser));
    self.open.push_back(self.elements.size());
    self.elements.push_back({self.path, {begin, begin}});
  }

  static void end(void* user, const char* name) {
    auto& self = *static_cast<Reading*>(user);
    Span& content = self.elements[self.open.back()].content;
    // `<version/>` ends where it starts.
    content.end = std::max(content.begin, self.here());
    self.open.pop_back();
    const size_t length = std::string_view(name).size() + 1;
    self.path.resize(self.path.size() < length ? 0 : self.path.size() - length);
  }
};

}  // namespace

Result<std::vector<XmlElement>> read_xml(const SourcePtr& source) {
  TIZZA_CHECK(check_readable(source));
  const Parser parser(XML_ParserCreate(nullptr));
  Reading reading{parser.get()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), Reading::start, Reading::end);
  const auto text = source->text();
  // Inputs are at most kMaxInputBytes, which an int holds.
  const auto outcome = XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1);
  if (outcome == XML_STATUS_OK) return std::move(reading.elements);
  const auto at = std::min(reading.here(), static_cast<uint32_t>(text.size()));
  return syntax_error(source, {at, at}, XML_ErrorString(XML_GetErrorCode(parser.get())));
}

}  // namespace tizza
