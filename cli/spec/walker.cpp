#include "spec/walker.hpp"

#include <bit>
#include <set>
#include <utility>

#include "base/near_names.hpp"
#include "base/strings.hpp"
#include "schema/schema.hpp"
#include "spec/constraint_checks.hpp"
#include "spec/ignores.hpp"
#include "spec/key_rule.hpp"
#include "spec/reference_resolver.hpp"
#include "spec/unknown_names.hpp"
#include "spec/value_checks.hpp"
#include "spec/wording.hpp"

namespace tizza::spec {

/// One walk. Values are checked on the way down; references wait until the description's own tree
/// is typed, so that what they lead to is known whatever the order of the text.
class Walker {
 public:
  Walker(ApiDescription& api, DocumentStore& store, WalkFindings& findings)
      : api_(api),
        store_(store),
        findings_(findings),
        grammar_(&findings.grammar),
        unheard_(findings.grammar.rule(), Severity::kHint, 0) {}

  void run() {
    const Object& root = *grammar(api_.version()).root;
    Standing start;
    start.parent = kNoIndex;
    object(root, api_.root(), start, root.type);
    grammar_ = &findings_.resolved;
    for (size_t next = 0; next < api_.references_.size(); ++next) follow(next);
  }

 private:
  /// What the walk knows of the nodes of one document.
  struct DocumentState {
    DocumentState(DocumentStore& store, const Document& document)
        : types(document.node_count(), NodeType::kNone), resolver(store, document) {}

    std::vector<NodeType> types;
    ReferenceResolver resolver;
  };

  DocumentState& state(Node node) {
    const Document* document = &node.document();
    if (document != last_document_) {
      auto& found = states_[document];
      if (!found) found = std::make_unique<DocumentState>(store_, *document);
      last_document_ = document;
      last_state_ = found.get();
    }
    return *last_state_;
  }

  NodeType& type_of(Node node) { return state(node).types[node.id()]; }

  void value(const Type& type, Node node, const Standing& at) {
    switch (type.shape) {
      case Shape::kAny:
        if (type.reference && node["$ref"].is_string()) {
          add_reference(type, node, node["$ref"], at);
        }
        return;
      case Shape::kString:
        if (type.leads_to && node.is_string()) add_reference(type, node, node, at);
        return check_scalar(type, node, at, *grammar_);
      case Shape::kInteger:
      case Shape::kNumber:
      case Shape::kBoolean:
      case Shape::kNull:
        return check_scalar(type, node, at, *grammar_);
      case Shape::kList:
        return list(type, node, at);
      case Shape::kEither:
        return either(type, node, at);
      case Shape::kMap:
      case Shape::kObject:
      case Shape::kVariant:
        break;
    }
    if (!node.is_mapping()) return report_wrong_kind(type, node, at, *grammar_);
    if (is_reference(type, node, at)) return;
    if (type.only_reference && !at.by_reference) return reference_needed(type, node, at);
    if (type.shape == Shape::kMap) return map(type, node, at);
    if (type.shape == Shape::kVariant) return variant(*type.variant, node, at, type.variant->type);
    object(*type.object, node, at, type.object->type);
  }

  void reference_needed(const Type& type, Node node, const Standing& at) {
    grammar_
        ->report(spot(node, at), "{} must be a reference to {}, not the thing itself", subject(at),
                 noun(type))
        .help("define it elsewhere and put its place here: `$ref: '#/...'`");
  }

  void list(const Type& type, Node node, const Standing& at) {
    if (!node.is_sequence()) return report_wrong_kind(type, node, at, *grammar_);
    check_list(type, node, at, *grammar_);
    for (const Node item : node.items()) {
      value(*type.element, item, {at.parent, at.label, true, at.by_reference});
    }
  }

  void either(const Type& type, Node node, const Standing& at) {
    for (const Type* alternative : type.alternatives) {
      if (accepts_kind(*alternative, node)) return value(*alternative, node, at);
    }
    report_wrong_kind(type, node, at, *grammar_);
  }

  void map(const Type& type, Node node, const Standing& at) {
    check_map(type, node, at, *grammar_);
    for (const auto& [key, entry] : node.entries()) {
      if (type.extensions && key.text().starts_with("x-")) continue;
      if (is_ignore_field(key, entry)) continue;
      check_key(type.keys, key);
      value(*type.element, entry, Standing::under(at.parent, key));
    }
  }

  void check_key(KeyRule rule, Node key) {
    if (rule == KeyRule::kAny || fits(rule, key.text())) return;
    const Severity most = is_advice(rule, api_.version()) ? Severity::kWarn : Severity::kError;
    grammar_->report_weaker(most, key, "name {} {}", quoted(key.text()), demand(rule));
  }

  /// Picks the object that the deciding field asks for.
  void variant(const Variant& variant, Node node, const Standing& at, NodeType as) {
    const auto deciding = node.find(variant.field);
    for (const Case& option : variant.cases) {
      if (!option.versions.has(api_.version())) continue;
      const bool fits = deciding ? is_case(option, deciding->value) : option.value.empty();
      if (fits) return chosen(*option.type, node, at, as);
    }
    if (variant.fallback) return chosen(*variant.fallback, node, at, as);
    if (!deciding) {
      missing_field(variant.name, variant.field, node, at);
    } else if (!deciding->value.is_string()) {
      report_wrong_kind(kString, deciding->value, Standing::under(at.parent, deciding->key),
                        *grammar_);
    } else {
      report_unknown_case(variant, *deciding, api_.version(), *grammar_);
    }
  }

  void chosen(const Type& type, Node node, const Standing& at, NodeType as) {
    if (type.shape == Shape::kVariant) return variant(*type.variant, node, at, as);
    object(*type.object, node, at, as);
  }

  /// Checks the fields of an object once; `as` is what references to it have to expect.
  void object(const Object& object, Node node, const Standing& at, NodeType as) {
    if (!node.is_mapping()) {
      return report_wrong_kind(object_type(object), node, at, *grammar_);
    }
    if (as != NodeType::kNone) {
      NodeType& known = type_of(node);
      if (known == as) return;
      if (known == NodeType::kNone) known = as;
    }
    uint32_t parent = at.parent;
    if (object.type != NodeType::kNone) {
      parent = static_cast<uint32_t>(api_.nodes_.size());
      api_.nodes_.push_back({node, &object, at.parent, at.name()});
      api_.by_type_[static_cast<size_t>(object.type)].push_back(parent);
    }
    RuleFindings* const outer = grammar_;
    if (object.type == NodeType::kSchema && is_in_other_dialect(node)) grammar_ = &unheard_;
    fields(object, node, at, parent);
    for (const Constraint& constraint : object.constraints) {
      if (!constraint.versions.has(api_.version())) continue;
      check_constraint(constraint, object, node, at, *grammar_);
    }
    grammar_ = outer;
  }

  /// Whether the schema is in a dialect (OpenAPI 3.1, 4.8.24.5) whose keywords are not those that
  /// the grammar knows.
  bool is_in_other_dialect(Node node) const {
    if (api_.version() != Version::kOpenApi31 && api_.version() != Version::kOpenApi32) {
      return false;
    }
    const auto own = node["$schema"].as_string();
    const auto named = own ? own : api_.root()["jsonSchemaDialect"].as_string();
    if (!named) return false;
    const auto dialect = schema::dialect_of(*named);
    return dialect != schema::Dialect::kOpenApi31 && dialect != schema::Dialect::kDraft202012;
  }

  void fields(const Object& object, Node node, const Standing& at, uint32_t parent) {
    uint64_t seen = 0;
    size_t rest = 0;
    bool is_known = node.size() == 0;
    for (const auto& [key, entry] : node.entries()) {
      const auto name = key.text();
      if (const Field* field = find_field(object, name, api_.version())) {
        seen |= uint64_t{1} << (field - object.fields.data());
        is_known = true;
        const Standing below = Standing::under(parent, key);
        if (is_payload(object.type, node, name)) {
          payload(*field->type, entry, below);
        } else if (name != "$ref") {
          value(*field->type, entry, below);
        }
      } else if ((object.extensions && name.starts_with("x-")) || is_ignore_field(key, entry)) {
        is_known = true;
      } else if (object.rest) {
        ++rest;
        check_key(object.rest_keys, key);
        value(*object.rest, entry, Standing::under(parent, key));
      } else if (!object.open) {
        report_unknown_field(object, node, key, api_.version(), *grammar_);
      }
    }
    check_presence(object, node, at, seen, rest, is_known);
  }

  bool is_payload(NodeType holder_type, Node holder, std::string_view field) const {
    return (holder_type == NodeType::kMessage || holder_type == NodeType::kMessageTrait) &&
           field == "payload" && !grammar(api_.version()).payload_rule.empty() &&
           !holder["schemaFormat"];
  }

  /// Breaches in here go under the id that payloads have.
  void payload(const Type& type, Node node, const Standing& at) {
    RuleFindings* const outer = std::exchange(grammar_, &findings_.payloads);
    value(type, node, at);
    grammar_ = outer;
  }

  void check_presence(const Object& object, Node node, const Standing& at, uint64_t seen,
                      size_t rest, bool is_known) {
    for (uint64_t missing = object.required & ~seen; missing != 0; missing &= missing - 1) {
      const Field& field = object.fields[static_cast<size_t>(std::countr_zero(missing))];
      if (field.versions.has(api_.version())) missing_field(object.name, field.name, node, at);
    }
    if (rest < object.least) {
      grammar_->report(spot(node, at), "{} must have at least {}", subject(at),
                       counted(object.least, "entry", "entries"));
    }
    if (object.needs_known_field && !is_known) {
      grammar_->report(node.entry(0).key, "{} has no field that {} knows, such as `type`",
                       subject(at), object.name);
    }
  }

  void missing_field(std::string_view holder, std::string_view field, Node node,
                     const Standing& at) {
    grammar_->report(spot(node, at), "required field `{}` is missing from {}", field, holder)
        .lacks(node, field);
  }

  /// Whether the mapping is a reference and nothing else. A path or channel item may be both.
  bool is_reference(const Type& type, Node node, const Standing& at) {
    const auto found = node.find("$ref");
    if (!found) return false;
    const bool has_fields = node.size() > 1 && has_field_beside_reference(type);
    if (!found->value.is_string()) {
      // A schema may well have a property of this name.
      if (type.shape == Shape::kMap) return false;
      report_wrong_kind(kString, found->value, Standing::under(at.parent, found->key), *grammar_);
      return !has_fields;
    }
    if (!type.reference) {
      findings_.misplaced_refs
          .report(found->value, "a reference may not stand in the place of {}", noun(type))
          .help("put what it names here, or refer from a place inside");
    }
    add_reference(type, node, found->value, at);
    if (has_fields) return false;
    // Others may refer to the reference.
    if (type_of(node) == NodeType::kNone) type_of(node) = node_type(type);
    return true;
  }

  /// Whether what stands beside a `$ref` counts: in path items, and in schemas since OpenAPI 3.1.
  bool has_field_beside_reference(const Type& type) const {
    if (type.shape == Shape::kVariant && type.variant->fallback) {
      return has_field_beside_reference(*type.variant->fallback);
    }
    return type.shape == Shape::kObject && find_field(*type.object, "$ref", api_.version());
  }

  void add_reference(const Type& type, Node holder, Node text, const Standing& at) {
    const auto index = static_cast<uint32_t>(api_.references_.size());
    if (!api_.reference_by_holder_.emplace(holder, index).second) return;
    api_.references_.push_back({holder, text, &type, at.parent, at.name(), {}});
  }

  /// Where a reference leads: names stand for themselves before they are taken for files.
  Resolution resolve(const Reference& reference) {
    const Type& type = *reference.type;
    const auto text = reference.value.text();
    ReferenceResolver& resolver = state(reference.holder).resolver;
    if (!type.names.empty() && text.find_first_of("#/") == std::string_view::npos) {
      const Node names = reference.holder.document().resolve(type.names);
      Resolution named;
      named.target = names[text];
      if (named.target) return named;
      if (text.find('.') == std::string_view::npos) return no_such_name(text, type, names);
    }
    return resolver.resolve(reference.holder, text, type.shape == Shape::kAny);
  }

  static Resolution no_such_name(std::string_view text, const Type& type, Node names) {
    Resolution failed;
    failed.outcome = Resolution::Outcome::kNoTarget;
    failed.message = quoted(text) + " is no name in `#" + std::string(type.names) + "`";
    std::vector<std::string> known;
    for (const auto& [key, value] : names.entries()) known.emplace_back(key.text());
    failed.help = near_names_help(text, known);
    return failed;
  }

  /// Resolves a reference and checks what it leads to, unless that is done already.
  void follow(size_t index) {
    const Reference reference = api_.references_[index];
    const Type& type = reference.type->leads_to ? *reference.type->leads_to : *reference.type;
    const Resolution found = resolve(reference);
    if (found.outcome != Resolution::Outcome::kFound) return report(reference, found);
    if (!found.target) return;  // a file in a language of its own
    api_.references_[index].target = found.target;
    if (leads_back(reference.holder)) {
      findings_.invalid_refs.report(reference.value, "{} leads only back to itself",
                                    quoted(reference.value.text()));
      return;
    }
    const NodeType expected = node_type(type);
    const NodeType known = type_of(found.target);
    if (known != NodeType::kNone && expected != NodeType::kNone && known != expected) {
      findings_.invalid_refs
          .report_weaker(weight(reference), reference.value, "{} is {}, and {} belongs here",
                         reference.value.text().empty() ? "what an empty reference names"
                                                        : quoted(reference.value.text()),
                         noun(known), noun(type))
          .note(found.target, "it leads here");
      return;
    }
    const bool is_done =
        expected == NodeType::kNone
            ? !untyped_.emplace(&found.target.document(), found.target.id(), &type).second
            : known == expected;
    const Node label = api_.label(reference);
    if (is_done) return;
    const TypedNode& holder = api_.nodes_[reference.parent];
    const Standing at = {reference.parent, label, reference.name.in_list, true};
    if (is_payload(holder.type(), holder.node, label.text())) {
      payload(type, found.target, at);
    } else {
      value(type, found.target, at);
    }
  }

  void report(const Reference& reference, const Resolution& found) {
    if (found.outcome == Resolution::Outcome::kRemote) {
      findings_.remote_refs.report(reference.value, "{}", found.message).help(found.help);
      return;
    }
    findings_.invalid_refs.report_weaker(weight(reference), reference.value, "{}", found.message)
        .help(found.help);
  }

  /// What only names a thing may name it in a way that is known elsewhere.
  static Severity weight(const Reference& reference) {
    return reference.replaces() ? Severity::kError : Severity::kWarn;
  }

  /// Whether the references from here on run in a circle without ever reaching anything.
  bool leads_back(Node start) const {
    Node node = start;
    for (int hop = 0; hop < 100; ++hop) {
      const Reference* reference = api_.reference_at(node);
      if (!reference || !reference->target) return false;
      node = reference->target;
      if (node == start) return true;
    }
    return false;
  }

  ApiDescription& api_;
  DocumentStore& store_;
  WalkFindings& findings_;
  RuleFindings* grammar_;  ///< Where breaches of the grammar go.
  RuleFindings unheard_;   ///< Where those go that are none by another dialect.
  std::unordered_map<const Document*, std::unique_ptr<DocumentState>> states_;
  const Document* last_document_ = nullptr;
  DocumentState* last_state_ = nullptr;
  std::set<std::tuple<const Document*, NodeId, const Type*>> untyped_;
};

ApiDescription walk(const DocumentPtr& document, Version version, DocumentStore& store,
                    WalkFindings findings) {
  ApiDescription api(document, version);
  Walker(api, store, findings).run();
  return api;
}

}  // namespace tizza::spec
