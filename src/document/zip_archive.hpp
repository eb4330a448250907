// SPDX-License-Identifier: Apache-2.0
//
// Zip files, which spreadsheets and word-processor documents are inside.
//
// Small zips can unpack to more than the machine holds, so sizes are checked twice: as the zip
// states them, and as they come out.

#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace sala::document {

struct ZipLimits {
    std::uint64_t packed_bytes_max = 32UL * 1024 * 1024;
    std::uint64_t unpacked_bytes_max = 200UL * 1024 * 1024;
    std::uint64_t part_bytes_max = 32UL * 1024 * 1024;
    std::uint64_t ratio_max = 250;  // unpacked to packed, for parts over a MiB
    std::int64_t entries_max = 1000;
};

class ZipArchive {
public:
    // The bytes must outlive the archive.
    //
    // Refusals: file-too-large, not-a-zip, encrypted, zip-bomb.
    static Result<ZipArchive> opened(std::string_view bytes, ZipLimits limits = {});

    ZipArchive(ZipArchive&& other) noexcept;
    ZipArchive& operator=(ZipArchive&&) = delete;
    ~ZipArchive();

    bool has(const std::string& name) const { return sizes_.contains(name); }
    const std::map<std::string, std::uint64_t>& sizes() const { return sizes_; }

    // Refusals: damaged-zip (the part is missing, too, or another size than stated).
    Result<std::string> part(const std::string& name) const;

private:
    ZipArchive() = default;
    void* zip_ = nullptr;
    std::map<std::string, std::uint64_t> sizes_;
};

// A zip of these parts in this order of names; equal parts give equal bytes. Throws Fault.
std::string zipped(const std::map<std::string, std::string>& parts);

}  // namespace sala::document
