#pragma once
#include <map>
#include <string>

#include "support/fake_file_system.hpp"

namespace tizza::testing {

/// The files of tests/support/samples/tizza/ by their path from there: the registry of the company
/// that all examples are about.
std::map<std::string, std::string> sample_registry();

/// Lays them down in `folder` of a fake disk.
void add_sample_registry(FakeFileSystem& files, const std::string& folder = ".");

}  // namespace tizza::testing
