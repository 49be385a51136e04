#include "spec/rules/events/event.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace tizza::spec {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The last part of a key, behind the last of its separators; where that is no part, nothing.
std::string_view last_part(std::string_view text) {
  const size_t at = text.find_last_of("./");
  return at == std::string_view::npos || at == 0 ? std::string_view() : text.substr(at + 1);
}

/// `1`, `v1`.
bool is_major(std::string_view part) {
  if (part.starts_with('v')) part.remove_prefix(1);
  return is_digits(part);
}

RoutingKey routing_key(std::string_view text, size_t version_size) {
  RoutingKey key;
  key.name = text.substr(0, text.size() - version_size - 1);
  key.version = text.substr(text.size() - version_size);
  std::string_view major = key.version.substr(0, key.version.find('.'));
  if (major.starts_with('v')) major.remove_prefix(1);
  std::from_chars(major.data(), major.data() + major.size(), key.major);
  return key;
}

/// The messages of a channel, references followed; those of all its operations in AsyncAPI 2.
std::vector<Node> messages_of(const ApiDescription& api, Node channel) {
  std::vector<Node> messages;
  for (const auto& [name, written] : channel["messages"].entries()) {
    messages.push_back(api.target(written));
  }
  for (const auto verb : {"publish", "subscribe"}) {
    const Node message = api.target(channel[verb]["message"]);
    if (!message) continue;
    const Node choices = message["oneOf"];
    if (!choices) messages.push_back(message);
    for (const Node choice : choices.items()) messages.push_back(api.target(choice));
  }
  return messages;
}

bool says_deprecated(Node holder) {
  return holder["deprecated"].as_bool() == true;
}

Node amqp_binding(const ApiDescription& api, Node channel) {
  return api.target(channel["bindings"])["amqp"];
}

}  // namespace

std::optional<RoutingKey> parse_routing_key(std::string_view text) {
  size_t size = 0;
  for (int part = 0; part < 3; ++part) {
    const auto rest = part == 0 ? text : text.substr(0, text.size() - size - 1);
    if (part > 0 && text[rest.size()] != '.') break;
    const auto last = last_part(rest);
    if (!is_major(last)) break;
    size += last.size() + (part > 0 ? 1 : 0);
    if (last.starts_with('v')) break;
  }
  if (size == 0) return std::nullopt;
  return routing_key(text, size);
}

bool is_date(std::string_view text) {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto month = text.substr(5, 2);
  const auto day = text.substr(8, 2);
  if (!is_digits(text.substr(0, 4)) || !is_digits(month) || !is_digits(day)) return false;
  const int m = (month[0] - '0') * 10 + month[1] - '0';
  const int d = (day[0] - '0') * 10 + day[1] - '0';
  return m >= 1 && m <= 12 && d >= 1 && d <= kDays[m - 1];
}

std::vector<Event> events_of(const RuleContext& context) {
  std::vector<Event> events;
  for (const AddressUse& use : context.facts.addresses()) {
    const auto key = parse_routing_key(use.address.text());
    if (key) events.push_back({use, *key, exchange_of(context.api, use.item)});
  }
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tuple(a.key.name, a.exchange.text(), a.key.major) <
           std::tuple(b.key.name, b.exchange.text(), b.key.major);
  });
  return events;
}

std::vector<Migration> migrations_of(const RuleContext& context) {
  std::vector<Migration> migrations;
  const auto events = events_of(context);
  for (size_t i = 1; i < events.size(); ++i) {
    const bool is_next =
        events[i - 1].is_same_event(events[i]) && events[i - 1].key.major < events[i].key.major;
    if (is_next) migrations.push_back({events[i - 1], events[i]});
  }
  return migrations;
}

RolesByChannel roles_by_channel(const RuleContext& context) {
  RolesByChannel all;
  for (const OperationUse& use : context.facts.operations()) {
    Roles& roles = all[use.item];
    roles.sends = roles.sends || use.role == Role::kSends;
    roles.receives = roles.receives || use.role == Role::kReceives;
  }
  return all;
}

bool is_deprecated(const ApiDescription& api, const AddressUse& channel) {
  if (says_deprecated(channel.item)) return true;
  const auto messages = messages_of(api, channel.item);
  return !messages.empty() && std::all_of(messages.begin(), messages.end(), says_deprecated);
}

Node sunset_of(const ApiDescription& api, const AddressUse& channel) {
  if (const Node own = channel.item["x-sunset"]) return own;
  for (const Node message : messages_of(api, channel.item)) {
    if (const Node sunset = message["x-sunset"]) return sunset;
  }
  return {};
}

Node stated_exchange(Node channel) {
  const Node stated = channel["x-exchange"];
  const Node name = stated.is_mapping() ? stated["name"] : stated;
  return name.is_string() ? name : Node();
}

Node bound_exchange(const ApiDescription& api, Node channel) {
  const Node name = amqp_binding(api, channel)["exchange"]["name"];
  return name.is_string() ? name : Node();
}

Node exchange_of(const ApiDescription& api, Node channel) {
  const Node stated = stated_exchange(channel);
  return stated ? stated : bound_exchange(api, channel);
}

bool is_queue(const ApiDescription& api, Node channel) {
  return amqp_binding(api, channel)["is"].text() == "queue";
}

bool speaks_amqp(const ApiDescription& api) {
  const auto& servers = api.of(NodeType::kServer);
  if (servers.empty()) return true;
  return std::any_of(servers.begin(), servers.end(), [&](uint32_t index) {
    const auto protocol = api.nodes()[index].node["protocol"].text();
    return protocol == "amqp" || protocol == "amqps";
  });
}

}  // namespace tizza::spec
