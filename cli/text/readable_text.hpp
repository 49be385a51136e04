#pragma once
#include "base/result.hpp"

namespace tizza {

/// What every reader asks of a text before its grammar: at most kMaxInputBytes (rule `file`), valid
/// UTF-8 (rule `encoding`; both are kCouldNotRun) and no control characters but tab and line ends
/// (rule `syntax`).
Status check_readable(const SourcePtr& source);

/// The byte behind a byte order mark, or 0.
uint32_t text_start(const Source& source);

/// A broken text is a finding: an error of the rule `syntax` that counts as a clear no.
Error syntax_error(const SourcePtr& source, Span span, std::string message, std::string help = {});

}  // namespace tizza
