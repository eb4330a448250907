// SPDX-License-Identifier: Apache-2.0

#include "web/problem.hpp"

#include "base/fnv.hpp"
#include "base/json.hpp"
#include "web/assets.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <mutex>

namespace sala::web {

namespace {

// No script or style of a page runs unless it comes from our own files.
constexpr char content_policy[] = "default-src 'none'; script-src 'self'; style-src 'self'; "
                                  "font-src 'self'; img-src 'self' data:; "
                                  "connect-src 'self'; form-action 'self'; base-uri 'none'; "
                                  "frame-ancestors 'none'; manifest-src 'self'";

// Tells two versions of a page apart.
std::string fingerprint(std::string_view bytes) { return fmt::format("{:016x}", fnv(bytes)); }

}  // namespace

Reply problem(const Reader& reader, int status, const std::vector<Refusal>& refusals)
{
    auto json = Json::object({{"type", "about:blank"},
                              {"status", status},
                              {"code", refusals.front().code},
                              {"title", reader.say(refusals.front().sentence)}});
    auto fields = Json::array();
    for (const auto& refusal : refusals)
        if (!refusal.field.empty())
            fields.push(Json::object({{"field", refusal.field},
                                      {"code", refusal.code},
                                      {"sentence", reader.say(refusal.sentence)}}));
    if (!fields.items().empty())
        json.set("fields", std::move(fields));
    Reply reply;
    reply.status = status;
    reply.type = "application/problem+json";
    reply.body = json.write() + "\n";
    return reply;
}

void finish(Reply& reply, bool is_public)
{
    if (!reply.header("X-Content-Type-Options").empty())
        return;
    reply.with("X-Content-Type-Options", "nosniff")
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Content-Security-Policy", content_policy)
        .with("Vary", "Accept, Accept-Language, Cookie, Authorization, Accept-Encoding");
    if (reply.header("Referrer-Policy").empty())
        reply.with("Referrer-Policy", "same-origin");
    if (reply.header("Cache-Control").empty())
        reply.with("Cache-Control", is_public && reply.status == 200
                                        ? "public, max-age=0, must-revalidate"
                                        : "private, no-store");
    if (is_public && reply.status == 200 && reply.header("ETag").empty() && reply.stream.empty())
        reply.with("ETag", "\"" + fingerprint(reply.shared ? *reply.shared : reply.body) + "\"");
}

std::optional<Reply> asset_reply(const Request& request)
{
    constexpr std::string_view folder = "/assets/";
    auto name = std::string_view(request.target).substr(folder.size());
    name = name.substr(0, name.find('?'));
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const std::string>, std::less<>> held;
    const auto asset = find_asset(name);
    if (!asset)
        return std::nullopt;
    Reply reply;
    reply.type = asset->type;
    {
        const std::lock_guard lock(mutex);
        auto& bytes = held[std::string(name)];
        if (!bytes)
            bytes = std::make_shared<const std::string>(asset->bytes);
        reply.shared = bytes;
    }
    return reply.with("Cache-Control", "public, max-age=31536000, immutable")
        .with("X-Content-Type-Options", "nosniff");
}

}  // namespace sala::web
