#include "support/source_dir.hpp"

namespace tizza::testing {

std::string source_dir() {
  return TIZZA_SOURCE_DIR;
}

std::string corpus_dir() {
  return source_dir() + "/../shared/corpus";
}

}  // namespace tizza::testing
