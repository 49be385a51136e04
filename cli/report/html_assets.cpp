#include "report/html_assets.hpp"

namespace tizza::report {

std::string_view html_style() {
  return R"css(
:root{color-scheme:light dark;--page:#fff;--text:#1c1e21;--muted:#5c636b;--line:#d9dde2;
--soft:#f4f6f8;--error:#b3261e;--warn:#8a5a00;--info:#1a5fb4;--hint:#2b7a78;--mark:#ffe08a}
@media (prefers-color-scheme:dark){:root{--page:#15181c;--text:#e4e7eb;--muted:#9aa3ad;
--line:#343a41;--soft:#1e2329;--error:#ff8a80;--warn:#f2c063;--info:#8ab8ff;--hint:#7fd1c7;
--mark:#6b5200}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:0 1rem 4rem;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 .25rem}
h2{display:inline;font-size:1.05rem}
h3{font-size:1rem;margin:0;font-weight:600}
code,pre{font:.875rem/1.5 ui-monospace,monospace}
a{color:inherit}
.muted{color:var(--muted)}
.error{--own:var(--error)}.warn{--own:var(--warn)}.info{--own:var(--info)}.hint{--own:var(--hint)}
.severity{color:var(--own);font-weight:700}
#filter{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.5rem 1rem;
align-items:center;padding:.75rem 0;background:var(--page);border-bottom:1px solid var(--line)}
#filter[hidden]{display:none}
#filter input[type=search]{flex:1 1 14rem}
#filter input[type=search],select{font:inherit;color:inherit;background:var(--soft);
border:1px solid var(--line);border-radius:.375rem;padding:.3rem .6rem;min-width:0;max-width:100%}
label{white-space:nowrap}
.file{margin-top:1rem;border:1px solid var(--line);border-radius:.5rem}
.file>summary{cursor:pointer;padding:.6rem 1rem;background:var(--soft);border-radius:.5rem}
.file[open]>summary{border-radius:.5rem .5rem 0 0}
.finding{padding:.8rem 1rem;border-top:1px solid var(--line);border-left:.25rem solid var(--own);
content-visibility:auto;contain-intrinsic-size:auto 10rem}
.finding:target{background:var(--soft)}
.finding p{margin:.25rem 0}
.excerpt{margin:.5rem 0;padding:.5rem 0;background:var(--soft);border-radius:.375rem;overflow-x:auto}
.excerpt code{display:block;padding-right:.75rem;width:max-content;min-width:100%;white-space:pre;
color:var(--muted)}
.excerpt .at{color:var(--text)}
.excerpt b{display:inline-block;width:4.5em;padding-right:1em;text-align:right;font-weight:400;
color:var(--muted);user-select:none}
mark{color:inherit;background:var(--mark);border-radius:.15rem;box-shadow:0 2px 0 var(--own)}
mark:empty{padding-left:.35em}
.rule{border-top:1px solid var(--line);padding:.8rem 0}
.rule pre{padding:.5rem .75rem;background:var(--soft);border-radius:.375rem;overflow-x:auto}
.none{padding:2rem 0;text-align:center}
@media print{:root{color-scheme:light;--page:#fff;--text:#000;--muted:#444;--line:#999;--soft:#fff;
--mark:#e8e8e8}body{max-width:none;padding:0;font-size:10pt}#filter{display:none}
.finding{break-inside:avoid;content-visibility:visible}.excerpt code{width:auto;white-space:pre-wrap}}
)css";
}

std::string_view html_script() {
  return R"js(
"use strict";
const form = document.getElementById("filter");
const search = form.elements.search, rule = form.elements.rule;
const findings = Array.from(document.querySelectorAll("main .finding"), (node) => ({
  node, text: null, severity: node.dataset.severity, rule: node.dataset.rule,
}));
const files = Array.from(document.querySelectorAll("main .file"));
function apply() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const severities = new Set(
    Array.from(form.querySelectorAll("input[name=severity]:checked"), (box) => box.value));
  let count = 0;
  for (const finding of findings) {
    let shows = severities.has(finding.severity) && (!rule.value || rule.value === finding.rule);
    if (shows && words.length) {
      finding.text ??= finding.node.textContent.toLowerCase();
      shows = words.every((word) => finding.text.includes(word));
    }
    finding.node.hidden = !shows;
    if (shows) count += 1;
  }
  const filters = count < findings.length;
  for (const file of files) {
    file.hidden = filters && !file.querySelector(".finding:not([hidden])");
  }
  form.elements.shown.value = filters ? count + " of " + findings.length + " shown" : "";
}
form.hidden = findings.length === 0;
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  }
});
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
apply();
)js";
}

}  // namespace tizza::report
