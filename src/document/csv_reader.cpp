// SPDX-License-Identifier: Apache-2.0

#include "document/csv.hpp"

#include "document/utf8.hpp"

#include <algorithm>
#include <optional>

namespace sala::document {
namespace {

using std::to_string;

Refusal not_utf8(std::string_view bytes, std::size_t offset)
{
    const auto line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(offset), '\n');
    return invalid({}, "not-utf8",
                   "The file is not UTF-8: byte {offset}, on line {line}, does not belong to any "
                   "letter. It may have been saved in another encoding, such as Windows-874. "
                   "Save it as “CSV UTF-8” and hand it in again.",
                   {{"offset", to_string(offset)}, {"line", to_string(line)}});
}

// The most frequent of the three in the first row, outside quotation marks.
char separator_of(std::string_view bytes)
{
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (const char c : bytes) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if ((c == '\n' || c == '\r') && commas + semicolons + tabs > 0)
            break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (semicolons > commas && semicolons >= tabs)
        return ';';
    return tabs > commas ? '\t' : ',';
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    Result<std::vector<Row>> rows()
    {
        while (at_ < text_.size()) {
            if (is_line_end()) {
                pass_line_end();
                continue;
            }
            if (auto refusal = read_row())
                return std::move(*refusal);
        }
        return std::move(rows_);
    }

private:
    Refusal refused(std::string code, std::string sentence, Arguments more = {}) const
    {
        more.emplace_back("line", to_string(line_));
        more.emplace_back("column", to_string(row_.fields.size() + 1));
        return invalid({}, std::move(code), std::move(sentence), std::move(more));
    }

    std::optional<Refusal> read_row()
    {
        if (rows_.size() == csv_rows_max)
            return refused("too-many-rows",
                           "Line {line}: the sheet has more than {most} rows. Split it into "
                           "several files.",
                           {{"most", to_string(csv_rows_max)}});
        row_ = {line_, {}};
        for (;;) {
            if (row_.fields.size() == csv_columns_max)
                return refused("too-many-columns",
                               "Line {line}: the row has more than {most} columns.",
                               {{"most", to_string(csv_columns_max)}});
            if (++cells_ > csv_cells_max)
                return refused("too-many-cells",
                               "Line {line}: the sheet has more than {most} cells, empty ones "
                               "included. Split it into several files.",
                               {{"most", to_string(csv_cells_max)}});
            std::string value;
            const bool quoted = at_ < text_.size() && text_[at_] == '"';
            if (auto refusal = quoted ? read_quoted(value) : read_plain(value))
                return refusal;
            row_.fields.push_back(std::move(value));
            if (at_ == text_.size() || is_line_end())
                break;
            ++at_;  // the separator
        }
        rows_.push_back(std::move(row_));
        if (at_ < text_.size())
            pass_line_end();
        return std::nullopt;
    }

    std::optional<Refusal> read_plain(std::string& value)
    {
        const auto begin = at_;
        for (; at_ < text_.size() && text_[at_] != separator_ && !is_line_end(); ++at_)
            if (text_[at_] == '"')
                return stray_quote();
        value = text_.substr(begin, at_ - begin);
        return too_long(value);
    }

    std::optional<Refusal> read_quoted(std::string& value)
    {
        const auto opened_on = line_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_ == text_.size() || text_[at_] != '"')
                    return after_quoted(value);
            }
            value += text_[at_];
            line_ += text_[at_] == '\n';
            if (value.size() > csv_field_bytes_max)
                break;
        }
        line_ = opened_on;
        if (auto refusal = too_long(value))
            return refusal;
        return refused("unclosed-quote",
                       "Line {line}, column {column}: a quotation mark opens the value and none "
                       "closes it. Put one at the end of the value.");
    }

    std::optional<Refusal> after_quoted(const std::string& value)
    {
        if (at_ < text_.size() && text_[at_] != separator_ && !is_line_end())
            return stray_quote();
        return too_long(value);
    }

    Refusal stray_quote() const
    {
        return refused("stray-quote",
                       "Line {line}, column {column}: a quotation mark stands inside a value. "
                       "Put the whole value in quotation marks and write each mark inside it "
                       "twice.");
    }

    std::optional<Refusal> too_long(const std::string& value) const
    {
        if (value.size() <= csv_field_bytes_max)
            return std::nullopt;
        return refused("value-too-long",
                       "Line {line}, column {column}: the value is longer than {most} bytes. "
                       "A quotation mark may be missing before it.",
                       {{"most", to_string(csv_field_bytes_max)}});
    }

    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    void pass_line_end()
    {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
            ++at_;
        ++at_;
        ++line_;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t cells_ = 0;
    Row row_;
    std::vector<Row> rows_;
};

}  // namespace

Result<std::vector<Row>> read_csv(std::string_view bytes)
{
    if (bytes.size() > csv_bytes_max)
        return invalid({}, "file-too-large",
                       "The file is larger than {most} MiB. Split it into several files.",
                       {{"most", to_string(csv_bytes_max / 1024 / 1024)}});
    if (const auto offset = first_byte_not_utf8(bytes))
        return not_utf8(bytes, *offset);
    if (const auto nul = bytes.find('\0'); nul != bytes.npos)
        return invalid(
            {}, "holds-nul",
            "Line {line} holds a NUL character, which no text has. The file may be "
            "damaged, or no CSV; save it again as “CSV UTF-8”.",
            {{"line", to_string(1 + std::count(bytes.begin(),
                                               bytes.begin() + static_cast<long>(nul), '\n'))}});
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    return Reader(bytes).rows();
}

}  // namespace sala::document
