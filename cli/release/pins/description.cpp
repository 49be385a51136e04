#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/strings.hpp"
#include "release/formats/document_scalar.hpp"
#include "release/pins/pin_format.hpp"
#include "text/reader.hpp"

// API descriptions: a `$ref` to a URL takes over what is there, so that the URL must name a
// version: as a folder (`/1.4.0/`), behind `@`, or as `ref=` of the query.
namespace tizza::release {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `2020-12` or `2020-12-01`, as schemas name their editions.
bool is_date(std::string_view text) {
  if (text.size() != 7 && text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((i == 4 || i == 7) ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return true;
}

/// A whole segment; `v1` is an API's generation, which moves on.
bool is_version_segment(std::string_view segment) {
  if (is_commit_id(segment) || is_date(segment)) return true;
  const auto ref = read_version_ref(segment);
  return ref && ref->version.find('.') != std::string_view::npos && !segment.ends_with(".yaml") &&
         !segment.ends_with(".yml") && !segment.ends_with(".json");
}

/// What names the version in a URL, and what stands in front of it; empty for nothing.
struct Named {
  std::string_view owner;
  std::string_view version;
};

Named version_in(std::string_view url) {
  const size_t query = std::min(url.find('?'), url.size());
  const size_t begin = url.find("://") + 3;
  std::string_view owner;
  for (auto segment : split(url.substr(begin, query - begin), '/')) {
    if (const size_t sign = segment.rfind('@'); sign != std::string_view::npos && sign > 0) {
      if (is_version_segment(segment.substr(sign + 1))) {
        return {segment.substr(0, sign), segment.substr(sign + 1)};
      }
    }
    if (!owner.empty() && is_version_segment(segment)) return {owner, segment};
    // GitLab and GitHub have these between the project and the version.
    const bool is_filler = segment == "-" || segment == "raw" || segment == "blob" ||
                           segment == "refs" || segment == "tags";
    if (!segment.empty() && !is_filler) owner = segment;
  }
  for (const auto part : split(url.substr(query), '&')) {
    const size_t ref = part.find("ref=");
    if (ref != std::string_view::npos && ref <= 1) return {owner, part.substr(ref + 4)};
  }
  return {owner, {}};
}

class DescriptionReader {
 public:
  DescriptionReader(const SourcePtr& source, PinSink& sink) : source_(source), sink_(sink) {}

  void read(Node root) {
    std::vector<Node> open = {root};
    std::unordered_set<NodeId> seen;  // aliases are shared nodes
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      if (!seen.insert(node.id()).second) continue;
      for (const Node item : node.items()) open.push_back(item);
      for (const auto& [key, value] : node.entries()) {
        if (key.text() == "$ref" && value.is_string()) add(value);
        open.push_back(value);
      }
    }
    for (auto& [url, pin] : by_url_) {
      std::sort(pin.more.begin(), pin.more.end(),
                [](const Span& a, const Span& b) { return a.begin < b.begin; });
      sink_.add(std::move(pin));
    }
  }

 private:
  void add(Node ref) {
    const auto text = ref.text();
    if (!text.starts_with("https://") && !text.starts_with("http://")) return;
    const auto span = verbatim_span(ref);
    if (!span) return;
    const auto url = source_->slice(*span);
    const auto whole = url.substr(0, url.find('#'));
    const auto [found, is_new] = by_url_.try_emplace(std::string(whole), pin_of(whole));
    if (is_new) return;
    Span more = pin_of(whole).pin_at.span;
    Pin& pin = found->second;
    // The walk has an order of its own; the first place in the file is the one that is shown.
    if (more.begin < pin.pin_at.span.begin) {
      std::swap(more, pin.pin_at.span);
      pin.at = place_of(source_, whole);
    }
    pin.more.push_back(more);
  }

  Pin pin_of(std::string_view url) const {
    Pin pin;
    pin.ecosystem = Ecosystem::kDescription;
    pin.at = place_of(source_, url);
    pin.address = url;
    pin.protocol = url.substr(0, url.find("://"));
    pin.pin_at = place_of(source_, url.substr(url.size()));
    const Named named = version_in(url);
    pin.name = named.owner;
    if (named.version.empty()) return pin;
    pin_to_ref(pin, source_, named.version);
    if (is_date(named.version)) pin.kind = PinKind::kVersion;
    return pin;
  }

  const SourcePtr& source_;
  PinSink& sink_;
  std::map<std::string, Pin> by_url_;
};

}  // namespace

Status read_description_pins(const SourcePtr& source, PinSink& sink) {
  ReadOptions options;
  options.merge_keys = true;
  const auto document = read_document(source, options);
  // A broken description is the business of `tizza validate`.
  if (document.ok()) DescriptionReader(source, sink).read((*document)->root());
  return {};
}

}  // namespace tizza::release
