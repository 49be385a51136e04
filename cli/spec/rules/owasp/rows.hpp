#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_OWASP_RULES(ROW)      \
  ROW(kOwaspNoNumericIds)           \
  ROW(kOwaspNoHttpBasic)            \
  ROW(kOwaspNoApiKeysInUrl)         \
  ROW(kOwaspNoCredentialsInUrl)     \
  ROW(kOwaspAuthInsecureSchemes)    \
  ROW(kOwaspJwtBestPractice)        \
  ROW(kOwaspShortLivedAccessTokens) \
  ROW(kOwaspWriteRestricted)        \
  ROW(kOwaspReadRestricted)         \
  ROW(kOwaspNoAdditionalProperties) \
  ROW(kOwaspRateLimit)              \
  ROW(kOwaspRateLimitRetryAfter)    \
  ROW(kOwaspAnswers429)             \
  ROW(kOwaspAnswers401)             \
  ROW(kOwaspAnswers500)             \
  ROW(kOwaspAnswersInvalidInput)    \
  ROW(kOwaspArrayLimit)             \
  ROW(kOwaspStringLimit)            \
  ROW(kOwaspStringRestricted)       \
  ROW(kOwaspIntegerLimit)           \
  ROW(kOwaspIntegerFormat)          \
  ROW(kOwaspAdminSecurityUnique)    \
  ROW(kOwaspConcerningUrlParameter) \
  ROW(kOwaspDefineCorsOrigin)       \
  ROW(kOwaspHttpsOnly)              \
  ROW(kOwaspInventoryEnvironment)
