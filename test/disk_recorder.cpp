// SPDX-License-Identifier: Apache-2.0
//
// Loaded before a program (LD_PRELOAD), writes down what it does to the files whose name begins
// with SALA_TEST_DISK, in order, into the file SALA_TEST_DISK_LOG: what was written where, what was
// cut off, and when the disk had said that all of it is safe. recorded_disk.mjs makes from it what
// a power cut would have left at any moment.
//
// A record: one letter (w written, t cut to a length, s safe), one byte with the length of the
// file's ending, eight bytes of offset or length, four of the length of what follows; the ending
// ("" or
// "-wal"); the bytes. Numbers as this machine keeps them.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::mutex order;  // of what is done and what is written down

template <class Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int log_file()
{
    static const int file = [] {
        const char* path = std::getenv("SALA_TEST_DISK_LOG");
        return path ? ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    }();
    return file;
}

// What the file's name has behind SALA_TEST_DISK; false when it is another file.
bool is_watched(int file, char (&name)[4096], std::string_view& ending)
{
    static const char* const watched = std::getenv("SALA_TEST_DISK");
    if (!watched || log_file() < 0)
        return false;
    char link[64] = "/proc/self/fd/";
    char digits[16];
    int count = 0;
    for (int rest = file; rest > 0 || count == 0; rest /= 10)
        digits[count++] = static_cast<char>('0' + rest % 10);
    auto* end = link + std::strlen(link);
    while (count > 0)
        *end++ = digits[--count];
    const auto length = ::readlink(link, name, sizeof name);
    if (length <= 0 || !std::string_view(name, length).starts_with(watched))
        return false;
    ending = std::string_view(name, length).substr(std::strlen(watched));
    return ending.empty() || ending == "-wal" || ending == "-journal";
}

void write_down(char what, std::string_view ending, std::int64_t place, const void* bytes = nullptr,
                std::uint32_t size = 0)
{
    char head[14] = {what, static_cast<char>(ending.size())};
    std::memcpy(head + 2, &place, sizeof place);
    std::memcpy(head + 10, &size, sizeof size);
    const iovec parts[] = {{head, sizeof head},
                           {const_cast<char*>(ending.data()), ending.size()},
                           {const_cast<void*>(bytes), size}};
    if (::writev(log_file(), parts, 3) < 0)
        std::abort();  // a test must not go on without it
}

template <class Write>
ssize_t recorded_write(int file, const void* bytes, off64_t place, Write write)
{
    char name[4096];
    std::string_view ending;
    if (!is_watched(file, name, ending))
        return write();
    const std::lock_guard lock(order);
    if (place < 0)
        place = ::lseek64(file, 0, SEEK_CUR);
    const auto written = write();
    if (written > 0)
        write_down('w', ending, place, bytes, static_cast<std::uint32_t>(written));
    return written;
}

template <class Work>
int recorded(char what, int file, std::int64_t length, Work work)
{
    char name[4096];
    std::string_view ending;
    if (!is_watched(file, name, ending))
        return work();
    const std::lock_guard lock(order);
    const int answer = work();
    if (answer == 0)
        write_down(what, ending, length);
    return answer;
}

}  // namespace

extern "C" {

ssize_t pwrite(int file, const void* bytes, size_t size, off_t place)
{
    static auto* const own = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return recorded_write(file, bytes, place, [&] { return own(file, bytes, size, place); });
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t place)
{
    static auto* const own = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return recorded_write(file, bytes, place, [&] { return own(file, bytes, size, place); });
}

ssize_t write(int file, const void* bytes, size_t size)
{
    static auto* const own = next<ssize_t(int, const void*, size_t)>("write");
    return recorded_write(file, bytes, -1, [&] { return own(file, bytes, size); });
}

int ftruncate(int file, off_t length) noexcept
{
    static auto* const own = next<int(int, off_t)>("ftruncate");
    return recorded('t', file, length, [&] { return own(file, length); });
}

int ftruncate64(int file, off64_t length) noexcept
{
    static auto* const own = next<int(int, off64_t)>("ftruncate64");
    return recorded('t', file, length, [&] { return own(file, length); });
}

int fsync(int file)
{
    static auto* const own = next<int(int)>("fsync");
    return recorded('s', file, 0, [&] { return own(file); });
}

int fdatasync(int file)
{
    static auto* const own = next<int(int)>("fdatasync");
    return recorded('s', file, 0, [&] { return own(file); });
}

}  // extern "C"
