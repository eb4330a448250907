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
    a_name,     // who somebody is: where it is all that stands there
    particulars,  // JSON of what is known of somebody: where it says with whom they stay
};

// `words` without the names: whole words, whatever the case of Latin letters. In Thai, Lao, Burmese
// and Khmer, where nothing stands between words, a name of one word goes wherever it stands, unless
// it is so short that it may be a part of any word.
std::string without_names(const std::string& words, const std::vector<std::string>& names,
                          Said said = Said::prose);

}  // namespace sala::registration
