#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace tizza {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);

  /// 64 lower-case hexadecimal digits. Starts over for the next text.
  std::string finish();

 private:
  struct State;  // libcrypto's digest context; its header stays out of ours
  std::unique_ptr<State> state_;
};

/// The digest of one text, as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace tizza
