// SPDX-License-Identifier: Apache-2.0
//
// Words for searching and places for breaking lines, in Thai, English and texts that mix them.
//
// Two dictionaries (ICU and libthai) are asked, because each is wrong about names; names that the
// forum knows are given by the caller and never cut. May be called from several threads.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sala::script {

// The words by which a text is found, in searchable() form without Latin accents: first the
// smallest pieces in the order of the text (Thai cut where either dictionary cuts, Latin letters
// apart from digits), then, once each, the longer words of either dictionary and the names.
std::vector<std::string> words(std::string_view text, std::span<const std::string> names = {});

// The words joined by spaces, to be stored beside a text: for FTS5 with
//   tokenize="unicode61 categories 'L* N* M* Co'"
// (without M* it would cut Thai words at their vowels), for PostgreSQL by
//   array_to_tsvector(string_to_array(tokens, ' ')).
std::string search_tokens(std::string_view text, std::span<const std::string> names = {});

// What somebody typed into a search box: the smallest pieces only, each once. A text matches when
// its search_tokens hold all of them.
std::vector<std::string> query_words(std::string_view query);

// Byte offsets where a new line may begin, sorted, without 0 and the end. Thai is cut where both
// dictionaries agree; where they do not for a long stretch, where libthai says.
//
// Never inside a name of the list or a word such as กรุงเทพมหานคร, nor between an honorific and its
// name, a number and its noun ("ครั้งที่ 5", "พ.ศ. 2562", "26 – 28 สิงหาคม", "7 นาที"), nor before ๆ and
// ฯ.
std::vector<std::size_t> break_opportunities(std::string_view text,
                                             std::span<const std::string> names = {});

}  // namespace sala::script
