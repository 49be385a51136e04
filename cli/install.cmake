# Where `cmake --install` puts things: the places at which Debian's shells, man and tizza's own users
# look. The manual pages are written by the binary itself, from the command table.
include(GNUInstallDirs)

set(man_folder "${CMAKE_CURRENT_BINARY_DIR}/man")
add_custom_command(
  OUTPUT "${man_folder}/tizza.1"
  COMMAND tizza man "${man_folder}"
  DEPENDS tizza
  COMMENT "Writing the manual pages" VERBATIM)
add_custom_target(tizza_man ALL DEPENDS "${man_folder}/tizza.1")

install(TARGETS tizza RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY "${man_folder}/" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${PROJECT_SOURCE_DIR}/completions/tizza.bash"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME tizza)
install(FILES "${PROJECT_SOURCE_DIR}/completions/_tizza"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${PROJECT_SOURCE_DIR}/completions/tizza.fish"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/templates" "${PROJECT_SOURCE_DIR}/registry-schema"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/tizza" USE_SOURCE_PERMISSIONS)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)
