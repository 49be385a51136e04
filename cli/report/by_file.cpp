#include "report/by_file.hpp"

#include "base/strings.hpp"

namespace tizza::report {
namespace {

class Grouping {
 public:
  FileFindings& of(const std::string& path) {
    const auto [found, is_new] = index_.emplace(path, files_.size());
    if (is_new) files_.push_back({path});
    return files_[found->second];
  }

  std::vector<FileFindings> take() { return std::move(files_); }

 private:
  std::vector<FileFindings> files_;
  StringMap<size_t> index_;
};

}  // namespace

std::vector<FileFindings> by_file(const Report& report) {
  Grouping grouping;
  for (const CheckedDocument& document : report.documents) {
    grouping.of(document.path).document = &document;
  }
  for (const Diagnostic& finding : report.findings) {
    grouping.of(path_of(finding)).findings.push_back(&finding);
  }
  for (const Diagnostic& error : report.errors) {
    grouping.of(path_of(error)).errors.push_back(&error);
  }
  return grouping.take();
}

}  // namespace tizza::report
