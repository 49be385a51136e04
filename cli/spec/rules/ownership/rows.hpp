#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_OWNERSHIP_RULES(ROW) \
  ROW(kOwnershipRegistered)        \
  ROW(kOwnershipHasTeam)           \
  ROW(kOwnershipContactEmail)      \
  ROW(kOwnershipContactName)       \
  ROW(kOwnershipContactChannel)    \
  ROW(kOwnershipTitle)
