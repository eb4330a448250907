# SPDX-License-Identifier: Apache-2.0
# A room is a folder of src/ and a static library. It is linked with all rooms above it.
set(uses_base Boost::json fmt::fmt)
set(uses_script ICU::uc ICU::i18n ICU::data PkgConfig::THAI date::date date::date-tz)
set(uses_planner cadical)
set(uses_document PkgConfig::PANGO PkgConfig::XML PkgConfig::ZIP PkgConfig::XLSX PkgConfig::QR PkgConfig::PHOTO OpenSSL::Crypto date::date date::date-tz)
set(uses_store PkgConfig::SQLITE soci PkgConfig::SODIUM PkgConfig::SPDLOG)
set(uses_mail PkgConfig::CURL)
set(uses_live Threads::Threads)
set(uses_web Threads::Threads OpenSSL::SSL OpenSSL::Crypto PkgConfig::SODIUM Boost::url Boost::locale PkgConfig::OATH PkgConfig::FIDO PkgConfig::URING PkgConfig::CURL PkgConfig::Z PkgConfig::SPDLOG)

# What most files read is compiled once instead of once for each of them: a header named here is
# known in every room below its own (below), or in its own, too (from). A room that reads no more than the one above it, and uses no
# library of its own, takes what that one has compiled.
set(src ${CMAKE_SOURCE_DIR}/src)
set(read_below_base <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <string>
                    <string_view> <utility> <variant> <vector> <boost/json.hpp> <fmt/format.h>
                    ${src}/base/json.hpp ${src}/base/result.hpp ${src}/base/text.hpp)
set(read_below_store ${src}/store/session.hpp ${src}/store/store.hpp)
set(read_from_web ${src}/web/desk.hpp ${src}/web/frame.hpp ${src}/web/html.hpp ${src}/web/verb.hpp)
set(read_below_forum ${src}/forum/forum_store.hpp ${src}/forum/listed.hpp ${src}/forum/text_json.hpp)

function(sala_room room)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
    if(NOT sources)
        return()
    endif()
    if(room STREQUAL "base")
        list(APPEND sources ${embedded_table})
    elseif(room STREQUAL "app")
        list(APPEND sources ${verbs_source})
    endif()
    add_library(sala_${room} STATIC ${sources})
    target_include_directories(sala_${room} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(sala_${room} PUBLIC ${SALA_ROOMS} ${uses_${room}})
    list(APPEND SALA_READ_BY_MOST ${read_from_${room}})
    if(SALA_READ_BY_MOST AND NOT uses_${room} AND SALA_READ_BY_MOST STREQUAL SALA_COMPILED_HEADERS)
        target_precompile_headers(sala_${room} REUSE_FROM ${SALA_COMPILED_IN})
    elseif(SALA_READ_BY_MOST)
        target_precompile_headers(sala_${room} PRIVATE ${SALA_READ_BY_MOST})
        set(SALA_COMPILED_HEADERS ${SALA_READ_BY_MOST} PARENT_SCOPE)
        set(SALA_COMPILED_IN sala_${room} PARENT_SCOPE)
    endif()
    list(APPEND SALA_READ_BY_MOST ${read_below_${room}})
    set(SALA_READ_BY_MOST ${SALA_READ_BY_MOST} PARENT_SCOPE)
    set(SALA_ROOMS sala_${room} ${SALA_ROOMS} PARENT_SCOPE)
endfunction()
