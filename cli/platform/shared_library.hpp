#pragma once
#include <dlfcn.h>

namespace tizza::platform {

/// A library that is loaded when it is first needed. libcurl and libgit2 bring forty others along:
/// linked, they cost every start of tizza 5 ms (measured: 0.6 ms without them, 5.3 ms with both),
/// of a budget of 10 ms, for calls that mostly need neither. It stays loaded until the end.
class SharedLibrary {
 public:
  explicit SharedLibrary(const char* name) : handle_(dlopen(name, RTLD_LAZY | RTLD_LOCAL)) {}

  /// Whether it is there with every function that was asked for.
  bool is_complete() const { return handle_ != nullptr && !misses_function_; }

 protected:
  template <typename Function>
  Function find(const char* name) {
    void* address = handle_ != nullptr ? dlsym(handle_, name) : nullptr;
    if (address == nullptr) misses_function_ = true;
    return reinterpret_cast<Function>(address);
  }

 private:
  void* handle_;
  bool misses_function_ = false;
};

}  // namespace tizza::platform

/// A member that holds the library's function of the same name, with its declared type.
#define TIZZA_LIBRARY_FUNCTION(name) decltype(&::name) name = find<decltype(&::name)>(#name)
