#pragma once

/// The rules of this folder, one row a file, in the order in which they are listed.
#define TIZZA_OAS_RULES(ROW)              \
  ROW(kOas2Schema)                        \
  ROW(kOas3Schema)                        \
  ROW(kPathParams)                        \
  ROW(kPathDeclarationsMustExist)         \
  ROW(kPathKeysNoTrailingSlash)           \
  ROW(kPathNotIncludeQuery)               \
  ROW(kOperationOperationId)              \
  ROW(kOperationOperationIdUnique)        \
  ROW(kOperationOperationIdValidInUrl)    \
  ROW(kOperationParameters)               \
  ROW(kOperationSuccessResponse)          \
  ROW(kOperationTagDefined)               \
  ROW(kOpenApiTagsUniqueness)             \
  ROW(kNoRefSiblings)                     \
  ROW(kArrayItems)                        \
  ROW(kTypedEnum)                         \
  ROW(kDuplicatedEntryInEnum)             \
  ROW(kOas2Discriminator)                 \
  ROW(kOas2OperationFormDataConsumeCheck) \
  ROW(kOas2OperationSecurityDefined)      \
  ROW(kOas2UnusedDefinition)              \
  ROW(kOas2ValidSchemaExample)            \
  ROW(kOas2ValidMediaExample)             \
  ROW(kOas3ValidSchemaExample)            \
  ROW(kOas3ValidMediaExample)
