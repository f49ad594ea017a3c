# The Debian package: `cpack -G DEB` in the build directory makes it of what CMake installs.
set(CPACK_PACKAGE_NAME kith)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "kith developers <kith@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/arrange.cmake)
set(CPACK_GENERATOR DEB)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libical${KITH_LIBICAL_VERSION}) # Loaded by its name, so SHLIBDEPS does not see it.
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS git)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "networking journal and follow-up tool for the terminal")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "kith is where you write down in one line whom you talked to, where and about
what. It tells who is due a follow-up and why, and how the weeks divide
between online and in person.
.
The journal is plain TOML files, to be read, edited and kept in git. There is
no server, no account and no network of its own; git is wanted only for
keeping the journal on several machines.")

# What arrange.cmake puts into the package.
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${PROJECT_BINARY_DIR}/debian/changelog @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${PROJECT_BINARY_DIR}/debian/copyright COPYONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/lintian-overrides ${PROJECT_BINARY_DIR}/debian/overrides/kith COPYONLY)
set(CPACK_KITH_DOCUMENTS ${PROJECT_BINARY_DIR}/debian)
include(CPack)
