// SPDX-License-Identifier: Apache-2.0

#include "floor/frame.hpp"

#include "floor/floor.view.hpp"
#include "floor/hall.view.hpp"
#include "floor/hall_json.hpp"
#include "floor/screens.view.hpp"

namespace sala::floor {

namespace {

Html html_for(const std::string& audience, const Reader& reader, const Hall& hall, Instant now)
{
    if (audience == "hall")
        return hall_middle(reader, hall, now);
    if (audience == "lower-third")
        return lower_third(reader, hall, now);
    if (audience == "everybody")
        return floor_middle(reader, hall, now);
    return {};
}

}  // namespace

const std::vector<std::string>& audiences()
{
    static const std::vector<std::string> all{"hall", "lower-third", "everybody", "desk"};
    return all;
}

std::string stream_of(const Hall& hall, const std::string& audience, const Language& language)
{
    return hall.topic() + "|" + audience + "|" + language.tag();
}

std::string floor_of(const std::string& stream)
{
    return stream.starts_with("floor:") ? stream.substr(0, stream.find('|')) : std::string{};
}

std::vector<Frame> frames_of(const Hall& hall, Instant now)
{
    std::vector<Frame> frames;
    for (const auto& audience : audiences())
        for (const auto& language : web::interface_languages()) {
            const Reader reader{language, hall.forum.zone};
            auto json = Json::object({{"version", hall.version()},
                                      {"mark", hall.mark()},
                                      {"now", now.milliseconds()},
                                      {"clock", clock_json(hall.floor, now)},
                                      {"sound", hall.rules.sound}});
            if (audience != "desk")
                json.set("html", html_for(audience, reader, hall, now).markup());
            frames.push_back({stream_of(hall, audience, language), json.write()});
        }
    return frames;
}

std::string stream_of(const NamedScreen& screen, const Language& language)
{
    return screen.topic() + "|hall|" + language.tag();
}

std::vector<Frame> frames_of(const Showing& showing, Instant now)
{
    std::vector<Frame> frames;
    const auto& hall = showing.hall;
    for (const auto& language : web::interface_languages()) {
        const Reader reader{language, showing.screen.forum.zone};
        const auto json = Json::object({{"mark", showing.mark()},
                                        {"now", now.milliseconds()},
                                        {"clock", hall ? clock_json(hall->floor, now) : Json()},
                                        {"sound", hall && hall->rules.sound},
                                        {"html", showing_middle(reader, showing, now).markup()}});
        frames.push_back({stream_of(showing.screen, language), json.write()});
    }
    return frames;
}

}  // namespace sala::floor
