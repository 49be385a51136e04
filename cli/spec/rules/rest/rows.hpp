#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_REST_RULES(ROW)    \
  ROW(kRestCollectionsArePlural) \
  ROW(kRest405IsForMethods)      \
  ROW(kRestGetIsSafe)            \
  ROW(kRestNoBodyToRead)         \
  ROW(kRestHeadWithoutContent)   \
  ROW(kRestPutById)              \
  ROW(kRestPatchById)            \
  ROW(kRestDeleteById)           \
  ROW(kRestPostWithoutId)        \
  ROW(kRestPostCreates)          \
  ROW(kRestPutAnswers)           \
  ROW(kRestAbsentItem404)        \
  ROW(kRestInvalidInput400)      \
  ROW(kRestSecuredAnswers401)    \
  ROW(kRest401NeedsSecurity)     \
  ROW(kRestRedirectLocation)     \
  ROW(kRest304IsConditional)     \
  ROW(kRestKnownStatus)          \
  ROW(kRestErrorHasBody)         \
  ROW(kRestOneErrorShape)        \
  ROW(kRestErrorFields)          \
  ROW(kRestVersionedPath)        \
  ROW(kRestListsPaginate)        \
  ROW(kRestCorrelationId)
