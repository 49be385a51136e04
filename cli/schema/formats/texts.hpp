#pragma once
#include <string_view>

/// What formats.cpp lists: whether a text is one.
namespace tizza::schema {

// dates.cpp: RFC 3339, chapter 5.6 and appendix A.
bool is_date(std::string_view text);
bool is_time(std::string_view text);
bool is_date_time(std::string_view text);
bool is_duration(std::string_view text);

// hosts.cpp
bool is_ipv4(std::string_view text);          ///< RFC 2673, chapter 3.2.
bool is_ipv6(std::string_view text);          ///< RFC 4291, chapter 2.2.
bool is_hostname(std::string_view text);      ///< RFC 1123, chapter 2.1.
bool is_idn_hostname(std::string_view text);  ///< The same with letters beyond ASCII.
bool is_email(std::string_view text);         ///< RFC 5321, chapter 4.1.2.
bool is_idn_email(std::string_view text);     ///< RFC 6531.

// uris.cpp: RFC 3986, RFC 3987, RFC 6570.
bool is_uri(std::string_view text);
bool is_uri_reference(std::string_view text);
bool is_iri(std::string_view text);
bool is_iri_reference(std::string_view text);
bool is_uri_template(std::string_view text);

// tokens.cpp
bool is_uuid(std::string_view text);                   ///< RFC 4122, chapter 3.
bool is_json_pointer(std::string_view text);           ///< RFC 6901, chapter 3.
bool is_relative_json_pointer(std::string_view text);  ///< draft-handrews-relative-json-pointer-01
bool is_regex(std::string_view text);                  ///< ECMA-262.
bool is_base64(std::string_view text);  ///< RFC 4648, chapter 4; lines may be broken.

}  // namespace tizza::schema
