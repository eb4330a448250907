# SPDX-License-Identifier: Apache-2.0
# Puts files inside the program: migrations, translations, the bundled client, templates.
# They are listed when they are built, so a new file needs no line here.

set(embedded_table ${CMAKE_BINARY_DIR}/generated/embedded_table.cpp)
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
file(GLOB_RECURSE templates CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*/templates/*)
file(GLOB translations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locales/*.po)

# Translations: one .mo a language.
find_program(MSGFMT msgfmt REQUIRED)
set(compiled_translations)
foreach(po IN LISTS translations)
    get_filename_component(language ${po} NAME_WE)
    set(mo ${CMAKE_BINARY_DIR}/embedded/locales/${language}.mo)
    add_custom_command(OUTPUT ${mo} DEPENDS ${po}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/embedded/locales
        COMMAND ${MSGFMT} --check -o ${mo} ${po})
    list(APPEND compiled_translations ${mo})
endforeach()

# The client: style sheets, fonts and islands, bundled by esbuild.
set(client_stamp)
if(EXISTS ${CMAKE_SOURCE_DIR}/client/build.mjs)
    find_program(NODE node REQUIRED)
    file(GLOB_RECURSE client_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/client/*)
    set(client_stamp ${CMAKE_BINARY_DIR}/client.stamp)
    add_custom_command(OUTPUT ${client_stamp}
        DEPENDS ${client_sources} ${CMAKE_SOURCE_DIR}/package-lock.json
        COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/client/build.mjs ${CMAKE_BINARY_DIR}/embedded/assets
        COMMAND ${CMAKE_COMMAND} -E touch ${client_stamp}
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endif()

# A file that only got another name is no newer than the table, so the list of names counts, too.
set(embedded_names ${CMAKE_BINARY_DIR}/generated/embedded_names.txt)
file(CONFIGURE OUTPUT ${embedded_names} CONTENT "${migrations};${templates};${translations}\n" @ONLY)

add_custom_command(OUTPUT ${embedded_table}
    DEPENDS ${embedded_names} ${migrations} ${templates} ${compiled_translations} ${client_stamp}
            ${CMAKE_SOURCE_DIR}/cmake/write_embedded_table.cmake
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DBUILT=${CMAKE_BINARY_DIR}/embedded
            -DTABLE=${embedded_table} -P ${CMAKE_SOURCE_DIR}/cmake/write_embedded_table.cmake)
