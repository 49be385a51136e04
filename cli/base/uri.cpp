#include "base/uri.hpp"

#include <vector>

#include "base/strings.hpp"

namespace tizza {
namespace {

bool is_scheme(std::string_view text) {
  if (text.empty()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!is_letter && (i == 0 || !is_other)) return false;
  }
  return true;
}

std::string without_dot_segments(std::string_view path) {
  const bool is_absolute = path.starts_with('/');
  if (is_absolute) path.remove_prefix(1);
  std::vector<std::string> kept;
  const auto segments = split(path, '/');
  for (size_t i = 0; i < segments.size(); ++i) {
    const bool is_last = i + 1 == segments.size();
    if (segments[i] == ".." || segments[i] == ".") {
      const bool goes_up = segments[i] == "..";
      if (goes_up && !kept.empty() && kept.back() != "..") {
        kept.pop_back();
      } else if (goes_up && !is_absolute) {
        kept.emplace_back("..");
      }
      if (is_last) kept.emplace_back();
    } else {
      kept.emplace_back(segments[i]);
    }
  }
  return (is_absolute ? "/" : "") + join(kept, "/");
}

std::string merged_path(const UriParts& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const size_t slash = base.path.rfind('/');
  if (slash == std::string_view::npos) return std::string(path);
  return std::string(base.path.substr(0, slash + 1)) + std::string(path);
}

std::string write(const UriParts& parts, std::string_view path) {
  std::string uri;
  if (parts.scheme) uri.append(*parts.scheme).append(":");
  if (parts.authority) uri.append("//").append(*parts.authority);
  uri.append(path);
  if (parts.query) uri.append("?").append(*parts.query);
  if (parts.fragment) uri.append("#").append(*parts.fragment);
  return uri;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

UriParts split_uri(std::string_view uri) {
  UriParts parts;
  if (const size_t hash = uri.find('#'); hash != std::string_view::npos) {
    parts.fragment = uri.substr(hash + 1);
    uri = uri.substr(0, hash);
  }
  if (const size_t mark = uri.find('?'); mark != std::string_view::npos) {
    parts.query = uri.substr(mark + 1);
    uri = uri.substr(0, mark);
  }
  const size_t colon = uri.find(':');
  if (colon != std::string_view::npos && is_scheme(uri.substr(0, colon))) {
    parts.scheme = uri.substr(0, colon);
    uri.remove_prefix(colon + 1);
  }
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    parts.authority = uri.substr(0, uri.find('/'));
    uri.remove_prefix(parts.authority->size());
  }
  parts.path = uri;
  return parts;
}

std::string resolve_uri(std::string_view base_text, std::string_view reference_text) {
  UriParts target = split_uri(reference_text);
  if (target.scheme) return write(target, without_dot_segments(target.path));
  const UriParts base = split_uri(base_text);
  target.scheme = base.scheme;
  if (target.authority) return write(target, without_dot_segments(target.path));
  target.authority = base.authority;
  if (target.path.empty()) {
    if (!target.query) target.query = base.query;
    return write(target, base.path);
  }
  if (target.path.starts_with('/')) return write(target, without_dot_segments(target.path));
  return write(target, without_dot_segments(merged_path(base, target.path)));
}

std::string_view without_fragment(std::string_view uri) {
  return uri.substr(0, uri.find('#'));
}

std::string path_to_uri(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const bool is_url = path.find("://") != std::string_view::npos;
  const std::string_view kept = is_url ? "-._~/:?#[]@!$&'()*+,;=%" : "-._~/!$&'()*+,;=@";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_word || kept.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte >> 4], kDigits[byte & 0xF]};
    }
  }
  return uri;
}

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool may_be_escape = text[i] == '%' && i + 2 < text.size();
    const int high = may_be_escape ? hex_value(text[i + 1]) : -1;
    const int low = may_be_escape ? hex_value(text[i + 2]) : -1;
    if (high >= 0 && low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

}  // namespace tizza
