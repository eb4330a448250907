// SPDX-License-Identifier: Apache-2.0

#include "programme/releases_feed.hpp"

#include "document/feed.hpp"
#include "document/uuid.hpp"
#include "web/reader.hpp"

#include <algorithm>

namespace sala::programme {

std::string to_feed(const Text& forum_title, const std::string& slug,
                    const std::vector<Release>& releases, const std::string& public_url,
                    const Language& language)
{
    const web::Reader reader{language};
    document::Feed feed;
    feed.id =
        "urn:uuid:" + document::uuid5(document::uuid_namespace_url, "sala:" + slug + ":releases");
    feed.title = forum_title.words(language);
    feed.subtitle = language.is_thai() ? "กำหนดการที่เผยแพร่" : "Releases of the programme";
    feed.self = public_url + "/" + slug + "/releases.atom";
    feed.address = public_url + "/" + slug + "/releases";
    feed.author = forum_title.words(language);
    feed.language = language.tag();
    for (const auto& release : releases) {
        document::FeedEntry entry;
        entry.id = "urn:uuid:" +
                   document::uuid5(document::uuid_namespace_url,
                                   "sala:" + slug + ":release:" + std::to_string(release.number));
        entry.title = std::to_string(release.number) + ". " + release.name;
        entry.address = public_url + "/" + slug + "/releases";
        entry.published = entry.updated = release.at;
        entry.summary = release.note;
        for (const auto& change : release.changes)
            entry.summary +=
                (entry.summary.empty() ? "" : "\n") + reader.say(sentence_of(change, language));
        feed.entries.push_back(std::move(entry));
        feed.updated = std::max(feed.updated, release.at);
    }
    return document::write_feed(feed);
}

}  // namespace sala::programme
