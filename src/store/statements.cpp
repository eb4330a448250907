// SPDX-License-Identifier: Apache-2.0

#include "store/statements.hpp"

#include "base/result.hpp"
#include "document/utf8.hpp"

#include <cmath>

namespace sala::store {

void refuse_what_cannot_be_kept(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->find('\0') != std::string::npos)
            throw Fault("A text with a NUL character cannot be stored.");
        if (document::first_byte_not_utf8(*text))
            throw Fault("A text that is not UTF-8 cannot be stored.");
    } else if (const auto* real = std::get_if<double>(&value); real && !std::isfinite(*real)) {
        throw Fault("A number that is not finite cannot be stored.");
    }
}

}  // namespace sala::store
