#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_EVENTS_RULES(ROW)      \
  ROW(kEventsVersionedRoutingKey)    \
  ROW(kEventsOneMinorPerMajor)       \
  ROW(kEventsOldVersionDeprecated)   \
  ROW(kEventsDeprecatedHasSunset)    \
  ROW(kEventsDeprecatedHasSuccessor) \
  ROW(kEventsVersionsSameRole)       \
  ROW(kEventsExchangeNamed)          \
  ROW(kEventsExchangeAgrees)         \
  ROW(kEventsExchangePerEntity)      \
  ROW(kEventsCorrelationId)
