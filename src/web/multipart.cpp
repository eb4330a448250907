// SPDX-License-Identifier: Apache-2.0

#include "web/multipart.hpp"

namespace sala::web {

namespace {

constexpr std::size_t parts_max = 1'000;
constexpr std::size_t head_bytes_max = 8UL * 1024;

Refusal out_of_shape()
{
    return invalid({}, "multipart-out-of-shape", "The form arrived damaged. Please send it again.");
}

// The value of `name` in "form-data; name=\"a\"; filename=\"b\"", or of boundary= in a media type.
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    std::size_t at = header.find(';');
    while (at != std::string_view::npos) {
        ++at;
        while (at < header.size() && header[at] == ' ')
            ++at;
        const auto equals = header.find('=', at);
        if (equals == std::string_view::npos)
            return std::nullopt;
        const auto found = header.substr(at, equals - at);
        std::string value;
        std::size_t end = equals + 1;
        if (end < header.size() && header[end] == '"') {
            for (++end; end < header.size() && header[end] != '"'; ++end) {
                if (header[end] == '\\' && end + 1 < header.size())
                    ++end;
                value.push_back(header[end]);
            }
            if (end == header.size())
                return std::nullopt;
        } else {
            while (end < header.size() && header[end] != ';')
                value.push_back(header[end++]);
        }
        if (found == name)
            return value;
        at = header.find(';', end);
    }
    return std::nullopt;
}

bool same_letters(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if ((a[i] | 0x20) != (b[i] | 0x20))
            return false;
    return true;
}

std::optional<Part> read_head(std::string_view head)
{
    Part part;
    bool named = false;
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        const auto line = head.substr(0, end);
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 2);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos)
            return std::nullopt;
        auto value = line.substr(colon + 1);
        while (value.starts_with(' '))
            value.remove_prefix(1);
        if (same_letters(line.substr(0, colon), "content-disposition")) {
            auto name = parameter(value, "name");
            if (!name || !value.starts_with("form-data"))
                return std::nullopt;
            part.name = std::move(*name);
            part.file_name = parameter(value, "filename");
            named = true;
        } else if (same_letters(line.substr(0, colon), "content-type")) {
            part.type = std::string(value);
        }
    }
    if (!named)
        return std::nullopt;
    return part;
}

}  // namespace

Result<std::vector<Part>> read_multipart(std::string_view content_type, std::string_view body)
{
    const auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70)
        return out_of_shape();
    const auto line = "--" + *boundary;
    if (!body.starts_with(line))
        return out_of_shape();
    body.remove_prefix(line.size());

    std::vector<Part> parts;
    const auto between = "\r\n" + line;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n") || parts.size() == parts_max)
            return out_of_shape();
        body.remove_prefix(2);
        const auto head_end = body.substr(0, head_bytes_max).find("\r\n\r\n");
        if (head_end == std::string_view::npos)
            return out_of_shape();
        auto part = read_head(body.substr(0, head_end));
        body.remove_prefix(head_end + 4);
        const auto end = body.find(between);
        if (!part || end == std::string_view::npos)
            return out_of_shape();
        part->body = body.substr(0, end);
        parts.push_back(std::move(*part));
        body.remove_prefix(end + between.size());
    }
    return parts;
}

}  // namespace sala::web
