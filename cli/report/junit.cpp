#include "report/by_file.hpp"
#include "report/markup.hpp"
#include "report/places.hpp"
#include "report/report.hpp"

/// The dialect that Jenkins, GitLab and most other servers read: testsuites, testsuite, testcase
/// with failure, error or system-out.
namespace tizza::report {
namespace {

/// The counts that a suite states about itself.
struct Counts {
  size_t tests = 0;
  size_t failures = 0;
  size_t errors = 0;

  std::string attributes() const {
    return "tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) +
           "\" errors=\"" + std::to_string(errors) + "\"";
  }
};

class JunitWriter {
 public:
  explicit JunitWriter(const Report& report) : report_(report) {}

  std::string write() {
    const auto files = by_file(report_);
    Counts all;
    for (const FileFindings& file : files) {
      const Counts counts = count(file);
      all.tests += counts.tests;
      all.failures += counts.failures;
      all.errors += counts.errors;
    }
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tizza\" " +
           all.attributes() + ">\n";
    for (const FileFindings& file : files) suite(file);
    return std::move(out_) + "</testsuites>\n";
  }

 private:
  bool fails(const Diagnostic& finding) const {
    return report_.fail_on && finding.severity <= *report_.fail_on;
  }

  Counts count(const FileFindings& file) const {
    Counts counts;
    counts.errors = file.errors.size();
    for (const Diagnostic* finding : file.findings) counts.failures += fails(*finding) ? 1 : 0;
    counts.tests = file.errors.size() + file.findings.size();
    if (counts.tests == 0) counts.tests = 1;
    return counts;
  }

  void suite(const FileFindings& file) {
    out_ += "  <testsuite name=\"" + markup_text(file.path) + "\" " + count(file).attributes() +
            " skipped=\"0\">\n";
    for (const Diagnostic* error : file.errors) test_case(*error, "error");
    for (const Diagnostic* finding : file.findings) {
      test_case(*finding, fails(*finding) ? "failure" : "system-out");
    }
    if (file.errors.empty() && file.findings.empty()) {
      const std::string name =
          file.document ? file.document->format + " " + file.document->version : "no findings";
      out_ += "    <testcase name=\"" + markup_text(name) + "\" classname=\"" +
              markup_text(file.path) + "\"/>\n";
    }
    out_ += "  </testsuite>\n";
  }

  void test_case(const Diagnostic& diagnostic, const std::string& outcome) {
    std::string place = path_of(diagnostic);
    std::string line;
    if (diagnostic.at) {
      const Position begin = regions_.find(diagnostic.at).begin;
      line = " line=\"" + std::to_string(begin.line) + "\"";
      place += ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column);
    }
    std::string name = diagnostic.rule;
    if (!diagnostic.pointer.empty()) name += " " + diagnostic.pointer;
    out_ += "    <testcase name=\"" + markup_text(name) + "\" classname=\"" +
            markup_text(path_of(diagnostic)) + "\" file=\"" + markup_text(path_of(diagnostic)) +
            "\"" + line + ">\n      <" + outcome;
    if (outcome != "system-out") {
      out_ += " message=\"" + markup_text(diagnostic.message) + "\" type=\"" +
              std::string(to_string(diagnostic.severity)) + "\"";
    }
    std::string text =
        place + ": " + std::string(to_string(diagnostic.severity)) + ": " + diagnostic.message;
    if (!diagnostic.help.empty()) text += "\nhelp: " + diagnostic.help;
    out_ += ">" + markup_text(text) + "</" + outcome + ">\n    </testcase>\n";
  }

  const Report& report_;
  Regions regions_;
  std::string out_;
};

}  // namespace

std::string render_junit(const Report& report, const RenderOptions&) {
  return JunitWriter(report).write();
}

}  // namespace tizza::report
