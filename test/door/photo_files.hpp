// SPDX-License-Identifier: Apache-2.0
//
// Photos as cameras and attackers send them, made here: nothing of anybody's face is in the tests.

#pragma once

#include <cstdint>
#include <string>
#include <turbojpeg.h>
#include <vector>

namespace sala {

// Its upper half is red and its lower half blue, so that a turn can be seen.
inline std::string jpeg_of(int width, int height)
{
    std::vector<unsigned char> rgb(3UL * static_cast<std::size_t>(width) *
                                   static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(x)) +
                (y < height / 2 ? 0 : 2)] = 200;
    auto* handle = tjInitCompress();
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    tjCompress2(handle, rgb.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_444, 95, 0);
    std::string file(reinterpret_cast<char*>(bytes), size);
    tjFree(bytes);
    tjDestroy(handle);
    return file;
}

// With what a camera writes beside the picture: how it was held, and where (here only words).
inline std::string with_exif(const std::string& jpeg, char turn, const std::string& words)
{
    std::string tiff("MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
    tiff[19] = turn;
    const auto exif = std::string("Exif\0\0", 6) + tiff + words;
    const auto length = exif.size() + 2;
    return jpeg.substr(0, 2) + "\xFF\xE1" + static_cast<char>(length >> 8U) +
           static_cast<char>(length & 255U) + exif + jpeg.substr(2);
}

struct Pixel {
    int red = 0;
    int blue = 0;
};
// Of a JPEG, at a place between 0 and 1.
inline Pixel pixel_at(const std::string& jpeg, double x, double y)
{
    auto* handle = tjInitDecompress();
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg.data());
    tjDecompressHeader3(handle, bytes, jpeg.size(), &width, &height, &sampling, &colours);
    std::vector<unsigned char> rgb(3UL * static_cast<std::size_t>(width) *
                                   static_cast<std::size_t>(height));
    tjDecompress2(handle, bytes, jpeg.size(), rgb.data(), width, 0, height, TJPF_RGB, 0);
    tjDestroy(handle);
    const auto at =
        3 * (static_cast<std::size_t>(y * (height - 1)) * static_cast<std::size_t>(width) +
             static_cast<std::size_t>(x * (width - 1)));
    return {rgb[at], rgb[at + 2]};
}

// A PNG of a few bytes that says it is enormous (a decompression bomb's head).
inline std::string png_that_claims(std::uint32_t width, std::uint32_t height)
{
    const auto four = [](std::uint32_t n) {
        return std::string{static_cast<char>(n >> 24U), static_cast<char>(n >> 16U),
                           static_cast<char>(n >> 8U), static_cast<char>(n)};
    };
    const auto head = "IHDR" + four(width) + four(height) + std::string("\x08\x02\0\0\0", 5);
    std::uint32_t crc = ~0U;
    for (const char c : head) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
    }
    return "\x89PNG\r\n\x1a\n" + four(13) + head + four(~crc) + four(10) + "IDAT";
}

}  // namespace sala
