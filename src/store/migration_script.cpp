// SPDX-License-Identifier: Apache-2.0

#include "store/migration_script.hpp"

#include "store/sql_scanner.hpp"
#include "store/store.hpp"

#include <algorithm>

namespace sala::store {

namespace {

std::string_view trimmed(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(" \t\r\n") - first + 1);
}

std::string upper(std::string_view word)
{
    std::string result(word);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

// How deep inside BEGIN ... END of a trigger or a function the reader is.
class Body {
public:
    void meet(const std::string& word)
    {
        ++words_;
        if (words_ == 1)
            is_create_ = word == "CREATE";
        if (is_create_ && (word == "TRIGGER" || word == "FUNCTION" || word == "PROCEDURE"))
            may_have_body_ = true;
        if (!may_have_body_)
            return;
        if (word == "BEGIN" || (word == "CASE" && depth_ > 0))
            ++depth_;
        else if (word == "END" && depth_ > 0)
            --depth_;
    }
    bool is_open() const { return depth_ > 0; }

private:
    int words_ = 0;
    int depth_ = 0;
    bool is_create_ = false;
    bool may_have_body_ = false;
};

}  // namespace

std::string for_engine(std::string_view script, Engine engine)
{
    std::string result;
    std::string only;
    while (!script.empty()) {
        const auto end = std::min(script.find('\n'), script.size() - 1) + 1;
        const auto line = script.substr(0, end);
        const auto mark = trimmed(line);
        script.remove_prefix(end);
        if (mark.starts_with("-- only ")) {
            if (!only.empty())
                throw StoreFault("A block for one engine begins inside another one.", false);
            only = trimmed(mark.substr(8));
            if (only != "sqlite" && only != "postgresql")
                throw StoreFault("A migration speaks of an unknown engine: " + only, false);
        } else if (mark == "-- end") {
            if (only.empty())
                throw StoreFault("A block for one engine ends without a beginning.", false);
            only.clear();
        } else if (only.empty() || (only == "sqlite") == (engine == Engine::sqlite)) {
            result += line;
            continue;
        }
        result += '\n';
    }
    if (!only.empty())
        throw StoreFault("A block for one engine has no end: " + only, false);
    return result;
}

std::vector<std::string> statements_of(std::string_view script)
{
    std::vector<std::string> statements;
    std::size_t begin = 0;
    bool says_something = false;
    Body body;
    const auto finish = [&](std::size_t end) {
        if (says_something)
            statements.emplace_back(trimmed(script.substr(begin, end - begin)));
        begin = end + 1;
        says_something = false;
        body = {};
    };
    for (std::size_t at = 0; at < script.size();) {
        if (const auto end = behind_quoted(script, at); end != at) {
            at = end;
        } else if (const auto word_end = behind_word(script, at); word_end != at) {
            says_something = true;
            body.meet(upper(script.substr(at, word_end - at)));
            at = word_end;
        } else {
            if (script[at] == ';' && !body.is_open())
                finish(at);
            ++at;
        }
    }
    finish(script.size());
    return statements;
}

}  // namespace sala::store
