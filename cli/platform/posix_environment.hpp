#pragma once
#include "ports/environment.hpp"

namespace tizza::platform {

class PosixEnvironment final : public Environment {
 public:
  std::optional<std::string> get(std::string_view name) const override;
  std::vector<std::string> names() const override;
  std::string working_directory() const override;
  std::string home() const override;
  std::string user_name() const override;
  std::string host_name() const override;
  long process_id() const override;
  std::string random_bytes(size_t count) const override;
};

}  // namespace tizza::platform
