# Puts a folder of the source tree into a library, byte for byte, so that the lone binary needs no
# files beside it. cli/base/embedded.hpp declares what comes out:
#
#   tizza_embed(<target> <folder> <function>)
#
# compiles `std::span<const EmbeddedFile> tizza::<function>()` into <target>, with every regular file
# below <folder>. A new, changed or removed file is seen by the next build.
#
# The file is also the script that writes the source: cmake -DFOLDER=… -DFUNCTION=… -DOUTPUT=… -P.

function(tizza_embed target folder function)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS LIST_DIRECTORIES false "${folder}/*" "${folder}/.*")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DFUNCTION=${function}" "-DOUTPUT=${output}"
            -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    DEPENDS ${files} "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    COMMENT "Embedding ${folder}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()
cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE "${FOLDER}" "${FOLDER}/*" "${FOLDER}/.*")
list(REMOVE_DUPLICATES files)
list(SORT files)
# CMake 3.25 cannot tell which files are executable; find can.
execute_process(COMMAND find . -type f -perm -u+x WORKING_DIRECTORY "${FOLDER}"
                OUTPUT_VARIABLE executables OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" executables "${executables}")

set(rows "")
set(count 0)
foreach(file IN LISTS files)
  file(READ "${FOLDER}/${file}" bytes HEX)
  file(SIZE "${FOLDER}/${file}" size)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  set(mode 0644)
  if("./${file}" IN_LIST executables)
    set(mode 0755)
  endif()
  string(APPEND rows "    {\"${file}\", {\"${bytes}\", ${size}}, ${mode}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Written by cli/embed.cmake.
#include \"base/embedded.hpp\"

#include <array>

namespace tizza {
namespace {

constexpr std::array<EmbeddedFile, ${count}> kFiles = {{
${rows}}};

}  // namespace

std::span<const EmbeddedFile> ${FUNCTION}() { return kFiles; }

}  // namespace tizza
")
