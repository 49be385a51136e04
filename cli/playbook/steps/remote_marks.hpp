#pragma once
#include <string>
#include <string_view>

/// ssh ends with 255 where it could not log in, where the connection was lost, and where the
/// command itself ended so. The far side marks on its error output that the command began, so that
/// these three are told apart.
namespace tizza::playbook {

inline constexpr int kSshFailure = 255;

/// `command` as the far side runs it, with the marks.
std::string marked_command(const std::string& command);

/// Takes the marks out of what comes back, whatever pieces it comes in.
class MarkFilter {
 public:
  /// `bytes` without marks. A tail that may be the start of one is kept back until more comes.
  std::string pass(std::string_view bytes);
  /// What was kept back: at the end of the stream.
  std::string rest();

  bool has_begun() const { return has_begun_; }
  /// Whether the command came to its own end with 255; its other ends carry no mark.
  bool has_ended() const { return has_ended_; }

 private:
  std::string held_;
  bool has_begun_ = false;
  bool has_ended_ = false;
};

/// Whether ssh says that it never came as far as to hand over a command.
bool names_failed_login(std::string_view errors);

/// Why nobody gets in, in ssh's own words.
std::string refused_login(const std::string& host, std::string_view errors);

}  // namespace tizza::playbook
