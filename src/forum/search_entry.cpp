// SPDX-License-Identifier: Apache-2.0

#include "forum/search_entry.hpp"

#include "script/person_name.hpp"
#include "script/segment.hpp"

#include <algorithm>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sala::forum {

namespace {

constexpr std::size_t body_characters_max = 400;
constexpr std::size_t word_bytes_max = 60;

// At most so many characters of UTF-8, never half of one.
std::string_view first_characters(std::string_view text, std::size_t most)
{
    std::size_t at = 0;
    for (std::size_t n = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && n++ == most)
            break;
    return text.substr(0, at);
}

// Most texts are the same before and after an edit, and finding the words of a Thai text takes
// long.
class KnownWords {
public:
    std::vector<std::string> of(std::string_view text)
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = known_.find(std::string(text)); found != known_.end())
            return found->second;
        auto words = script::words(text);
        for (auto& word : words)
            word = index_word(std::move(word));
        if (known_.size() == texts_max)
            known_.clear();
        known_.emplace(text, words);
        return words;
    }

private:
    static constexpr std::size_t texts_max = 2000;
    std::mutex mutex_;
    std::unordered_map<std::string, std::vector<std::string>> known_;
};

void add_words(SearchEntry& entry, std::string_view text, int weight)
{
    static KnownWords known;
    for (auto& word : known.of(text)) {
        auto& held = entry.words[std::move(word)];
        held = std::max(held, weight);
    }
}

}  // namespace

void add_text(SearchEntry& entry, const Text& text, int weight)
{
    for (const auto& [language, wording] : text.wordings())
        for (const auto* words : {&wording.verbatim, &wording.corrected})
            if (!words->empty())
                add_words(entry,
                          weight == body_weight ? first_characters(*words, body_characters_max)
                                                : *words,
                          weight);
}

SearchEntry entry_of(std::string address, std::string kind, const Text& title)
{
    SearchEntry made{0, std::move(address), std::move(kind), title, {}};
    add_text(made, title, title_weight);
    return made;
}

SearchEntry with(SearchEntry entry, std::initializer_list<const Text*> bodies)
{
    for (const auto* body : bodies)
        add_text(entry, *body, body_weight);
    return entry;
}

void add_honorific(SearchEntry& entry, const Text& honorific)
{
    for (const auto& [language, wording] : honorific.wordings()) {
        add_words(entry, wording.shown(), other_name_weight);
        for (const auto& spelling : script::honorifics())
            if (script::same_rank(wording.shown(), spelling.thai) ||
                script::same_rank(wording.shown(), spelling.english))
                for (const auto form :
                     {spelling.thai, spelling.thai_short, spelling.english, spelling.english_long})
                    add_words(entry, form, other_name_weight);
    }
}

std::string index_word(std::string word)
{
    auto size = std::min(word.size(), word_bytes_max);
    while (size > 0 && size < word.size() &&
           (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80)
        --size;
    word.resize(size);
    return word;
}

}  // namespace sala::forum
