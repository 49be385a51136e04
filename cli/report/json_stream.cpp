#include "report/json_stream.hpp"

#include "text/writer.hpp"

namespace tizza::report {

void JsonStream::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

void JsonStream::open(char bracket) {
  separate();
  out_ += bracket;
  closing_ += bracket == '{' ? '}' : ']';
}

void JsonStream::open(std::string_view name, char bracket) {
  key(name);
  open(bracket);
}

void JsonStream::close() {
  out_ += closing_.back();
  closing_.pop_back();
}

void JsonStream::key(std::string_view name) {
  separate();
  out_.append("\"").append(name).append("\":");
}

void JsonStream::text(std::string_view value) {
  separate();
  out_ += json_quote(value);
}

void JsonStream::member(std::string_view name, std::string_view value) {
  key(name);
  out_ += json_quote(value);
}

void JsonStream::member(std::string_view name, bool value) {
  key(name);
  out_ += value ? "true" : "false";
}

}  // namespace tizza::report
