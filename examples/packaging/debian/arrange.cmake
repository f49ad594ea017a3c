# Run by cpack between installing and packing: what Debian wants of a package and CMake's install has not.
file(REAL_PATH ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share share)
function(copy_to destination)
  file(COPY ${ARGN} DESTINATION ${share}/${destination}
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
    DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endfunction()
copy_to(doc/kith ${CPACK_KITH_DOCUMENTS}/changelog ${CPACK_KITH_DOCUMENTS}/copyright)
copy_to(lintian/overrides ${CPACK_KITH_DOCUMENTS}/overrides/kith)
if(EXISTS ${share}/zsh/site-functions)
  file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions) # The other one is the administrator's.
endif()
file(GLOB pages ${share}/man/man*/*.[1-9])
execute_process(COMMAND gzip --best --no-name --force ${share}/doc/kith/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)
