#pragma once
#include <string>

namespace tizza::testing {

/// A folder of the real disk that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  /// Absolute and without symlinks.
  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

  /// Lays a file down; folders are made on the way.
  void add(const std::string& name, const std::string& content) const;
  /// The content; `<absent>` where there is no such file.
  std::string text(const std::string& name) const;
  /// Runs a shell script in it with git kept from the user's settings; its output. The test fails
  /// where the script does.
  std::string shell(const std::string& script) const;

 private:
  std::string path_;
};

}  // namespace tizza::testing
