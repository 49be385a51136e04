#include "spec/value_checks.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <limits>
#include <unordered_map>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "schema/decimal.hpp"
#include "schema/equality.hpp"
#include "spec/wording.hpp"
#include "text/scalar.hpp"

namespace tizza::spec {
namespace {

bool is_integer(Node node) {
  if (node.type() == ScalarType::kInt) return true;
  const auto number = node.as_double();
  return number && std::isfinite(*number) && *number == std::floor(*number);
}

bool has_kind(Shape shape, Node node) {
  switch (shape) {
    case Shape::kString:
      return node.is_string();
    case Shape::kInteger:
      return is_integer(node);
    case Shape::kNumber:
      return node.is_number();
    case Shape::kBoolean:
      return node.is_bool();
    case Shape::kNull:
      return node.is_null();
    default:
      return false;
  }
}

void check_values(const Type& type, Node node, const Standing& at, RuleFindings& findings) {
  for (const auto value : type.values) {
    if (node.text() == value) return;
  }
  auto finding = findings.report(node, "{} must be {}, not {}", subject(at), choices(type.values),
                                 quoted(node.text()));
  if (finding) {
    finding.help(near_names_help(node.text(),
                                 std::vector<std::string>(type.values.begin(), type.values.end())));
  }
}

void check_format(const Type& type, Node node, const Standing& at, RuleFindings& findings) {
  std::string reason;
  if (is_valid(type.format, node.text(), &reason)) return;
  auto finding = findings.report(node, "{} must be {}, not {}", subject(at), noun(type.format),
                                 quoted(node.text()));
  if (!finding) return;
  const auto shown = example(type.format);
  if (!reason.empty()) {
    finding.help(reason);
  } else if (!shown.empty()) {
    finding.help("for example `" + std::string(shown) + "`");
  }
}

void check_length(const Type& type, Node node, const Standing& at, RuleFindings& findings) {
  const size_t length = utf8::count_code_points(node.text());
  if (length < type.least) {
    findings.report(node, "{} must not be empty", subject(at));
  } else if (length > type.most) {
    findings.report(node, "{} must have at most {} characters, not {}", subject(at), type.most,
                    length);
  }
}

/// By value, however many digits: `1e-1000` is above 0.
std::partial_ordering compare(Node node, int64_t limit) {
  const auto number = schema::Decimal::parse(node.text());
  if (!number) return node.as_double().value_or(0) <=> static_cast<double>(limit);
  return *number <=> *schema::Decimal::parse(std::to_string(limit));
}

void check_range(const Type& type, Node node, const Standing& at, RuleFindings& findings) {
  if (type.above_minimum && compare(node, type.minimum) <= 0) {
    findings.report(node, "{} must be above {}, not {}", subject(at), type.minimum,
                    quoted(node.text()));
  } else if (type.minimum > std::numeric_limits<int64_t>::min() &&
             compare(node, type.minimum) < 0) {
    findings.report(node, "{} must be at least {}, not {}", subject(at), type.minimum,
                    quoted(node.text()));
  } else if (type.maximum < std::numeric_limits<int64_t>::max() &&
             compare(node, type.maximum) > 0) {
    findings.report(node, "{} must be at most {}, not {}", subject(at), type.maximum,
                    quoted(node.text()));
  }
}

/// What the number `3.0` lacks to be a version: the patch that most tools know.
std::string_view missing_patch(const Type& type, Node node) {
  if (type.format != ValueFormat::kOpenApiVersion || node.type() != ScalarType::kFloat) return {};
  return node.text() == "3.0" ? ".3" : ".0";
}

/// What a person who wrote this probably wants to do.
std::string kind_help(const Type& type, Node node) {
  const bool lacks_quotes =
      type.shape == Shape::kString && node.is_scalar() && !node.is_string() && !node.is_null();
  if (lacks_quotes) {
    return "put it in quotes: `\"" + std::string(node.text()) +
           std::string(missing_patch(type, node)) + "\"`";
  }
  const bool has_quotes = type.shape != Shape::kString && node.is_string() &&
                          node.style() != ScalarStyle::kPlain && type.shape != Shape::kEither;
  if (!has_quotes) return {};
  const ScalarType plain = plain_scalar_type(node.text());
  const bool would_fit =
      (type.shape == Shape::kBoolean && plain == ScalarType::kBool) ||
      (type.shape == Shape::kInteger && plain == ScalarType::kInt) ||
      (type.shape == Shape::kNumber && (plain == ScalarType::kInt || plain == ScalarType::kFloat));
  return would_fit ? "take the quotes away: `" + std::string(node.text()) + "`" : std::string();
}

}  // namespace

std::string subject(const Standing& at) {
  if (!at.label) return "the description";
  return (at.in_list ? "an item of " : "") + quoted(at.label.text());
}

Place spot(Node value, const Standing& at) {
  if (value.is_scalar() && value.span().size() > 0) return value;
  if (at.label && !at.in_list && !at.by_reference) return at.label;
  return value.is_mapping() && value.size() > 0 ? Place(value, value.entry(0).key.span())
                                                : Place(value);
}

void report_wrong_kind(const Type& type, Node node, const Standing& at, RuleFindings& findings) {
  auto finding = findings.report(spot(node, at), "{} must be {}, not {}", subject(at),
                                 expectation(type), described(node));
  if (finding) finding.help(kind_help(type, node));
}

bool accepts_kind(const Type& type, Node node) {
  switch (type.shape) {
    case Shape::kAny:
      return true;
    case Shape::kString:
      return node.is_string();
    case Shape::kInteger:
    case Shape::kNumber:
      return node.is_number();
    case Shape::kBoolean:
      return node.is_bool();
    case Shape::kNull:
      return node.is_null();
    case Shape::kList:
      return node.is_sequence();
    case Shape::kMap:
    case Shape::kObject:
    case Shape::kVariant:
      return node.is_mapping();
    case Shape::kEither:
      break;
  }
  for (const Type* alternative : type.alternatives) {
    if (accepts_kind(*alternative, node)) return true;
  }
  return false;
}

void check_scalar(const Type& type, Node node, const Standing& at, RuleFindings& findings) {
  if (!has_kind(type.shape, node)) return report_wrong_kind(type, node, at, findings);
  if (!type.values.empty()) return check_values(type, node, at, findings);
  switch (type.shape) {
    case Shape::kString:
      if (type.format != ValueFormat::kNone) check_format(type, node, at, findings);
      if (type.least > 0 || type.most < std::numeric_limits<uint32_t>::max()) {
        check_length(type, node, at, findings);
      }
      break;
    case Shape::kInteger:
    case Shape::kNumber:
      check_range(type, node, at, findings);
      break;
    default:
      break;
  }
}

void check_map(const Type& type, Node map, const Standing& at, RuleFindings& findings) {
  if (map.size() < type.least) {
    findings.report(spot(map, at), "{} must have at least {}", subject(at),
                    counted(type.least, "entry", "entries"));
  } else if (map.size() > type.most) {
    findings.report(map.entry(type.most).key, "{} must have only {}, not {}", subject(at),
                    counted(type.most, "entry", "entries"), map.size());
  }
}

void check_list(const Type& type, Node list, const Standing& at, RuleFindings& findings) {
  if (list.size() < type.least) {
    findings.report(spot(list, at), "{} must have at least {}", subject(at),
                    counted(type.least, "item"));
  }
  if (!type.unique || list.size() < 2) return;
  std::unordered_multimap<uint64_t, Node> seen;
  for (const Node item : list.items()) {
    const uint64_t hash = schema::hash(item);
    const auto [begin, end] = seen.equal_range(hash);
    const auto twin = std::find_if(
        begin, end, [&](const auto& other) { return schema::equal(other.second, item); });
    if (twin == end) {
      seen.emplace(hash, item);
      continue;
    }
    auto finding =
        item.is_scalar()
            ? findings.report(item, "{} stands twice in {}", quoted(item.text()), subject(at))
            : findings.report(item, "the same item stands twice in {}", subject(at));
    finding.note(twin->second, "first here");
  }
}

}  // namespace tizza::spec
