#pragma once
#include <cstddef>
#include <functional>

namespace tizza {

/// Calls `body(0)` to `body(count - 1)`, each once, on up to `threads` threads (0: one a core), of
/// which the caller's is one. Returns when all are done. The calls start in order and end in any.
/// An exception ends the handing out of further calls and comes back to the caller.
void parallel_for(size_t count, unsigned threads, const std::function<void(size_t)>& body);

}  // namespace tizza
