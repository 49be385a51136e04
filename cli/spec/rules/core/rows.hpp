#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_CORE_RULES(ROW)                         \
  ROW(kInvalidRef)                                    \
  ROW(kMisplacedRef)                                  \
  ROW(kRemoteRef)                                     \
  ROW(kRequiredFieldsDefined)                         \
  ROW(kAsyncApiBindingSchemaTypeObject)               \
  ROW(kAsyncApiDiscriminator)                         \
  ROW(kAsyncApi3OperationMessagesFromReferredChannel) \
  ROW(kAsyncApi3RequiredOperationChannelUnambiguity)  \
  ROW(kAsyncApi3OperationReply)                       \
  ROW(kAsyncApi3OperationIdUnambiguous)               \
  ROW(kAsyncApi3MessageIdUnambiguous)                 \
  ROW(kAsyncApi3ParameterDefault)                     \
  ROW(kAsyncApi3ServerVariables)                      \
  ROW(kAsyncApi3ServerSecurity)                       \
  ROW(kAsyncApiContentType)                           \
  ROW(kAsyncApiMessageContentType)                    \
  ROW(kAsyncApi3MessageExamples)                      \
  ROW(kAsyncApi3PayloadDefault)                       \
  ROW(kAsyncApi3PayloadExamples)                      \
  ROW(kAsyncApi3SchemaDefault)                        \
  ROW(kAsyncApi3SchemaExamples)                       \
  ROW(kUnknownIgnore)                                 \
  ROW(kUnusedIgnore)                                  \
  ROW(kDuplicatePaths)                                \
  ROW(kNoAmbiguousPaths)                              \
  ROW(kPathItemRefSiblings)                           \
  ROW(kAllOfConflicts)                                \
  ROW(kNullableEnumContainsNull)                      \
  ROW(kNoUnnecessaryCombinator)                       \
  ROW(kDistinctAlternatives)                          \
  ROW(kMinExceedsMax)                                 \
  ROW(kNoMixedNumberRange)                            \
  ROW(kTypeFormatMismatch)                            \
  ROW(kRequiredWithDefault)                           \
  ROW(kProblemDetails)                                \
  ROW(kAmbiguousParameterSerialization)               \
  ROW(kTagParents)                                    \
  ROW(kQuerystringAlone)                              \
  ROW(kReadAndWriteOnly)                              \
  ROW(kUnusedSecurityScheme)                          \
  ROW(kDiscriminatorProperty)                         \
  ROW(kLinkOperationDefined)                          \
  ROW(kInfoLicenseSpdx)
