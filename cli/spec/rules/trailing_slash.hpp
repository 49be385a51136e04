#pragma once
#include "text/edits.hpp"

namespace tizza::spec {

/// The change that takes all slashes from the end of a path, URL or host; `/` alone stays.
Edit remove_trailing_slashes(Node scalar);

}  // namespace tizza::spec
