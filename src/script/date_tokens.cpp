// SPDX-License-Identifier: Apache-2.0

#include "script/date_tokens.hpp"

#include "script/date_words.hpp"
#include "script/normal.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string>

namespace sala::script {

namespace {

struct Word {
    std::string spelling;  // in searchable() form
    Token token;
};

}  // namespace

static void add_words(std::vector<Word>& words, Token token,
                      std::initializer_list<std::string_view> spellings)
{
    for (const auto spelling : spellings)
        words.push_back({searchable(spelling), token});
}

static std::vector<Word> make_vocabulary()
{
    std::vector<Word> words;
    for (std::size_t month = 0; month < month_words.size(); ++month) {
        const auto& word = month_words[month];
        const Token token{Token::month, static_cast<int>(month + 1)};
        add_words(words, token, {word.english, word.english_short, word.thai, word.thai_short});
    }
    add_words(words, {Token::month, 9}, {"Sept"});
    for (std::size_t day = 0; day < weekday_words.size(); ++day) {
        const auto& word = weekday_words[day];
        const Token token{Token::day_of_week, static_cast<int>(day + 1)};
        add_words(words, token, {word.english, word.english_short, word.thai});
        // Headlines leave out วัน, the word "day".
        add_words(words, token, {word.thai.substr(std::string_view("วัน").size())});
    }
    add_words(words, {Token::buddhist}, {"พ.ศ.", "พ.ศ", "พุทธศักราช", "B.E.", "BE"});
    add_words(words, {Token::common}, {"ค.ศ.", "ค.ศ", "คริสต์ศักราช", "C.E.", "CE", "A.D.", "AD"});
    add_words(words, {Token::dash},
              {"-", "–", "—", "‒", "‑", "−", "~", "ถึงวันที่", "ถึง", "to", "until", "and", "และ"});
    add_words(words, {Token::slash}, {"/"});
    add_words(words, {Token::from}, {"ตั้งแต่", "ระหว่าง", "from", "between", "since"});
    add_words(words, {Token::no_end}, {"ไม่ระบุวันสิ้นสุด", "end not given", "เป็นต้นไป"});
    add_words(words, {Token::unknown_end}, {"ไม่ทราบวันสิ้นสุด", "end not known"});
    add_words(words, {Token::filler},
              {",", ".", "(", ")", "วันที่", "ที่", "เดือน", "ปี", "เมื่อ", "นี้", "st", "nd", "rd", "th",
               "of", "on", "the"});
    words.push_back({" ", {Token::filler}});
    // The longest word first: "พฤษภาคม" before "พ", "August" before "Aug".
    std::stable_sort(words.begin(), words.end(), [](const Word& one, const Word& other) {
        return one.spelling.size() > other.spelling.size();
    });
    return words;
}

Refusal not_a_date(std::string_view text)
{
    return invalid({}, "not-a-date",
                   "“{text}” is not a date Sala can read. Write it as 2 December 2022, "
                   "26 – 28 สิงหาคม 2562 or 2022-12-02.",
                   {{"text", std::string(text)}});
}

Result<std::vector<Token>> date_tokens(std::string_view text)
{
    static const auto vocabulary = make_vocabulary();
    const auto plain = searchable(text);
    std::vector<Token> tokens;
    for (std::string_view rest = plain; !rest.empty();) {
        const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (digits > 4)
            return not_a_date(text);
        if (digits > 0) {
            Token number{Token::number, 0, digits};
            std::from_chars(&rest[0], &rest[0] + digits, number.value);
            tokens.push_back(number);
            rest.remove_prefix(digits);
            continue;
        }
        const auto word = std::find_if(vocabulary.begin(), vocabulary.end(), [&](const Word& one) {
            return rest.starts_with(one.spelling);
        });
        if (word == vocabulary.end())
            return not_a_date(text);
        if (word->token.kind != Token::filler)
            tokens.push_back(word->token);
        rest.remove_prefix(word->spelling.size());
    }
    return tokens;
}

}  // namespace sala::script
