// SPDX-License-Identifier: Apache-2.0

#include "document/workbook.hpp"
#include "document/workbook_cells.hpp"
#include "document/xml.hpp"
#include "document/zip_archive.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace sala::document {
namespace {

// Some programs write <x:row>, most write <row>; what counts is behind the colon.
std::string_view local(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name)
{
    return parent.find_child(
        [&](const pugi::xml_node& node) { return local(node.name()) == name; });
}

pugi::xml_attribute attribute(const pugi::xml_node& node, std::string_view name)
{
    return node.find_attribute(
        [&](const pugi::xml_attribute& one) { return local(one.name()) == name; });
}

// A text of one piece, or of several runs; readings of Japanese (rPh) are no part of it.
std::string text_of(const pugi::xml_node& item)
{
    std::string text;
    for (const auto& node : item.children()) {
        if (local(node.name()) == "t")
            text += node.child_value();
        else if (local(node.name()) == "r")
            text += child(node, "t").child_value();
    }
    return unescaped_text(text);
}

class Reader {
public:
    Reader(const ZipArchive& archive, std::vector<WrongCell>* wrong)
        : archive_(archive),
          wrong_(wrong)
    {
    }

    Result<std::vector<Sheet>> sheets()
    {
        pugi::xml_document book;
        if (auto refusal = load(book, "xl/workbook.xml"))
            return std::move(*refusal);
        const auto root = child(book, "workbook");
        from_1904_ = attribute(child(root, "workbookPr"), "date1904").as_bool();
        for (auto step : {&Reader::read_relations, &Reader::read_texts, &Reader::read_styles})
            if (auto refusal = (this->*step)())
                return std::move(*refusal);
        for (const auto& node : child(root, "sheets").children())
            if (auto refusal = read_sheet(node))
                return std::move(*refusal);
        return std::move(sheets_);
    }

private:
    using Trouble = std::optional<Refusal>;

    Trouble load(pugi::xml_document& document, const std::string& name)
    {
        const auto bytes = archive_.part(name);
        if (!bytes)
            return bytes.refusal();
        // A hundred sheets may all name one big part.
        loaded_bytes_ += bytes->size();
        if (loaded_bytes_ > ZipLimits{}.unpacked_bytes_max)
            return invalid(
                {}, "zip-bomb", "The sheets of the workbook are larger than {most} MiB.",
                {{"most", std::to_string(ZipLimits{}.unpacked_bytes_max / 1024 / 1024)}});
        const auto harmless = load_harmless_xml(document, *bytes, ZipLimits{}.part_bytes_max);
        return harmless ? Trouble() : harmless.refusal();
    }

    Trouble read_relations()
    {
        pugi::xml_document document;
        if (auto refusal = load(document, "xl/_rels/workbook.xml.rels"))
            return refusal;
        for (const auto& node : child(document, "Relationships").children())
            if (std::string_view(node.attribute("Type").value()).ends_with("/worksheet"))
                sheet_parts_[node.attribute("Id").value()] =
                    part_named(node.attribute("Target").value());
        return std::nullopt;
    }

    Trouble read_texts()
    {
        if (!archive_.has("xl/sharedStrings.xml"))
            return std::nullopt;
        pugi::xml_document document;
        if (auto refusal = load(document, "xl/sharedStrings.xml"))
            return refusal;
        for (const auto& item : child(document, "sst").children())
            texts_.push_back(text_of(item));
        return std::nullopt;
    }

    Trouble read_styles()
    {
        if (!archive_.has("xl/styles.xml"))
            return std::nullopt;
        pugi::xml_document document;
        if (auto refusal = load(document, "xl/styles.xml"))
            return refusal;
        const auto root = child(document, "styleSheet");
        std::map<int, NumberLook> own;
        for (const auto& format : child(root, "numFmts").children())
            own[attribute(format, "numFmtId").as_int()] =
                look_of(attribute(format, "formatCode").value());
        for (const auto& style : child(root, "cellXfs").children()) {
            const auto id = attribute(style, "numFmtId").as_int();
            const auto found = own.find(id);
            looks_.push_back(found == own.end() ? builtin_look(id) : found->second);
        }
        return std::nullopt;
    }

    Trouble read_sheet(const pugi::xml_node& node)
    {
        const auto part = sheet_parts_.find(attribute(node, "id").value());
        if (part == sheet_parts_.end())
            return std::nullopt;  // a sheet that is only a chart
        if (sheets_.size() == workbook_sheets_max)
            return invalid({}, "too-many-sheets", "The workbook has more than {most} sheets.",
                           {{"most", std::to_string(workbook_sheets_max)}});
        sheets_.push_back({attribute(node, "name").value(),
                           {},
                           !!attribute(node, "state") &&
                               std::string_view(attribute(node, "state").value()) != "visible"});
        pugi::xml_document document;
        if (auto refusal = load(document, part->second))
            return refusal;
        std::size_t number = 0;
        for (const auto& row : child(child(document, "worksheet"), "sheetData").children()) {
            number = attribute(row, "r").as_ullong(number + 1);
            if (auto refusal = read_row(row, number))
                return refusal;
        }
        return std::nullopt;
    }

    Trouble read_row(const pugi::xml_node& node, std::size_t number)
    {
        Row row{number, {}};
        place_ = {number, 0};
        for (const auto& cell : node.children()) {
            if (const auto given = cell_place(attribute(cell, "r").value()))
                place_.column = given->column;
            std::string value;
            if (auto refusal = read_cell(cell, value))
                return refusal;
            if (!value.empty()) {
                if (place_.column >= csv_columns_max)
                    return refused(
                        "too-many-columns",
                        "Sheet {sheet}, cell {cell}: the row has more than {most} columns.",
                        {{"most", std::to_string(csv_columns_max)}});
                if (row.fields.size() <= place_.column) {
                    text_bytes_ += (place_.column - row.fields.size()) * sizeof(std::string);
                    row.fields.resize(place_.column + 1);
                }
                row.fields[place_.column] = std::move(value);
            }
            ++place_.column;
        }
        const bool blank = std::all_of(row.fields.begin(), row.fields.end(), is_blank);
        const bool holds_wrong = wrong_ && !wrong_->empty() && wrong_->back().row == number &&
                                 wrong_->back().sheet == sheets_.size() - 1;
        if (blank && !holds_wrong)
            return std::nullopt;
        if (sheets_.back().rows.size() == csv_rows_max)
            return refused("too-many-rows", "Sheet {sheet} has more than {most} rows.",
                           {{"most", std::to_string(csv_rows_max)}});
        sheets_.back().rows.push_back(std::move(row));
        return std::nullopt;
    }

    Trouble read_cell(const pugi::xml_node& cell, std::string& value)
    {
        const std::string_view kind = attribute(cell, "t").value();
        const std::string_view written = child(cell, "v").child_value();
        if (child(cell, "f"))
            return no_value(
                refused("holds-formula",
                        "Sheet {sheet}, cell {cell} holds a formula; paste it as a value."));
        if (kind == "e")
            return no_value(
                refused("holds-error",
                        "Sheet {sheet}, cell {cell} holds the error {error}; write the value.",
                        {{"error", std::string(written)}}));
        if (kind == "s")
            value = shared_text(written);
        else if (kind == "inlineStr")
            value = text_of(child(cell, "is"));
        else if (kind == "str" || kind == "d")
            value = unescaped_text(written);
        else if (kind == "b")
            value = written == "1" || written == "true" ? "TRUE" : "FALSE";
        else if (!written.empty())
            value =
                shown_number(written, look_of_style(attribute(cell, "s").as_uint()), from_1904_);
        return weigh(value);
    }

    Trouble no_value(Refusal refusal)
    {
        if (!wrong_ || wrong_->size() == workbook_wrong_cells_max)
            return refusal;
        wrong_->push_back({sheets_.size() - 1, place_.row, place_.column, std::move(refusal)});
        return std::nullopt;
    }

    // One long text can be shown in a million cells: what comes out is counted, not what is kept.
    Trouble weigh(const std::string& value)
    {
        text_bytes_ += value.size() + sizeof(std::string);
        if (value.size() > csv_field_bytes_max)
            return refused("value-too-long",
                           "Sheet {sheet}, cell {cell}: the value is longer than {most} bytes.",
                           {{"most", std::to_string(csv_field_bytes_max)}});
        if (value.find('\0') != value.npos || text_bytes_ > workbook_text_bytes_max)
            return refused("too-much-text",
                           "Sheet {sheet}, cell {cell}: the workbook holds more text than can be "
                           "read at once. Split it into several files.");
        return std::nullopt;
    }

    std::string shared_text(std::string_view index) const
    {
        std::size_t number = 0;
        for (const char c : index) {
            if (c < '0' || c > '9' || number > texts_.size())
                return {};
            number = number * 10 + static_cast<std::size_t>(c - '0');
        }
        return !index.empty() && number < texts_.size() ? texts_[number] : std::string();
    }

    NumberLook look_of_style(std::size_t style) const
    {
        return style < looks_.size() ? looks_[style] : NumberLook::number;
    }

    Refusal refused(std::string code, std::string sentence, Arguments more = {}) const
    {
        more.emplace_back("sheet", sheets_.back().name);
        more.emplace_back("cell", cell_name(place_));
        return invalid({}, std::move(code), std::move(sentence), std::move(more));
    }

    const ZipArchive& archive_;
    std::vector<WrongCell>* wrong_;  // none: the first wrong cell is refused
    std::map<std::string, std::string> sheet_parts_;
    std::vector<std::string> texts_;
    std::vector<NumberLook> looks_;
    std::vector<Sheet> sheets_;
    CellPlace place_;
    std::size_t text_bytes_ = 0;
    std::uint64_t loaded_bytes_ = 0;
    bool from_1904_ = false;
};

}  // namespace

Result<std::vector<Sheet>> read_workbook(std::string_view bytes, std::vector<WrongCell>* wrong)
{
    const auto archive = ZipArchive::opened(bytes);
    if (!archive)
        return archive.refusal();
    if (!archive->has("xl/workbook.xml"))
        return invalid({}, "not-a-workbook",
                       "The file is a zip, but no .xlsx workbook. Save the sheets as .xlsx.");
    return Reader(*archive, wrong).sheets();
}

bool looks_like_workbook(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") && bytes.find("xl/") != bytes.npos;
}

}  // namespace sala::document
