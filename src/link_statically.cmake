# What is linked in place of the shared libraries, each where it can be.
include(CheckCXXSourceCompiles)
include(CheckLinkerFlag)

set(kith_fmt fmt::fmt-header-only)

get_target_property(toml_include_directories tomlplusplus::tomlplusplus INTERFACE_INCLUDE_DIRECTORIES)
target_include_directories(kith_toml SYSTEM INTERFACE ${toml_include_directories})
target_compile_definitions(kith_toml INTERFACE TOML_HEADER_ONLY=1)
# What its parser asserts of itself does not hold for every broken file; in the shared library it is compiled away. An
# option, since CMake takes no definition that has arguments.
target_compile_options(kith_toml INTERFACE "-DTOML_ASSERT(expr)=static_assert(true)")

# An archive may be of code that a program cannot be linked with which is loaded anywhere.
find_library(UTF8PROC_ARCHIVE libutf8proc.a HINTS ${utf8proc_LIBRARY_DIRS})
if(UTF8PROC_ARCHIVE)
  set(CMAKE_REQUIRED_INCLUDES ${utf8proc_INCLUDE_DIRS})
  set(CMAKE_REQUIRED_LIBRARIES ${UTF8PROC_ARCHIVE})
  check_cxx_source_compiles("#include <utf8proc.h>
    int main() { return utf8proc_charwidth('a'); }" UTF8PROC_ARCHIVE_FITS)
  unset(CMAKE_REQUIRED_INCLUDES)
  unset(CMAKE_REQUIRED_LIBRARIES)
  if(UTF8PROC_ARCHIVE_FITS)
    add_library(kith_utf8proc INTERFACE)
    target_include_directories(kith_utf8proc SYSTEM INTERFACE ${utf8proc_INCLUDE_DIRS})
    target_link_libraries(kith_utf8proc INTERFACE ${UTF8PROC_ARCHIVE})
    set(kith_utf8proc kith_utf8proc)
  endif()
endif()

# Of what is left to be loaded only what is called: not the mathematical library.
check_linker_flag(CXX LINKER:--as-needed KITH_AS_NEEDED)
if(KITH_AS_NEEDED)
  target_link_options(kith_options INTERFACE LINKER:--as-needed)
endif()

# What nobody calls, inlined as it was or of no use here, is in nobody's way: there is less to load around what is called.
check_linker_flag(CXX LINKER:--gc-sections KITH_GC_SECTIONS)
if(KITH_GC_SECTIONS)
  target_compile_options(kith_options INTERFACE -ffunction-sections -fdata-sections)
  target_link_options(kith_options INTERFACE LINKER:--gc-sections)
endif()

check_linker_flag(CXX "-static-libstdc++;-static-libgcc" KITH_RUNTIME_FITS)
if(KITH_RUNTIME_FITS)
  target_link_options(kith_options INTERFACE -static-libstdc++ -static-libgcc)
endif()
