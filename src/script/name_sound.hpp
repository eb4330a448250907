// SPDX-License-Identifier: Apache-2.0
//
// How alike two names are, also when one is written in Thai and the other in Latin letters:
// "ชัชชาติ สิทธิพันธุ์" and "Chadchart Sittipunt". Good enough to suggest, never to decide.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sala::script {

// The consonants one hears, each as one letter of its class, word by word; honorifics, vowels and
// what is silent are left out. Thai and Latin letters only; other scripts give nothing.
std::string name_sound(std::string_view name);

// 0 to 100. 100: the same letters in any order of the words, whatever their accents and honorifics.
// Otherwise at most 95, by how many sounds differ; below 60 it means nothing.
int likeness(std::string_view one, std::string_view other);

// The same of two sounds alone, as name_sound() has them: 95 for equal ones, 0 when one has less
// than four letters.
int sound_likeness(std::string_view one, std::string_view other);

// A name made ready to be compared with many.
struct Heard {
    std::vector<std::string> words;       // by the alphabet
    std::string sound;                    // name_sound()
    std::array<std::uint8_t, 9> often{};  // each sound, and how many words
};
Heard heard(std::string_view name);
int likeness(const Heard& one, const Heard& other);
// Nothing that likeness() says is above it; many times quicker.
int likeness_at_most(const Heard& one, const Heard& other);

}  // namespace sala::script
