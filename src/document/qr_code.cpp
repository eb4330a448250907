// SPDX-License-Identifier: Apache-2.0

#include "document/qr_code.hpp"

#include "base/result.hpp"

#include <fmt/format.h>

#include <memory>
#include <qrencode.h>

namespace sala::document {

namespace {

constexpr std::size_t bytes_max = 1000;
constexpr int quiet = 4;  // ISO/IEC 18004, 6.3.8

std::string escaped(std::string_view words)
{
    std::string safe;
    for (const char c : words) {
        if (c == '<')
            safe += "&lt;";
        else if (c == '&')
            safe += "&amp;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c;
    }
    return safe;
}

}  // namespace

QrCode qr_code(std::string_view words)
{
    if (words.empty() || words.size() > bytes_max || words.find('\0') != std::string_view::npos)
        throw Fault("A QR code holds between 1 and 1,000 bytes.");
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString(std::string(words).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1),
        QRcode_free);
    if (!made)
        throw Fault("The QR code could not be made.");
    QrCode code{made->width, {}};
    const auto squares =
        static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(squares);
    for (std::size_t i = 0; i < squares; ++i)
        code.dark.push_back((made->data[i] & 1) != 0);
    return code;
}

std::string qr_svg(const QrCode& code, std::string_view name)
{
    const auto side = code.size + 2 * quiet;
    auto svg = fmt::format("<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {} {}\" width=\"{}\" "
                           "height=\"{}\" aria-label=\"{}\"><path fill=\"currentColor\" d=\"",
                           side, side, side * 6, side * 6, escaped(name));
    // A row's dark squares as stripes.
    for (int y = 0; y < code.size; ++y)
        for (int x = 0; x < code.size; ++x) {
            int length = 0;
            while (x + length < code.size && code.at(x + length, y))
                ++length;
            if (length > 0)
                svg += fmt::format("M{} {}h{}v1h-{}z", x + quiet, y + quiet, length, length);
            x += length;
        }
    return svg + "\"/></svg>";
}

std::string qr_lines(const QrCode& code)
{
    const auto dark = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < code.size && y < code.size && code.at(x, y);
    };
    std::string lines;
    for (int y = -quiet; y < code.size + quiet; y += 2) {
        for (int x = -quiet; x < code.size + quiet; ++x) {
            // Terminals are mostly dark: light squares are the ones that are written.
            const bool upper = !dark(x, y);
            const bool lower = !dark(x, y + 1);
            lines += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        lines += '\n';
    }
    return lines;
}

}  // namespace sala::document
