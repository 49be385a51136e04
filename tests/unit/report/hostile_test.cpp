#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/report.hpp"
#include "text/reader.hpp"

/// No text that a stranger wrote may break out of the form in which it is reported.
namespace tizza::report {
namespace {

constexpr std::string_view kHostile =
    "</script><img src=x onerror=alert(1)> ]]> -->\r\n::error::no \x1b[31m \x01\x7f"
    "\u202Egnp.exe\u2066 \xED\xA0\x80 \xFF \uFFFE `x` %0A & \"quoted\" 'single'";

Report hostile_report() {
  const std::string text = std::string(kHostile) + "\nsecond";
  const auto source = std::make_shared<Source>("dir/" + std::string(kHostile), text);
  Diagnostic finding;
  finding.rule = std::string(kHostile);
  finding.message = std::string(kHostile);
  finding.at = {source, {0, static_cast<uint32_t>(text.size())}};
  finding.pointer = "/" + std::string(kHostile);
  finding.help = std::string(kHostile);
  finding.notes = {{std::string(kHostile), {source, {3, 9}}, std::string(kHostile)}};
  finding.fix = {{{0, 2}, std::string(kHostile)}};
  Report report;
  report.documents = {{source->path(), std::string(kHostile), std::string(kHostile)}};
  report.findings = {finding};
  report.errors = {finding};
  report.suppressed = {{finding, std::string(kHostile)}};
  report.rules = {{std::string(kHostile), Severity::kError, std::string(kHostile),
                   std::string(kHostile), std::string(kHostile), std::string(kHostile),
                   std::string(kHostile)}};
  return report;
}

std::string rendered(std::string_view format) {
  return find_format(format)->render(hostile_report(), {});
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

TEST(HostileText, NeverReachesAnyFormatAsControlsOrBrokenUtf8) {
  for (const Format& format : formats()) {
    const std::string text = format.render(hostile_report(), {});
    EXPECT_FALSE(has_control(text)) << format.name;
    EXPECT_EQ(utf8::find_invalid(text), std::string::npos) << format.name;
  }
}

TEST(HostileText, KeepsJsonJson) {
  for (const char* format : {"json", "sarif", "gitlab"}) {
    const auto document = read_json(std::make_shared<Source>("out", rendered(format)));
    EXPECT_TRUE(document.ok()) << format << ": " << rendered(format);
  }
}

TEST(HostileText, KeepsMarkupMarkup) {
  for (const char* format : {"junit", "checkstyle"}) {
    const std::string text = rendered(format);
    for (const char* part : {"<img", "]]>", "-->", "</script", "\u202E\"", "\uFFFE"}) {
      EXPECT_EQ(text.find(part), std::string::npos) << format << ": " << part;
    }
  }
  const std::string page = rendered("html");
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("\u202E"), std::string::npos) << "a text may not turn the reading direction";
  EXPECT_EQ(page.find("</script>", page.find("</script>") + 1), std::string::npos)
      << "the page's own script is the only one";
}

TEST(HostileText, KeepsEachGithubCommandOnItsLine) {
  const std::string text = rendered("github");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  size_t commands = 0;
  for (size_t at = text.find("\n::"); at != std::string::npos; at = text.find("\n::", at + 1)) {
    ++commands;
  }
  EXPECT_EQ(commands, 1u);
}

TEST(HostileText, IsCutWhereALineIsVeryLong) {
  const auto source = std::make_shared<Source>("a.json", std::string(1'000'000, 'x'));
  Report report;
  Diagnostic finding;
  finding.rule = "a-rule";
  finding.message = "long";
  finding.at = {source, {500'000, 600'000}};
  report.findings.assign(50, finding);
  for (const Format& format : formats()) {
    EXPECT_LT(format.render(report, {}).size(), 60'000u) << format.name;
  }
}

}  // namespace
}  // namespace tizza::report
