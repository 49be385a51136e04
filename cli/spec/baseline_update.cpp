#include <algorithm>

#include "base/paths.hpp"
#include "base/strings.hpp"
#include "spec/baseline_match.hpp"
#include "spec/path_between.hpp"
#include "text/edits.hpp"
#include "text/reader.hpp"
#include "text/scalar_style.hpp"
#include "text/writer.hpp"

namespace tizza::spec {
namespace {

constexpr std::string_view kHead =
    "# Findings of `tizza validate` that are known and do not count. Each has a reason; after\n"
    "# `expires` it counts again. `tizza validate --update-baseline` adds and removes entries.\n";

Value new_entry(const Diagnostic& finding, const BaselineWords& words, const std::string& folder) {
  Value entry;
  entry.set("rule", finding.rule);
  entry.set("path", path_from(folder, path_of(finding)));
  if (!finding.pointer.empty()) entry.set("pointer", finding.pointer);
  entry.set("fingerprint", finding.fingerprint);
  entry.set("reason", words.reason);
  if (!words.owner.empty()) entry.set("owner", words.owner);
  if (!words.expires.empty()) entry.set("expires", words.expires);
  return entry;
}

/// The text without the entries that do not stay.
Result<std::string> without(const Document& document, const std::vector<bool>& stays) {
  const Node list = document.root()["findings"];
  std::vector<Edit> edits;
  const bool keeps_some = std::ranges::find(stays, true) != stays.end();
  if (!keeps_some) {
    TIZZA_TRY(Edit edit, set_entry(document.root(), "findings", Value::List()));
    edits.push_back(std::move(edit));
    return apply_edits(document.source()->text(), std::move(edits));
  }
  for (size_t i = 0; i < stays.size(); ++i) {
    if (stays[i]) continue;
    TIZZA_TRY(Edit edit, remove_item(list, i));
    edits.push_back(std::move(edit));
  }
  return apply_edits(document.source()->text(), std::move(edits));
}

/// The text with further entries at its end.
Result<std::string> with(const Document& document, Value::List added) {
  const Node list = document.root()["findings"];
  if (list.size() > 0 && !is_flow(list)) {
    TIZZA_TRY(Edit edit, append_items(list, added));
    return apply_edits(document.source()->text(), {std::move(edit)});
  }
  Value::List all;
  for (const Node entry : list.items()) all.push_back(Value::as_written(entry));
  std::ranges::move(added, std::back_inserter(all));
  TIZZA_TRY(Edit edit, set_entry(document.root(), "findings", std::move(all)));
  return apply_edits(document.source()->text(), {std::move(edit)});
}

Result<std::string> edited(const Document& document, const std::vector<bool>& stays,
                           Value::List added) {
  DocumentPtr shorter;
  std::string text(document.source()->text());
  if (std::ranges::find(stays, false) != stays.end()) {
    TIZZA_TRY(text, without(document, stays));
    TIZZA_TRY(shorter, read_document(std::make_shared<const Source>(document.path(), text)));
  }
  if (added.empty()) return text;
  return with(shorter ? *shorter : document, std::move(added));
}

std::string fresh(Value::List entries) {
  Value file;
  file.set("apiVersion", "tizza/v1");
  file.set("findings", std::move(entries));
  return std::string(kHead) + write_yaml(file);
}

}  // namespace

Result<BaselineUpdate> update_baseline(const Baseline& baseline, const report::Report& report,
                                       const BaselineWords& words, std::string_view today,
                                       const Ruleset& rules, const FileReader& files) {
  const BaselineMatch match(baseline, report, rules, files);
  BaselineUpdate update;
  std::vector<bool> stays;
  for (const BaselineEntry& entry : baseline.entries) {
    stays.push_back(!match.is_fixed(entry) && !entry.is_expired(today));
  }
  update.kept = static_cast<size_t>(std::ranges::count(stays, true));
  update.removed = stays.size() - update.kept;
  Value::List added;
  for (const Diagnostic& finding : report.findings) {
    const BaselineEntry* entry = match.entry_of(finding);
    if (entry && !entry->is_expired(today)) continue;
    added.push_back(new_entry(finding, words, parent_path(baseline.path)));
  }
  update.added = added.size();
  if (update.added > 0 && words.reason.empty()) {
    return failure(
        "baseline",
        counted(update.added, "finding") + " to add to `" + baseline.path + "` without a reason",
        "say why they may stay: `--reason TEXT`, and perhaps `--owner` and `--expires`");
  }
  if (!baseline.document) {
    update.text = fresh(std::move(added));
    return update;
  }
  TIZZA_TRY(update.text, edited(*baseline.document, stays, std::move(added)));
  return update;
}

}  // namespace tizza::spec
