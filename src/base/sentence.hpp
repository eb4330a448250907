// SPDX-License-Identifier: Apache-2.0
//
// A sentence that people will read, still untranslated: the English text is its key.
//
// Placeholders are named, {city}, so that translators may change their order; every argument is
// plain text and is escaped where it is shown. A sentence that counts has a plural form, and its
// {count} is filled in by itself.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sala {

struct Sentence {
    std::string key;
    std::vector<std::pair<std::string, std::string>> arguments;
    std::string plural;
    std::int64_t count = 0;

    bool operator==(const Sentence&) const = default;

    // The English sentence with its arguments, for logs, tests and the command line.
    std::string english() const;
};

using Arguments = std::vector<std::pair<std::string, std::string>>;

// tr("Programme of {city}", {{"city", name}})
inline Sentence tr(std::string key, Arguments arguments = {})
{
    return {std::move(key), std::move(arguments), {}, 0};
}

// tr_count("{count} city", "{count} cities", cities.size())
Sentence tr_count(std::string one, std::string many, std::size_t count, Arguments arguments = {});

// Puts the arguments into a pattern that has already been translated.
std::string fill_in(std::string_view pattern, const Arguments& arguments);

}  // namespace sala
