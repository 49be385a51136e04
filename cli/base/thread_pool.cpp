#include "base/thread_pool.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tizza {
namespace {

/// Joins its threads whatever happens.
class Crew {
 public:
  Crew() = default;
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    for (auto& thread : threads_) thread.join();
  }

  template <typename Work>
  void hire(size_t count, const Work& work) {
    for (size_t i = 0; i < count; ++i) {
      try {
        threads_.emplace_back(work);
      } catch (const std::system_error&) {
        return;  // fewer hands, the same work
      }
    }
  }

 private:
  std::vector<std::thread> threads_;
};

}  // namespace

void parallel_for(size_t count, unsigned threads, const std::function<void(size_t)>& body) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  std::atomic<size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    for (size_t i = next++; i < count; i = next++) {
      try {
        body(i);
      } catch (...) {
        next = count;
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
      }
    }
  };
  {
    Crew crew;
    if (count > 1) crew.hire(std::min<size_t>(threads, count) - 1, work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace tizza
