// SPDX-License-Identifier: Apache-2.0

#include "document/zip_archive.hpp"

#include <memory>
#include <utility>
#include <zip.h>

namespace sala::document {
namespace {

zip_t* zip_of(void* held) { return static_cast<zip_t*>(held); }

Refusal not_a_zip(std::string_view bytes)
{
    // The container of old .xls files, and of .xlsx files that have a password.
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return invalid({}, "encrypted",
                       "The file has a password, or is an old .xls file. Save it as .xlsx without "
                       "a password.");
    return invalid({}, "not-a-zip", "The file is not a whole .xlsx file. Save it again as .xlsx.");
}

Refusal bomb()
{
    return invalid({}, "zip-bomb",
                   "The file would unpack to far more than it is. Copy the rows into a new "
                   "workbook and save that.");
}

Refusal damaged(const std::string& name)
{
    return invalid({}, "damaged-zip", "The file is damaged: its part {part} cannot be read.",
                   {{"part", name}});
}

}  // namespace

Result<ZipArchive> ZipArchive::opened(std::string_view bytes, ZipLimits limits)
{
    if (bytes.size() > limits.packed_bytes_max)
        return invalid({}, "file-too-large", "The file is larger than {most} MiB.",
                       {{"most", std::to_string(limits.packed_bytes_max / 1024 / 1024)}});
    if (bytes.empty())
        return not_a_zip(bytes);  // the library takes it for a zip without parts
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    auto* zip = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!zip) {
        zip_source_free(source);
        return not_a_zip(bytes);
    }
    ZipArchive archive;
    archive.zip_ = zip;
    const auto entries = zip_get_num_entries(zip, 0);
    if (entries > limits.entries_max)
        return bomb();
    std::uint64_t unpacked = 0;
    for (std::int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0 || !stat.name ||
            !(stat.valid & ZIP_STAT_SIZE) || !(stat.valid & ZIP_STAT_COMP_SIZE))
            return not_a_zip(bytes);
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return invalid({}, "encrypted", "The file has a password. Save it without one.");
        const bool swells =
            stat.size > 1024UL * 1024 && stat.size / limits.ratio_max > stat.comp_size;
        if (stat.size > limits.unpacked_bytes_max || swells)
            return bomb();
        unpacked += stat.size;
        if (unpacked > limits.unpacked_bytes_max)
            return bomb();
        // Bigger parts are pictures as a rule; a sheet that big is refused when it is asked for.
        if (stat.size <= limits.part_bytes_max)
            archive.sizes_.emplace(stat.name, stat.size);
    }
    return archive;
}

ZipArchive::ZipArchive(ZipArchive&& other) noexcept
    : zip_(std::exchange(other.zip_, nullptr)),
      sizes_(std::move(other.sizes_))
{
}

ZipArchive::~ZipArchive()
{
    if (zip_)
        zip_discard(zip_of(zip_));
}

Result<std::string> ZipArchive::part(const std::string& name) const
{
    const auto found = sizes_.find(name);
    auto* file = found == sizes_.end() ? nullptr : zip_fopen(zip_of(zip_), name.c_str(), 0);
    if (!file)
        return damaged(name);
    std::string bytes(found->second, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto read = zip_fread(file, bytes.data() + filled, bytes.size() - filled);
        if (read <= 0)
            break;
        filled += static_cast<std::size_t>(read);
    }
    char more;
    const bool whole = filled == bytes.size() && zip_fread(file, &more, 1) == 0;
    zip_fclose(file);
    if (!whole)
        return damaged(name);
    return bytes;
}

static void add_part(zip_t* zip, const std::string& name, const std::string& bytes)
{
    auto* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    const auto index = source ? zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        throw Fault("a part cannot be added to a zip: " + name);
    }
    // The earliest day that a zip knows: the bytes must not depend on when they were made.
    zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, 0x21, 0);
}

std::string zipped(const std::map<std::string, std::string>& parts)
{
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> held(
        zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
    auto* source = held.get();
    std::unique_ptr<zip_t, decltype(&zip_discard)> zip(
        source ? zip_open_from_source(source, ZIP_TRUNCATE, nullptr) : nullptr, &zip_discard);
    if (!zip)
        throw Fault("a zip cannot be made in memory");
    zip_source_keep(source);
    for (const auto& [name, bytes] : parts)
        add_part(zip.get(), name, bytes);
    if (zip_close(zip.get()) != 0)
        throw Fault("a zip cannot be written in memory");
    zip.release();
    if (zip_source_open(source) != 0)
        throw Fault("a zip cannot be read in memory");
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return bytes;
}

}  // namespace sala::document
