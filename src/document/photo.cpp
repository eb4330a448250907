// SPDX-License-Identifier: Apache-2.0

#include "document/photo.hpp"

#include "document/exif_turn.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <png.h>
#include <turbojpeg.h>
#include <vector>

namespace sala::document {

namespace {

constexpr int narrowest = 240;  // less than half of what is printed is a blur

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> rgb;

    const unsigned char* at(int x, int y) const
    {
        return &rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(x))];
    }
};

Refusal not_readable()
{
    return invalid("photo", "photo-not-readable",
                   "This file is no photo that can be read here. Please send a JPEG or a PNG.");
}

// Before anything is unpacked: a small file may say that it is enormous.
Allowed is_of_use(std::int64_t width, std::int64_t height)
{
    if (width <= 0 || height <= 0)
        return not_readable();
    if (width > photo_pixels_max || height > photo_pixels_max || width * height > photo_pixels_max)
        return invalid("photo", "photo-too-large",
                       "This photo has more than 25 million points. Please send a smaller one.");
    if (std::min(width, height) < narrowest)
        return invalid("photo", "photo-too-small",
                       "This photo is too small to be printed. It should be at least 480 points "
                       "wide and 640 high.");
    return allowed();
}

struct JpegEnd {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Jpeg = std::unique_ptr<void, JpegEnd>;

// The smallest of the sizes a JPEG can be unpacked in that is still large enough.
tjscalingfactor scale_for(int width, int height)
{
    int count = 0;
    const auto* factors = tjGetScalingFactors(&count);
    tjscalingfactor best{1, 1};
    for (int i = 0; i < count; ++i) {
        const auto& one = factors[i];
        const auto shorter = std::min(TJSCALED(width, one), TJSCALED(height, one));
        if (one.num <= one.denom && shorter >= portrait_height &&
            one.num * best.denom < best.num * one.denom)
            best = one;
    }
    return best;
}

Result<Picture> from_jpeg(std::string_view file)
{
    const Jpeg jpeg(tjInitDecompress());
    const auto* bytes = reinterpret_cast<const unsigned char*>(file.data());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    if (!jpeg || tjDecompressHeader3(jpeg.get(), bytes, file.size(), &width, &height, &sampling,
                                     &colours) != 0)
        return not_readable();
    if (const auto size = is_of_use(width, height); !size)
        return size.refusal();
    const auto scale = scale_for(width, height);
    Picture picture{TJSCALED(width, scale), TJSCALED(height, scale), {}};
    picture.rgb.resize(3UL * static_cast<std::size_t>(picture.width) *
                       static_cast<std::size_t>(picture.height));
    // A progressive file of a thousand empty passes would take minutes. What is only cut short at
    // its end is shown as far as it goes.
    if (tjDecompress2(jpeg.get(), bytes, file.size(), picture.rgb.data(), picture.width, 0,
                      picture.height, TJPF_RGB, TJFLAG_LIMITSCANS) != 0 &&
        tjGetErrorCode(jpeg.get()) == TJERR_FATAL)
        return not_readable();
    return picture;
}

Result<Picture> from_png(std::string_view file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        return not_readable();
    const std::unique_ptr<png_image, decltype(&png_image_free)> end(&image, png_image_free);
    if (const auto size = is_of_use(image.width, image.height); !size)
        return size.refusal();
    image.format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    picture.rgb.resize(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, picture.rgb.data(), 0, nullptr) == 0)
        return not_readable();
    return picture;
}

// As the camera was held (EXIF: 1 is upright, 3 upside down, 6 and 8 lie on a side, the even
// others and 5, 7 are mirrored as well).
Picture upright(Picture picture, int turn)
{
    if (turn <= 1 || turn > 8)
        return picture;
    const bool lies = turn >= 5;
    Picture turned{
        lies ? picture.height : picture.width, lies ? picture.width : picture.height, {}};
    turned.rgb.resize(picture.rgb.size());
    auto* to = turned.rgb.data();
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x, to += 3) {
            int from_x = lies ? y : x;
            int from_y = lies ? x : y;
            if (turn == 2 || turn == 3 || turn == 7 || turn == 8)
                from_x = picture.width - 1 - from_x;
            if (turn == 3 || turn == 4 || turn == 6 || turn == 7)
                from_y = picture.height - 1 - from_y;
            std::copy_n(picture.at(from_x, from_y), 3, to);
        }
    return turned;
}

struct Cut {
    double left, top, width, height;
};

// The largest part of 3 by 4: from the middle, and nearer to the top, where heads are.
Cut portrait_in(const Picture& picture)
{
    const double width = std::min<double>(picture.width, picture.height * 3.0 / 4);
    const double height = width * 4 / 3;
    return {(picture.width - width) / 2, (picture.height - height) / 3, width, height};
}

// Each point is the mean of those it stands for.
std::vector<unsigned char> scaled(const Picture& picture, const Cut& cut)
{
    std::vector<unsigned char> rgb(3UL * portrait_width * portrait_height);
    auto* to = rgb.data();
    const auto range = [](double begin, double length, int parts, int part, int most) {
        const int first = std::min(most - 1, static_cast<int>(begin + length * part / parts));
        const int last = static_cast<int>(begin + length * (part + 1) / parts);
        return std::pair(first, std::clamp(last, first + 1, most));
    };
    for (int y = 0; y < portrait_height; ++y) {
        const auto [top, bottom] = range(cut.top, cut.height, portrait_height, y, picture.height);
        for (int x = 0; x < portrait_width; ++x, to += 3) {
            const auto [left, right] = range(cut.left, cut.width, portrait_width, x, picture.width);
            int sum[3] = {};
            for (int v = top; v < bottom; ++v)
                for (int u = left; u < right; ++u)
                    for (int i = 0; i < 3; ++i)
                        sum[i] += picture.at(u, v)[i];
            const int count = (bottom - top) * (right - left);
            for (int i = 0; i < 3; ++i)
                to[i] = static_cast<unsigned char>(sum[i] / count);
        }
    }
    return rgb;
}

std::string written(const std::vector<unsigned char>& rgb)
{
    const Jpeg jpeg(tjInitCompress());
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const auto failed =
        !jpeg || tjCompress2(jpeg.get(), rgb.data(), portrait_width, 0, portrait_height, TJPF_RGB,
                             &bytes, &size, TJSAMP_420, 86, 0) != 0;
    std::string made(failed ? "" : reinterpret_cast<const char*>(bytes), failed ? 0 : size);
    tjFree(bytes);
    if (failed)
        throw Fault("The photo could not be written anew.");
    return made;
}

}  // namespace

Result<std::string> portrait_of(std::string_view file)
{
    if (file.size() > photo_bytes_max)
        return invalid("photo", "photo-too-large",
                       "This file is larger than 12 MiB. Please send a smaller one.");
    const bool png = file.starts_with("\x89PNG\r\n\x1a\n");
    if (!png && !file.starts_with("\xFF\xD8\xFF"))
        return not_readable();
    auto picture = png ? from_png(file) : from_jpeg(file);
    if (!picture)
        return picture.refusal();
    const auto whole = upright(*std::move(picture), png ? 1 : exif_turn(file));
    return written(scaled(whole, portrait_in(whole)));
}

}  // namespace sala::document
