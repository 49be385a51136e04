#include "registry/checks.hpp"

#include "base/strings.hpp"
#include "schema/builtin.hpp"

namespace tizza::registry {
namespace {

Diagnostic at(Node node, std::string rule, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.rule = std::move(rule);
  diagnostic.message = std::move(message);
  diagnostic.at = node.location();
  diagnostic.pointer = node.pointer();
  diagnostic.help = std::move(help);
  return diagnostic;
}

/// Things of which each belongs to one service; says so where a second one claims it.
class Claims {
 public:
  Claims(std::string rule, std::string help) : rule_(std::move(rule)), help_(std::move(help)) {}

  void claim(const std::string& what, const std::string& shown, Node place, const Item& service,
             Sink& sink) {
    const auto [first, is_new] = owners_.try_emplace(what, Owner{place, service.name()});
    if (is_new || first->second.service == service.name()) return;
    Diagnostic second = at(
        place, rule_, shown + " belongs to service `" + first->second.service + "` already", help_);
    second.notes.push_back(
        {"claimed first here", first->second.place.location(), first->second.place.pointer()});
    sink.report(std::move(second));
  }

 private:
  struct Owner {
    Node place;
    std::string service;
  };
  std::string rule_;
  std::string help_;
  StringMap<Owner> owners_;
};

/// Whether a service says that it consumes a message, such as `user.deleted@1`, from anywhere.
bool consumes(const Item& service, std::string_view message) {
  for (const auto& [producer, uses] : service.value["consumes"].entries()) {
    for (const Node used : uses["messages"].items()) {
      if (used.text() == message) return true;
    }
  }
  return false;
}

}  // namespace

void check_single_owners(const Registry& registry, Sink& sink) {
  Claims tables("table-writer",
                "let one service write the table, and let the other ask it or hold the id");
  Claims routes("route-owner", "give each route prefix to one service");
  for (const Item& service : registry.items(Kind::kService)) {
    for (const Node data : service.value["data"].items()) {
      const std::string store(data["store"].text());
      for (const Node table : data["tables"].items()) {
        const std::string name(table.text());
        tables.claim(store + '\n' + name, "table `" + name + "` of `" + store + "`", table, service,
                     sink);
      }
    }
    for (const Node route : service.value["routes"].items()) {
      const std::string prefix(route.text());
      routes.claim(prefix, "route `" + prefix + "`", route, service, sink);
    }
  }
}

void check_erasures(const Registry& registry, Sink& sink) {
  for (const Item& service : registry.items(Kind::kService)) {
    for (const Node reference : service.value["references"].items()) {
      const Node message = reference["erased_by"];
      if (!message || consumes(service, message.text())) continue;
      Diagnostic missing =
          at(message, "erasure-not-consumed",
             "service `" + service.name() + "` holds `" + std::string(reference["entity"].text()) +
                 "` by id but does not consume `" + std::string(message.text()) + "`",
             "add the message to `consumes` of the service");
      missing.severity = Severity::kWarn;
      sink.report(std::move(missing));
    }
  }
}

void check(const Registry& registry, Sink& sink) {
  for (const DocumentPtr& document : registry.documents()) {
    schema::check(*document, "registry", sink);
  }
  if (registry.is_complete()) check_references(registry, sink);
  check_single_owners(registry, sink);
  check_erasures(registry, sink);
}

}  // namespace tizza::registry
