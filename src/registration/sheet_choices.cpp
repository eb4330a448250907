// SPDX-License-Identifier: Apache-2.0

#include "registration/sheet_choices.hpp"

#include "script/normal.hpp"

#include <algorithm>

namespace sala::registration {

static Text in_all_languages(const Sentence& sentence)
{
    Text text;
    for (const auto& language : web::interface_languages())
        text.set(language, {web::Reader{language}.say(sentence), {}});
    return text;
}

static std::string plain(const std::string& words)
{
    return script::searchable(script::clean(words));
}

SheetChoices::SheetChoices(const Particular& column, const std::vector<forum::Part>& categories)
{
    for (const auto& [word, name] : column.choices)
        if (!word.empty())
            add(word, in_all_languages(name));
    if (column.kind == Particular::category)
        for (const auto& category : categories)
            add(category.key, category.name);
    if (column.kind == Particular::tick) {
        add("yes", in_all_languages(tr("yes")));
        add("no", in_all_languages(tr("no")));
    }
    // A word is its own whatever another one is called.
    for (const auto& [word, names] : choices_)
        kept_[plain(word)] = word;
}

void SheetChoices::add(const std::string& word, const Text& names)
{
    choices_.emplace_back(word, names);
    for (const auto& [language, wording] : names.wordings()) {
        const auto [there, is_new] = kept_.emplace(plain(wording.shown()), word);
        if (!is_new && there->second != word)
            there->second.clear();
    }
}

std::string SheetChoices::kept(const std::string& written) const
{
    const auto found = kept_.find(plain(written));
    return found == kept_.end() || found->second.empty() ? written : found->second;
}

std::vector<std::string> SheetChoices::words(const web::Reader& reader) const
{
    std::vector<std::string> all;
    for (const auto& [word, names] : choices_) {
        const auto name = names.words(reader.language);
        all.push_back(kept(name) == word ? name : word);
    }
    return all;
}

// In a row of names the gaps are often written as lines: "name_en".
static std::string plain_header(const std::string& header)
{
    auto name = plain(header);
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

static std::map<std::string, std::string> headers()
{
    std::map<std::string, std::string> columns;
    const auto called = [&](const Sentence& label, const std::string& column) {
        const auto names = in_all_languages(label);
        for (const auto& [language, wording] : names.wordings())
            columns.emplace(plain_header(wording.shown()), column);
    };
    for (const auto& column : all_particulars())
        columns.emplace(column.name, column.name);
    for (const auto& column : all_particulars())
        called(column.label, column.name);
    called(tr("Name"), "name");
    return columns;
}

std::optional<std::string> column_headed(const std::string& header)
{
    static const auto columns = headers();
    const auto found = columns.find(plain_header(header));
    return found == columns.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sala::registration
