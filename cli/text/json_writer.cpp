#include <cmath>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "text/writer.hpp"

namespace tizza {
namespace {

void append_escaped(std::string& out, std::string_view sequence) {
  switch (sequence[0]) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      if (static_cast<unsigned char>(sequence[0]) < 0x20 || sequence[0] == 0x7F) {
        out += fmt::format("\\u{:04x}", sequence[0]);
      } else {
        out += sequence;
      }
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    if (decoded.valid) {
      append_escaped(out, text.substr(0, decoded.size));
    } else {
      utf8::append(out, 0xFFFD);
    }
    text.remove_prefix(decoded.size);
  }
  out += '"';
}

class JsonWriter {
 public:
  explicit JsonWriter(int indent) : indent_(indent) {}

  void write(const Value& value) {
    if (const bool* boolean = value.as_bool()) {
      out_ += *boolean ? "true" : "false";
    } else if (const int64_t* whole = value.as_int()) {
      out_ += fmt::format("{}", *whole);
    } else if (const double* number = value.as_double()) {
      write_double(*number);
    } else if (const std::string* text = value.as_string()) {
      append_quoted(out_, *text);
    } else if (const Value::List* list = value.as_list()) {
      write_all('[', *list, ']', [this](const Value& item) { write(item); });
    } else if (const Value::Mapping* mapping = value.as_mapping()) {
      write_all('{', *mapping, '}', [this](const Value::Member& member) {
        append_quoted(out_, member.first);
        out_ += indent_ > 0 ? ": " : ":";
        write(member.second);
      });
    } else {
      out_ += "null";
    }
  }

  std::string take() { return std::move(out_); }

 private:
  /// The shortest text that reads back as the same number, recognisable as no integer. JSON has no
  /// words for infinity and not-a-number: they become null.
  void write_double(double number) {
    if (!std::isfinite(number)) {
      out_ += "null";
      return;
    }
    const std::string digits = fmt::format("{}", number);
    out_ += digits;
    if (digits.find_first_of(".e") == std::string::npos) out_ += ".0";
  }

  template <typename Items, typename WriteItem>
  void write_all(char open, const Items& items, char close, const WriteItem& write_item) {
    out_ += open;
    ++depth_;
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      break_line();
      write_item(items[i]);
    }
    --depth_;
    if (!items.empty()) break_line();
    out_ += close;
  }

  void break_line() {
    if (indent_ == 0) return;
    out_ += '\n';
    out_.append(static_cast<size_t>(indent_ * depth_), ' ');
  }

  int indent_;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string write_json(const Value& value, int indent) {
  JsonWriter writer(indent);
  writer.write(value);
  return writer.take();
}

std::string json_quote(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

}  // namespace tizza
