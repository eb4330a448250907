# SPDX-License-Identifier: Apache-2.0
# Everything Sala stands on, from Debian. Which room uses which is said in rooms.cmake.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(OpenSSL REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url locale)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
pkg_check_modules(THAI REQUIRED IMPORTED_TARGET libthai)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf pangoft2 fontconfig)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(XLSX REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(ICAL REQUIRED IMPORTED_TARGET libical)  # for tests alone
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(Z REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(SPDLOG REQUIRED IMPORTED_TARGET spdlog)

# CaDiCaL comes without a description for CMake or pkg-config.
find_library(CADICAL cadical REQUIRED)
find_path(CADICAL_INCLUDE cadical.hpp REQUIRED)
add_library(cadical INTERFACE)
target_include_directories(cadical SYSTEM INTERFACE ${CADICAL_INCLUDE})
target_link_libraries(cadical INTERFACE ${CADICAL})

add_library(soci INTERFACE)
target_include_directories(soci SYSTEM INTERFACE /usr/include/soci /usr/include/postgresql)
target_link_libraries(soci INTERFACE soci_core soci_postgresql PkgConfig::PQ)
