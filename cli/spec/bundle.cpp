#include "spec/bundle.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <unordered_set>

#include "base/strings.hpp"
#include "spec/component_places.hpp"
#include "spec/reference_writer.hpp"
#include "spec/unused_components.hpp"
#include "text/edits.hpp"
#include "text/pointer.hpp"
#include "text/writer.hpp"

namespace tizza::spec {
namespace {

/// Sets `value` at the path of keys below `target`.
void set_below(Value& target, const std::vector<std::string>& keys, size_t from, Value value) {
  if (from + 1 == keys.size()) {
    target.set(keys[from], std::move(value));
    return;
  }
  Value inner = target[keys[from]];
  set_below(inner, keys, from + 1, std::move(value));
  target.set(keys[from], std::move(inner));
}

class Bundler {
 public:
  Bundler(const OpenedDescription& opened, const BundleOptions& options)
      : api_(opened.api),
        options_(options),
        places_(opened.api),
        writer_(opened.api, places_, options.dereference, options.most_values) {}

  Result<Bundled> run() {
    const bool is_json = api_.document().format() == Format::kJson;
    const bool keeps_text = !options_.dereference && options_.as_json == is_json;
    auto text = keeps_text ? edited() : written_anew();
    // What aliases share cannot be changed in one place only.
    if (!text.ok() && keeps_text) text = written_anew();
    TIZZA_TRY(std::string done, std::move(text));
    Bundled bundled;
    bundled.text = std::move(done);
    for (const auto& entry : places_.entries()) {
      bundled.added.push_back(entry.section + "/" + escape_pointer_token(entry.name));
    }
    bundled.circles = writer_.circles();
    return bundled;
  }

 private:
  /// Adds the components that come from elsewhere; writing one may ask for more.
  void add_components(Value& root) {
    for (size_t i = 0; i < places_.entries().size(); ++i) {
      const ComponentPlaces::Entry entry = places_.entries()[i];
      auto keys = pointer_tokens(entry.section);
      keys.push_back(entry.name);
      set_below(root, keys, 0, writer_.write(entry.node));
    }
  }

  /// Asked before the text is made, which takes much longer than the values.
  Status check_size() const {
    if (!writer_.is_too_large()) return {};
    return failure("too-large",
                   fmt::format("the bundle would hold more than {} values", options_.most_values),
                   "bundle it without `--dereference`", Verdict::kNegative);
  }

  Result<std::string> written_anew() {
    Value root = writer_.write(api_.root());
    add_components(root);
    TIZZA_CHECK(check_size());
    return options_.as_json ? write_json(root, 2) + "\n" : write_yaml(root);
  }

  Result<std::string> edited() {
    TIZZA_CHECK(edit_references());
    Value added;
    add_components(added);
    TIZZA_CHECK(check_size());
    if (added.as_mapping()) TIZZA_CHECK(add(api_.root(), *added.as_mapping()));
    return apply_edits(api_.document().source()->text(), std::move(edits_));
  }

  Status edit_references() {
    std::unordered_set<Node, NodeHash> replaced;
    for (const Reference& reference : api_.references()) {
      const bool is_own = &reference.holder.document() == &api_.document();
      if (!is_own || !reference.target || !writer_.is_inlined(reference)) continue;
      const Node key = reference.holder.key();
      if (!key) return failure("edit", "a list item cannot be replaced");
      TIZZA_TRY(Edit edit,
                set_entry(reference.holder.parent(), key.text(), writer_.inlined(reference)));
      edits_.push_back(std::move(edit));
      replaced.insert(reference.holder);
    }
    for (const Reference& reference : api_.references()) {
      const bool is_own = &reference.holder.document() == &api_.document();
      if (!is_own || !reference.target || is_below(reference.holder, replaced)) continue;
      const std::string text = writer_.text_of(reference);
      if (text != reference.value.text()) edits_.push_back(replace_scalar(reference.value, text));
    }
    return {};
  }

  static bool is_below(Node node, const std::unordered_set<Node, NodeHash>& holders) {
    if (holders.empty()) return false;
    for (; node; node = node.parent()) {
      if (holders.count(node) != 0) return true;
    }
    return false;
  }

  /// Adds what is missing below a mapping; what is there already is not looked into further than
  /// the sections of components. What is added inside comes first: where the inner mapping is the
  /// last of the outer one, both end at the same place.
  Status add(Node mapping, const Value::Mapping& added) {
    const auto is_there = [&](const std::string& key, const Value& value) {
      const Node there = mapping[key];
      return there.is_mapping() && there.size() > 0 && value.as_mapping();
    };
    for (const auto& [key, value] : added) {
      if (is_there(key, value)) TIZZA_CHECK(add(mapping[key], *value.as_mapping()));
    }
    for (const auto& [key, value] : added) {
      if (is_there(key, value)) continue;
      TIZZA_TRY(Edit edit, set_entry(mapping, key, value));
      edits_.push_back(std::move(edit));
    }
    return {};
  }

  const ApiDescription& api_;
  const BundleOptions& options_;
  ComponentPlaces places_;
  ReferenceWriter writer_;
  std::vector<Edit> edits_;
};

}  // namespace

Result<Bundled> bundle(const OpenedDescription& opened, const BundleOptions& options) {
  if (!opened.broken_refs.empty()) {
    Error error{opened.broken_refs.front(), Verdict::kNegative};
    const size_t more = opened.broken_refs.size() - 1;
    if (more > 0) {
      error.diagnostic.help =
          "`tizza validate " + opened.path + "` shows " + counted(more, "more broken reference");
    }
    return error;
  }
  TIZZA_TRY(Bundled bundled, Bundler(opened, options).run());
  if (options.remove_unused) TIZZA_CHECK(remove_unused(opened.path, bundled));
  return bundled;
}

}  // namespace tizza::spec
