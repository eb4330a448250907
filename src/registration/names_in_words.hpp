// SPDX-License-Identifier: Apache-2.0
//
// Words without the name of somebody who is erased: "[…]" stands where it was.

#pragma once

#include <string>
#include <vector>

namespace sala::registration {

// How people are spoken of where words are kept. A name of one word may be a word of the language
// as well (Hope, May), and a part of somebody else's name.
enum class Said {
    of_people,  // in a few words about people, such as reasons: a name is meant whatever its case
    prose,      // in letters and speeches: where it begins with a capital letter, as the name does
    a_name,     // who or what somebody is: where it is all that stands there
};

// `words` without the names: whole words, whatever their case, however their accents are written,
// with any blanks between them. In Thai, Lao, Burmese and Khmer, where nothing stands between
// words, a name of one word goes wherever it stands, unless it is so short that it may be a part of
// any word.
std::string without_names(const std::string& words, const std::vector<std::string>& names,
                          Said said = Said::prose);

// What a file is called, which nobody writes as a sentence ("Speech_of_Budi_Santoso.pdf"): when it
// holds a name, nothing of it is left but of which kind it is ("[…].pdf").
std::string file_without_names(const std::string& file, const std::vector<std::string>& names);

}  // namespace sala::registration
