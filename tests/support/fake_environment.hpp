#pragma once
#include <map>

#include "ports/environment.hpp"
#include "support/fake_file_system.hpp"

namespace tizza::testing {

/// Ana at her workstation, with no variable set.
class FakeEnvironment final : public Environment {
 public:
  std::map<std::string, std::string, std::less<>> variables;
  std::string user = "ana";
  std::string host = "workstation";
  std::string directory = std::string(kFakeWorkingDirectory);
  std::string home_directory = "/home/ana";

  std::optional<std::string> get(std::string_view name) const override {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> all;
    for (const auto& [name, value] : variables) all.push_back(name);
    return all;
  }
  std::string working_directory() const override { return directory; }
  std::string home() const override { return home_directory; }
  std::string user_name() const override { return user; }
  std::string host_name() const override { return host; }
  long process_id() const override { return 4242; }
  /// Counts up: the same in every run, different in every call.
  std::string random_bytes(size_t count) const override {
    std::string bytes(count, '\0');
    for (char& byte : bytes) byte = static_cast<char>(next_++ * 37);
    return bytes;
  }

 private:
  mutable unsigned next_ = 1;
};

}  // namespace tizza::testing
