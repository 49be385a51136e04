#pragma once
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "spec/rule.hpp"

/// What the rules on events read out of an AsyncAPI description: versions in routing keys,
/// exchanges, deprecations and roles.
namespace tizza::spec {

/// A routing key with the version of its payload: `user.deleted.1.2.3`, or the major alone.
struct RoutingKey {
  std::string_view name;     ///< `user.deleted`
  std::string_view version;  ///< `1.2.3`
  uint64_t major = 0;
};

/// The parts of a key that ends with a version, behind `.` or `/`, with or without a `v`.
std::optional<RoutingKey> parse_routing_key(std::string_view text);

/// Whether the text is a day, `2027-01-31`.
bool is_date(std::string_view text);

/// A channel whose address ends with a version.
struct Event {
  AddressUse use;
  RoutingKey key;
  Node exchange;  ///< Its name, or nothing.

  /// Whether both are versions of one event: the same name on the same exchange.
  bool is_same_event(const Event& other) const {
    return key.name == other.key.name && exchange.text() == other.exchange.text();
  }
};

/// All events: versions of one event together, the oldest first.
std::vector<Event> events_of(const RuleContext& context);

/// Two major versions of an event side by side.
struct Migration {
  Event older;
  Event newer;
};

/// Each event with the next major version of it.
std::vector<Migration> migrations_of(const RuleContext& context);

/// What the service does with the messages of a channel.
struct Roles {
  bool sends = false;
  bool receives = false;
  bool is_none() const { return !sends && !receives; }
};

using RolesByChannel = std::unordered_map<Node, Roles, NodeHash>;

/// By the channel item; channels without operations are not there.
RolesByChannel roles_by_channel(const RuleContext& context);

/// Whether the channel, or every message on it, says `deprecated: true`.
bool is_deprecated(const ApiDescription& api, const AddressUse& channel);

/// The `x-sunset` of the channel, or else of the first message that has one.
Node sunset_of(const ApiDescription& api, const AddressUse& channel);

/// The text of `x-exchange`, which may be a name or a mapping with `name`; or nothing.
Node stated_exchange(Node channel);
/// The name in the amqp binding, or nothing.
Node bound_exchange(const ApiDescription& api, Node channel);
/// Either of them.
Node exchange_of(const ApiDescription& api, Node channel);

/// Whether the amqp binding says that the channel is a queue, which needs no exchange.
bool is_queue(const ApiDescription& api, Node channel);

/// Whether the service talks to a broker of AMQP 0-9-1, or does not say to which.
bool speaks_amqp(const ApiDescription& api);

}  // namespace tizza::spec
