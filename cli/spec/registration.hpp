#pragma once
#include <map>
#include <string>
#include <vector>

namespace tizza::spec {

/// What the registry says of the service that a description belongs to. Rules never see the
/// registry itself: whoever has one hands in these facts.
struct Registration {
  struct Team {
    std::string name;
    std::string email;
    std::string channel;
  };

  std::string service;  ///< Empty where no service names the file.
  std::vector<Team> owners;
};

/// The registrations of files by their normal paths.
using Registrations = std::map<std::string, Registration>;

}  // namespace tizza::spec
