// SPDX-License-Identifier: Apache-2.0

#include "web/password.hpp"

#include "script/normal.hpp"
#include "web/login_store.hpp"
#include "web/tried_passwords.hpp"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <semaphore>

namespace sala::web {

namespace {

constexpr int hashes_at_once = 2;
constexpr int strangers_waiting_max = 2;

// OWASP's cheat sheet asks for 19 MiB and two passes or more; these are libsodium's "interactive".
constexpr auto passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

std::atomic<std::int64_t> made{0};

std::counting_semaphore<hashes_at_once>& places()
{
    static std::counting_semaphore<hashes_at_once> all{hashes_at_once};
    return all;
}

// One of few places; waits until there is one.
class Place {
public:
    Place() { places().acquire(); }
    ~Place() { places().release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

// Of those whom nobody knows few have a place or wait for one: whoever waits holds up a worker, and
// with it those who are at work.
class Entrance {
public:
    Entrance() : inside_(++strangers() <= hashes_at_once + strangers_waiting_max) {}
    ~Entrance() { --strangers(); }
    Entrance(const Entrance&) = delete;
    Entrance& operator=(const Entrance&) = delete;
    bool inside() const { return inside_; }

private:
    static std::atomic<int>& strangers()
    {
        static std::atomic<int> all{0};
        return all;
    }
    bool inside_;
};

std::size_t letter_count(std::string_view words)
{
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

// A name or address that makes up most of it. "ama@accra.example" has the words ama, accra,
// example.
bool is_about(std::string_view password, const std::vector<std::string>& theirs)
{
    const auto small = script::searchable(password);
    std::size_t covered = 0;
    for (const auto& theirs_words : theirs) {
        std::string word;
        for (const char c : script::searchable(theirs_words) + " ") {
            const bool ends = c == ' ' || c == '@' || c == '.' || c == '-' || c == '_';
            if (!ends) {
                word.push_back(c);
                continue;
            }
            if (word.size() >= 3 && small.find(word) != std::string::npos)
                covered += word.size();
            word.clear();
        }
    }
    return covered * 2 > small.size();
}

}  // namespace

Allowed is_good_password(std::string_view password, const std::vector<std::string>& theirs)
{
    if (letter_count(password) < password_letters_min)
        return invalid("password", "password-short",
                       "This is too short. Take {count} letters or more: three or four words that "
                       "have nothing to do with one another are easy to remember.",
                       {{"count", std::to_string(password_letters_min)}});
    if (!holds_letters(password))
        return invalid("password", "password-digits",
                       "These are digits and signs alone, which are tried first. Take several "
                       "different words.");
    if (is_tried_first(password))
        return invalid("password", "password-known",
                       "This is among the passwords that are tried first. Take words that nobody "
                       "expects beside one another.");
    if (is_about(password, theirs))
        return invalid("password", "password-about-you",
                       "Whoever knows you would try this. Take words that are not your name or "
                       "address.");
    if (repeats_itself(password))
        return invalid("password", "password-repeats",
                       "This repeats the same few signs. Take several different words.");
    return allowed();
}

std::string password_hash(std::string_view password)
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    const Place place;
    ++made;
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(), passes, memory) != 0)
        throw Fault("there is no memory for hashing a password");
    return hash;
}

bool password_fits(std::string_view password, const std::string& hash)
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    const Place place;
    ++made;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

Result<bool> strangers_password_fits(std::string_view password, const std::string& hash)
{
    const Entrance entrance;
    if (!entrance.inside())
        return busy("many-sign-in",
                    "Many people are signing in at this moment. Please try again in a few "
                    "seconds, or get a link by e-mail.");
    return password_fits(password, hash);
}

const std::string& nobodys_hash()
{
    static const std::string hash = [] {
        auto of_nothing_known = password_hash(random_token());
        --made;
        return of_nothing_known;
    }();
    return hash;
}

std::int64_t hashes_made() { return made; }

}  // namespace sala::web
