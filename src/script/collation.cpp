// SPDX-License-Identifier: Apache-2.0

#include "script/collation.hpp"

#include "base/result.hpp"

#include <unicode/coll.h>

namespace sala::script {

struct Collator::Rules {
    std::unique_ptr<icu::Collator> icu;
};

static icu::StringPiece piece(std::string_view text)
{
    return {text.data(), static_cast<int32_t>(text.size())};
}

Collator::Collator(const Language& language)
{
    UErrorCode status = U_ZERO_ERROR;
    auto rules = std::make_shared<Rules>();
    const auto locale = icu::Locale::forLanguageTag(language.tag(), status);
    rules->icu.reset(icu::Collator::createInstance(locale, status));
    if (U_SUCCESS(status))
        rules->icu->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (U_FAILURE(status))
        throw Fault("ICU has no dictionary order for " + language.tag() + ": " +
                    u_errorName(status));
    rules_ = std::move(rules);
}

bool Collator::less(std::string_view one, std::string_view other) const
{
    UErrorCode status = U_ZERO_ERROR;
    const auto order = rules_->icu->compareUTF8(piece(one), piece(other), status);
    return order == UCOL_EQUAL ? one < other : order == UCOL_LESS;
}

std::string Collator::sort_key(std::string_view text) const
{
    const auto wide = icu::UnicodeString::fromUTF8(piece(text));
    const auto size = rules_->icu->getSortKey(wide, nullptr, 0);
    std::string key(static_cast<std::size_t>(size), '\0');
    rules_->icu->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), size);
    if (!key.empty())
        key.pop_back();  // ICU ends keys with a zero byte, which some stores refuse in text
    return key;
}

}  // namespace sala::script
