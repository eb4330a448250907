// SPDX-License-Identifier: Apache-2.0
//
// The fields a verb asks for, declared once: the page's form, the check of what was typed and the
// OpenAPI description all come from this declaration.

#pragma once

#include "base/result.hpp"
#include "web/http.hpp"
#include "web/percent.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

class Field {
public:
    enum Kind { text, lines, number, choice, tick, file, hidden, secret };

    Field(Kind kind_, std::string name_, Sentence label_)
        : kind(kind_),
          name(std::move(name_)),
          label(std::move(label_))
    {
    }

    Field optional() &&
    {
        required = false;
        return std::move(*this);
    }
    Field at_most(std::int64_t limit) &&  // characters of a text, size of a number, bytes of a file
    {
        high = limit;
        return std::move(*this);
    }
    Field at_least(std::int64_t limit) &&
    {
        low = limit;
        return std::move(*this);
    }
    Field hinted(Sentence words) &&
    {
        hint = std::move(words);
        return std::move(*this);
    }
    Field in_language(std::string tag) &&
    {
        language = std::move(tag);
        return std::move(*this);
    }
    // What a browser or a keeper of passwords may fill in: "username", "new-password" (WHATWG).
    Field completed_by(std::string token) &&
    {
        autocomplete = std::move(token);
        return std::move(*this);
    }
    Field one_of(std::vector<std::pair<std::string, Sentence>> words) &&
    {
        choices = std::move(words);
        return std::move(*this);
    }

    Kind kind;
    std::string name;
    Sentence label;
    Sentence hint;
    std::string language;  // of what is typed, when it is not the page's
    std::string autocomplete;
    bool required = true;
    std::int64_t low = 0;
    std::int64_t high = 500;
    std::vector<std::pair<std::string, Sentence>> choices;  // value, label
};

Field text(std::string name, Sentence label);    // one line
Field lines(std::string name, Sentence label);   // several lines, at most 20,000 characters
Field number(std::string name, Sentence label);  // whole, 0 to 100,000 unless said otherwise
Field choice(std::string name, Sentence label,
             std::vector<std::pair<std::string, Sentence>> choices);
Field tick(std::string name, Sentence label);
Field file(std::string name, Sentence label);  // at most 32 MiB
Field hidden(std::string name);
Field secret(std::string name, Sentence label);  // a password or a code; never shown again

struct Upload {
    std::string name;  // as the browser called it; shown, never used as a path
    std::string type;
    std::string bytes;
};

// What was sent, cleaned (NFC, no control characters, trimmed), as it will be shown again.
class Form {
public:
    const std::string& operator[](std::string_view name) const;  // empty when not sent
    bool has(std::string_view name) const;
    // Whether a yes stands there (script/yes_or_no.hpp): an empty value or a "no" ticks nothing.
    bool ticked(std::string_view name) const;
    std::optional<std::int64_t> number(std::string_view name) const;
    const Upload* upload(std::string_view name) const;  // the first of that name
    const std::vector<Upload>& uploads(std::string_view name) const;

    const std::map<std::string, std::string, std::less<>>& values() const { return values_; }

    void set(std::string name, std::string value)
    {
        values_.insert_or_assign(std::move(name), std::move(value));
    }
    void set(std::string name, Upload upload) { uploads_[std::move(name)] = {std::move(upload)}; }
    // A field may be sent several files; of a text the last one stands.
    void add(const std::string& name, Upload upload)
    {
        uploads_[name].push_back(std::move(upload));
    }

private:
    std::map<std::string, std::string, std::less<>> values_;
    std::map<std::string, std::vector<Upload>, std::less<>> uploads_;
};

// Reads an urlencoded, multipart or JSON body. Limits: 1,000 fields, 64 KiB a text, names of at
// most 200 bytes, 2 MiB of JSON; what is beyond is a Refusal, as is text that is not UTF-8.
Result<Form> read_form(const Request& request);
// What a browser sent and read_form refused, as far as it can be shown again: nobody should lose a
// long text because it is too long. Not to be kept.
Form read_to_show_again(const Request& request);

// Everything that is wrong with what was sent, one Refusal a field. Empty when all is right.
std::vector<Refusal> check_form(const std::vector<Field>& fields, const Form& form);

}  // namespace sala::web
