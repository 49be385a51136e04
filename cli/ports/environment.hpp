#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tizza {

class Environment {
 public:
  virtual ~Environment() = default;
  /// None where the variable is not set; an empty one is an empty string.
  virtual std::optional<std::string> get(std::string_view name) const = 0;
  virtual std::vector<std::string> names() const = 0;
  virtual std::string working_directory() const = 0;
  virtual std::string home() const = 0;
  virtual std::string user_name() const = 0;
  virtual std::string host_name() const = 0;
  virtual long process_id() const = 0;
  /// 16 random bytes from the system.
  virtual std::string random_bytes(size_t count) const = 0;
};

}  // namespace tizza
