#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_ASYNCAPI_RULES(ROW)              \
  ROW(kAsyncApiSchema)                         \
  ROW(kAsyncApi3DocumentUnresolved)            \
  ROW(kAsyncApi3DocumentResolved)              \
  ROW(kAsyncApiChannelNoEmptyParameter)        \
  ROW(kAsyncApiChannelNoQueryNorFragment)      \
  ROW(kAsyncApiChannelNoTrailingSlash)         \
  ROW(kAsyncApiChannelParameters)              \
  ROW(kAsyncApiChannelServers)                 \
  ROW(kAsyncApiHeadersSchemaTypeObject)        \
  ROW(kAsyncApiMessageMessageIdUniqueness)     \
  ROW(kAsyncApiOperationOperationId)           \
  ROW(kAsyncApiOperationOperationIdUniqueness) \
  ROW(kAsyncApiOperationSecurity)              \
  ROW(kAsyncApiServerNoTrailingSlash)          \
  ROW(kAsyncApiServerSecurity)                 \
  ROW(kAsyncApiServerVariables)                \
  ROW(kAsyncApiTagsUniqueness)                 \
  ROW(kAsyncApiMessageExamples)                \
  ROW(kAsyncApiPayload)                        \
  ROW(kAsyncApiPayloadDefault)                 \
  ROW(kAsyncApiPayloadExamples)                \
  ROW(kAsyncApiSchemaDefault)                  \
  ROW(kAsyncApiSchemaExamples)                 \
  ROW(kAsyncApiPayloadUnsupportedSchemaFormat) \
  ROW(kAsyncApi3PayloadUnsupportedSchemaFormat)
