#include "spec/role.hpp"

namespace tizza::spec {
namespace {

struct Row {
  Versions versions;
  std::string_view word;
  Role role;
};

constexpr Versions kRc1 = Version::kAsyncApi20Rc1;
constexpr Versions kSinceRc2 = Versions::range(Version::kAsyncApi20Rc2, Version::kAsyncApi26);

constexpr Row kRoles[] = {
    {kRc1, "publish", Role::kSends},         {kRc1, "subscribe", Role::kReceives},
    {kSinceRc2, "publish", Role::kReceives}, {kSinceRc2, "subscribe", Role::kSends},
    {kAllAsyncApi3, "send", Role::kSends},   {kAllAsyncApi3, "receive", Role::kReceives},
};

}  // namespace

Role role_of(Version version, std::string_view word) {
  for (const Row& row : kRoles) {
    if (row.versions.has(version) && row.word == word) return row.role;
  }
  return Role::kNone;
}

}  // namespace tizza::spec
