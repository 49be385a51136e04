#include "schema/formats/formats.hpp"

#include "schema/formats/texts.hpp"

namespace tizza::schema {
namespace {

bool is_between(const Decimal& number, std::string_view least, std::string_view most) {
  return number.is_integer() && number >= *Decimal::parse(least) && number <= *Decimal::parse(most);
}

bool is_int32(const Decimal& number) {
  return is_between(number, "-2147483648", "2147483647");
}

bool is_int64(const Decimal& number) {
  return is_between(number, "-9223372036854775808", "9223372036854775807");
}

constexpr FormatSpec text(std::string_view name, std::string_view noun, std::string_view example,
                          bool (*fits)(std::string_view)) {
  return {name, noun, example, fits};
}

// JSON Schema validation 7.3, then the data types of OpenAPI 3.0, 4.4. `float`, `double`, `binary`
// and `password` let every value be.
constexpr FormatSpec kFormats[] = {
    text("date-time", "a date and time with an offset", "2024-05-31T19:30:00Z", is_date_time),
    text("date", "a date", "2024-05-31", is_date),
    text("time", "a time with an offset", "19:30:00Z", is_time),
    text("duration", "an ISO 8601 duration", "PT30M", is_duration),
    text("email", "an email address", "team-culinary@tizza.com", is_email),
    text("idn-email", "an email address", "team-culinary@tizza.com", is_idn_email),
    text("hostname", "a host name", "tizza.com", is_hostname),
    text("idn-hostname", "a host name", "tizza.com", is_idn_hostname),
    text("ipv4", "an IPv4 address", "192.0.2.1", is_ipv4),
    text("ipv6", "an IPv6 address", "2001:db8::1", is_ipv6),
    text("uri", "a URI with a scheme", "https://tizza.com/menu", is_uri),
    text("uri-reference", "a URI reference", "/menu/margherita", is_uri_reference),
    text("iri", "an IRI with a scheme", "https://tizza.com/menu", is_iri),
    text("iri-reference", "an IRI reference", "/menu/margherita", is_iri_reference),
    text("uri-template", "a URI template", "/menu/{pizza}", is_uri_template),
    text("uuid", "a UUID", "2f1c9d6e-8a53-4a0f-9b1d-0c6f1f6f7c55", is_uuid),
    text("json-pointer", "a JSON Pointer", "/menu/0", is_json_pointer),
    text("relative-json-pointer", "a relative JSON Pointer", "1/name", is_relative_json_pointer),
    text("regex", "a regular expression", "", is_regex),
    {"byte", "base64", "cGl6emE=", is_base64, nullptr, true},
    {"int32", "an integer of 32 bits", "", nullptr, is_int32, true},
    {"int64", "an integer of 64 bits", "", nullptr, is_int64, true},
};

}  // namespace

const FormatSpec* find_format(std::string_view name, Dialect dialect) {
  for (const FormatSpec& format : kFormats) {
    if (format.name != name) continue;
    return format.is_api_only && !is_api_dialect(dialect) ? nullptr : &format;
  }
  return nullptr;
}

}  // namespace tizza::schema
