// SPDX-License-Identifier: Apache-2.0

#include "script/printed_date.hpp"

#include "script/code_points.hpp"
#include "script/date_tokens.hpp"
#include "script/date_words.hpp"
#include "script/normal.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace sala::script {

namespace {

// Before a dash, or after it.
struct Half {
    DatePart part;
    int weekday = 0;
    std::size_t year_digits = 0;
    Token::Kind era = Token::filler;
};

}  // namespace

// Puts one number where it belongs: a day has at most two digits and comes once; the rest is the
// year. A number right after an era, or alone in front of nothing, is a year.
static bool place_number(Half& half, const Token& token, bool after_era)
{
    const bool may_be_day = token.digits <= 2 && !after_era && !half.part.has_day();
    if (may_be_day) {
        half.part.day = token.value;
        return token.value >= 1 && token.value <= 31;
    }
    if (half.year_digits != 0)
        return false;
    half.part.year = token.value;
    half.year_digits = token.digits;
    return token.value >= 1;
}

static Result<Half> read_half(std::span<const Token> tokens, std::string_view text)
{
    Half half;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto& token = tokens[at];
        bool good = true;
        if (token.kind == Token::number) {
            good = place_number(half, token, at > 0 && half.era == tokens[at - 1].kind);
        } else if (token.kind == Token::month) {
            good = !half.part.has_month();
            half.part.month = token.value;
        } else if (token.kind == Token::day_of_week) {
            good = half.weekday == 0;
            half.weekday = token.value;
        } else if (token.kind == Token::buddhist || token.kind == Token::common) {
            good = half.era == Token::filler;
            half.era = token.kind;
        } else {
            good = false;
        }
        if (!good)
            return not_a_date(text);
    }
    return half;
}

// 26/8/62, 26/08/2562
static Result<Half> read_slashes(std::span<const Token> tokens, std::string_view text, bool thai)
{
    const bool shaped = tokens.size() == 5 && tokens[0].kind == Token::number &&
                        tokens[1].kind == Token::slash && tokens[2].kind == Token::number &&
                        tokens[3].kind == Token::slash && tokens[4].kind == Token::number;
    if (!shaped || tokens[0].digits > 2 || tokens[2].digits > 2)
        return not_a_date(text);
    const bool surely_day_first = thai || tokens[0].value > 12 || tokens[4].value >= 2400;
    if (!surely_day_first && tokens[0].value != tokens[2].value)
        return invalid({}, "day-or-month",
                       "In “{text}” day and month can be mixed up. Write the month as a word, or "
                       "2022-12-02.",
                       {{"text", std::string(text)}});
    if (tokens[2].value > 12 || tokens[2].value < 1)
        return not_a_date(text);
    Half half;
    half.part = {tokens[4].value, tokens[2].value, tokens[0].value};
    half.year_digits = tokens[4].digits;
    return half;
}

// The year in the Common Era. Two digits are a Buddhist year in Thai and nothing certain elsewhere.
static Allowed settle_year(Half& half, std::string_view text, bool thai)
{
    if (half.year_digits == 0)
        return allowed();
    const bool short_year = half.year_digits <= 2;
    if (short_year && (!thai || half.era == Token::common))
        return invalid({}, "year-unclear",
                       "In “{text}” the year has two digits. Write it with four, such as 2022.",
                       {{"text", std::string(text)}});
    if (short_year)
        half.part.year += 2500;
    const bool buddhist = short_year || half.era == Token::buddhist ||
                          (half.era != Token::common && half.part.year >= 2400);
    if (buddhist)
        half.part.year -= buddhist_years_ahead;
    half.year_digits = 4;
    return allowed();
}

// What a half leaves out it shares with the other: "26 – 28 สิงหาคม 2562", "December 2–3, 2022".
static void complete(Half& first, Half& last, const DateHints& hints)
{
    if (last.year_digits == 0)
        last.part.year = hints.year;
    if (first.year_digits == 0)
        first.part.year = last.part.year;
    if (!first.part.has_month() && first.part.has_day())
        first.part.month = last.part.month;
    if (!last.part.has_month() && last.part.has_day())
        last.part.month = first.part.month;
}

static Allowed is_whole(const Half& half, std::string_view text)
{
    if (half.part.has_day() && !half.part.has_month())
        return not_a_date(text);
    if (half.part.year == 0 && !half.part.has_month())
        return not_a_date(text);
    if (half.part.year <= 0)
        return invalid({}, "year-missing",
                       "“{text}” has no year. Add it, such as 2022 or พ.ศ. 2565.",
                       {{"text", std::string(text)}});
    const bool real = half.part.has_day() && exists(half.part.first_day());
    if (half.weekday != 0 && real && weekday(half.part.first_day()) != half.weekday)
        return invalid(
            {}, "wrong-weekday", "{day} is a {weekday}. Please look at the date again.",
            {{"day", half.part.iso()},
             {"weekday",
              std::string(
                  weekday_words[static_cast<std::size_t>(weekday(half.part.first_day()) - 1)]
                      .english)}});
    return allowed();
}

namespace {

// What is left of a printed date once the words about its end are taken out.
struct Shape {
    std::vector<Token> first;
    std::vector<Token> last;
    bool dashed = false;
    bool from = false;
    PartialDate::End end = PartialDate::End::same;
};

}  // namespace

static Result<Shape> shape_of(std::span<const Token> tokens, std::string_view text)
{
    Shape shape;
    for (const auto& token : tokens) {
        if (token.kind == Token::from) {
            shape.from = true;
        } else if (token.kind == Token::no_end || token.kind == Token::unknown_end) {
            shape.end =
                token.kind == Token::no_end ? PartialDate::End::open : PartialDate::End::unknown;
        } else if (token.kind == Token::dash) {
            if (shape.dashed)
                return not_a_date(text);
            shape.dashed = true;
        } else {
            (shape.dashed ? shape.last : shape.first).push_back(token);
        }
    }
    const bool ended = shape.dashed && shape.end != PartialDate::End::same;
    if (shape.first.empty() || ended || (shape.dashed && shape.last.empty()))
        return not_a_date(text);
    if (shape.from && !shape.dashed && shape.end == PartialDate::End::same)
        shape.end = PartialDate::End::open;
    return shape;
}

static Result<Half> read_side(const std::vector<Token>& tokens, std::string_view text, bool thai)
{
    const bool slashed = std::any_of(tokens.begin(), tokens.end(),
                                     [](const Token& token) { return token.kind == Token::slash; });
    return slashed ? read_slashes(tokens, text, thai) : read_half(tokens, text);
}

static Result<PartialDate> read_shape(const Shape& shape, std::string_view text,
                                      const DateHints& hints)
{
    auto read_first = read_side(shape.first, text, hints.thai);
    auto read_last = shape.dashed ? read_side(shape.last, text, hints.thai) : read_first;
    if (!read_first || !read_last)
        return (read_first ? read_last : read_first).refusal();
    auto first = *read_first;
    auto last = *read_last;
    // "พ.ศ. 2556–2575" names its era once, "December 2–3, 2565 BE" as well.
    if (first.era == Token::filler)
        first.era = last.era;
    if (last.era == Token::filler)
        last.era = first.era;
    for (auto* half : {&first, &last})
        if (const auto settled = settle_year(*half, text, hints.thai); !settled)
            return settled.refusal();
    if (first.part.has_day() && !first.part.has_month() && !last.part.has_day())
        return not_a_date(text);
    complete(first, last, hints);
    for (const auto* half : {&first, &last})
        if (const auto whole = is_whole(*half, text); !whole)
            return whole.refusal();
    if (shape.dashed)
        return PartialDate::range(first.part, last.part);
    return shape.end == PartialDate::End::same ? PartialDate::single(first.part)
                                               : PartialDate::without_end(first.part, shape.end);
}

Result<PartialDate> read_printed(std::string_view text, const DateHints& hints)
{
    const auto plain = searchable(text);
    if (auto exact = PartialDate::read(plain); exact && plain.size() > 4)
        return exact;
    const auto tokens = date_tokens(text);
    if (!tokens)
        return tokens.refusal();
    const auto shape = shape_of(*tokens, text);
    if (!shape)
        return shape.refusal();
    auto told = hints;
    for (const auto& [letter, offset] : code_points(text))
        told.thai = told.thai || is_thai_letter(letter) || (letter >= U'๐' && letter <= U'๙');
    return read_shape(*shape, text, told);
}

}  // namespace sala::script
