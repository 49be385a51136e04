#pragma once
#include <csignal>

#include "ports/file_system.hpp"
#include "ports/git.hpp"
#include "ports/process.hpp"

namespace tizza::testing {

/// Counts the moments at which a process may die, and dies at one of them as by `kill -9`.
class KillPoint {
 public:
  /// Dies when it is reached for the `number`th time, counted from 1.
  explicit KillPoint(int number) : left_(number) {}

  void reach() {
    if (--left_ == 0) ::raise(SIGKILL);
  }
  bool is_next() const { return left_ == 1; }

 private:
  int left_;
};

/// An open file. It may also die with the half of a record written.
class KilledAppendFile final : public AppendFile {
 public:
  KilledAppendFile(std::unique_ptr<AppendFile> file, KillPoint& point)
      : file_(std::move(file)), point_(point) {}

  Status append(std::string_view bytes) override {
    point_.reach();
    if (point_.is_next()) TIZZA_CHECK(file_->append(bytes.substr(0, bytes.size() / 2)));
    point_.reach();
    return file_->append(bytes);
  }
  Status sync() override {
    point_.reach();
    return file_->sync();
  }
  uint64_t size() const override { return file_->size(); }
  Status truncate(uint64_t size) override {
    point_.reach();
    return file_->truncate(size);
  }

 private:
  std::unique_ptr<AppendFile> file_;
  KillPoint& point_;
};

/// Real files; each change of them is a kill point, and so is the moment behind the last one.
class KilledFileSystem final : public FileSystem {
 public:
  KilledFileSystem(FileSystem& files, KillPoint& point) : files_(files), point_(point) {}

  Result<std::string> read_file(const std::string& path) const override {
    return files_.read_file(path);
  }
  std::optional<FileInfo> info(const std::string& path, bool follow) const override {
    return files_.info(path, follow);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    return files_.list(path);
  }
  Result<std::string> real_path(const std::string& path) const override {
    return files_.real_path(path);
  }
  Result<std::string> read_link(const std::string& path) const override {
    return files_.read_link(path);
  }

  Status write_file(const std::string& path, std::string_view content, uint32_t mode) override {
    point_.reach();
    return files_.write_file(path, content, mode);
  }
  Status write_new_file(const std::string& path, std::string_view content, uint32_t mode) override {
    point_.reach();
    return files_.write_new_file(path, content, mode);
  }
  Status make_symlink(const std::string& target, const std::string& path) override {
    point_.reach();
    return files_.make_symlink(target, path);
  }
  Status make_directories(const std::string& path) override {
    point_.reach();
    return files_.make_directories(path);
  }
  Result<std::string> make_temporary_sibling(const std::string& path) override {
    point_.reach();
    return files_.make_temporary_sibling(path);
  }
  Status rename_new(const std::string& from, const std::string& to) override {
    point_.reach();
    return files_.rename_new(from, to);
  }
  Status sync_tree(const std::string& path) override {
    point_.reach();
    return files_.sync_tree(path);
  }
  Status remove_all(const std::string& path) override {
    point_.reach();
    return files_.remove_all(path);
  }
  Result<std::unique_ptr<FileLock>> lock(const std::string& path, bool wait) override {
    point_.reach();
    return files_.lock(path, wait);
  }
  Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) override {
    point_.reach();
    TIZZA_TRY(auto file, files_.open_append(path));
    return std::unique_ptr<AppendFile>(std::make_unique<KilledAppendFile>(std::move(file), point_));
  }

 private:
  FileSystem& files_;
  KillPoint& point_;
};

/// The user's git; each call of it is a kill point.
class KilledGit final : public Git {
 public:
  KilledGit(Git& git, KillPoint& point) : git_(git), point_(point) {}

  Result<std::unique_ptr<GitRepository>> open(const std::string& directory) override {
    return git_.open(directory);
  }
  Result<GitOutcome> run(const GitRequest& request) override {
    point_.reach();
    return git_.run(request);
  }

 private:
  Git& git_;
  KillPoint& point_;
};

/// Real processes; the moments before one begins and behind its end are kill points.
class KilledProcesses final : public Processes {
 public:
  KilledProcesses(Processes& processes, KillPoint& point) : processes_(processes), point_(point) {}

  Result<ProcessResult> run(
      const ProcessRequest& request,
      const std::function<void(ProcessStream, std::string_view)>& on_output) override {
    point_.reach();
    auto result = processes_.run(request, on_output);
    point_.reach();
    return result;
  }
  bool open_url(const std::string& url) override { return processes_.open_url(url); }

 private:
  Processes& processes_;
  KillPoint& point_;
};

}  // namespace tizza::testing
