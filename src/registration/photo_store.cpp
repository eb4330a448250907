// SPDX-License-Identifier: Apache-2.0

#include "registration/photo_store.hpp"

#include "web/base64.hpp"
#include "web/login_store.hpp"
#include "web/signed_number.hpp"

#include <fmt/format.h>

namespace sala::registration {

namespace {

constexpr char purpose[] = "photo";

// Numbers of ours, never words of others.
std::string numbers(const std::vector<Id<Registration>>& people)
{
    std::string list = "(0";
    for (const auto& one : people)
        list += "," + one.word();
    return list + ")";
}

}  // namespace

std::string signing_key(store::Session& session, std::int64_t forum)
{
    const auto row =
        session.find<std::string>("SELECT key FROM door_key WHERE forum = :forum", forum);
    return row ? std::get<0>(*row) : std::string{};
}

std::string made_signing_key(store::Session& session, std::int64_t forum, Instant now)
{
    if (auto key = signing_key(session, forum); !key.empty())
        return key;
    auto key = web::random_token();
    session.run("INSERT INTO door_key (forum, key, at) VALUES (:forum, :key, :now)", forum, key,
                now);
    return key;
}

void insert(store::Session& session, const Photo& photo)
{
    forget_photo(session, photo.forum, photo.registration);
    session.run("INSERT INTO person_photo (forum, registration, id, jpeg, by_login, at) VALUES "
                "(:forum, :registration, :id, :jpeg, :by, :at)",
                photo.forum, photo.registration, photo.id, web::to_base64(photo.jpeg), photo.by,
                photo.at);
}

void forget_photo(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    session.run("DELETE FROM person_photo WHERE forum = :forum AND registration = :id", forum, id);
}

PhotoAddresses photo_addresses(store::Session& session, std::int64_t forum,
                               const std::vector<Id<Registration>>& people)
{
    PhotoAddresses addresses;
    const auto key = signing_key(session, forum);
    for (const auto& [registration, id] : session.select<std::int64_t, std::int64_t>(
             fmt::format("SELECT registration, id FROM person_photo WHERE forum = :forum{}",
                         people.empty() ? "" : " AND registration IN " + numbers(people)),
             forum))
        if (!key.empty())
            addresses.emplace(Id<Registration>{registration},
                              "/photos/" + web::signed_number(key, purpose, id));
    return addresses;
}

std::optional<std::string> photo_at(store::Session& session, const std::string& token)
{
    const auto number = web::number_signed(token);
    if (!number)
        return std::nullopt;
    const auto row = session.find<std::string, std::string>(
        "SELECT p.jpeg, k.key FROM person_photo p JOIN door_key k ON k.forum = p.forum WHERE p.id "
        "= :id",
        *number);
    if (!row || !web::read_signed_number(std::get<1>(*row), purpose, token))
        return std::nullopt;
    return web::from_base64(std::get<0>(*row));
}

std::map<Id<Registration>, std::string> photos_of(store::Session& session, std::int64_t forum,
                                                  const std::vector<Id<Registration>>& people)
{
    std::map<Id<Registration>, std::string> photos;
    for (const auto& [registration, jpeg] : session.select<std::int64_t, std::string>(
             fmt::format("SELECT registration, jpeg FROM person_photo WHERE forum = :forum AND "
                         "registration IN {}",
                         numbers(people)),
             forum))
        photos.emplace(Id<Registration>{registration}, web::from_base64(jpeg));
    return photos;
}

}  // namespace sala::registration
