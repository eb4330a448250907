# SPDX-License-Identifier: Apache-2.0
# Warnings are errors. Verbs have no header, so -Wmissing-declarations stays off.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
# g++ 12 warns of dangling and uninitialised values inside libstdc++ itself at -O2.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow
                        -Wno-array-bounds -Wno-free-nonheap-object -Wno-missing-field-initializers)
else()
    # clang calls std::stable_sort of libstdc++ 12 deprecated from within.
    add_compile_options(-Wno-missing-field-initializers -Wno-missing-designated-field-initializers
                        -Wno-deprecated-declarations)
endif()
if(SALA_SANITIZE)
    add_compile_options(-fsanitize=${SALA_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SALA_SANITIZE})
endif()
# A fuzzer sees which branches an input reached, and takes an undefined step for a crash.
if(SALA_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=fuzzer-no-link)
endif()
