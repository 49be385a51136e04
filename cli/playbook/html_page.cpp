#include "playbook/html_page.hpp"

#include <fmt/core.h>

#include "report/markup.hpp"
#include "report/printable.hpp"

namespace tizza::playbook {
namespace {

constexpr std::string_view kStyle = R"(:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
ol,ul{padding-left:1.5rem}li{margin:.7rem 0;break-inside:avoid}
dl{margin:.2rem 0;display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}
dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}
code,pre{font:14px/1.4 ui-monospace,monospace}
pre{margin:.3rem 0;padding:.4rem .6rem;overflow-x:auto;border-left:3px solid currentColor}
time{opacity:.7;margin-right:.6rem}
.failed,.unknown{font-weight:bold}
@media print{body{margin:0;max-width:none}pre{white-space:pre-wrap}}
)";

}  // namespace

std::string html_text(std::string_view text) {
  return report::markup_text(report::printable(text));
}

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n"
      "{}</body>\n</html>\n",
      html_text(title), kStyle, body);
}

}  // namespace tizza::playbook
