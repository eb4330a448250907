// SPDX-License-Identifier: Apache-2.0

#include "web/provider.hpp"

#include "base/json.hpp"
#include "web/id_token.hpp"
#include "web/login_store.hpp"
#include "web/percent.hpp"
#include "web/provider_wire.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <mutex>
#include <semaphore>

namespace sala::web {

namespace {

Refusal away()
{
    return busy("provider-away",
                "The other provider cannot be reached just now. Sign in another way, or try again "
                "in a few minutes.");
}

Refusal refused_by_provider(const char* why)
{
    spdlog::warn("the answer of the provider is not taken: {}", why);
    return forbidden("provider-refused",
                     "The other provider's answer cannot be trusted. Please begin again; if it "
                     "happens again, tell the secretariat.");
}

struct Endpoints {
    std::string authorization;
    std::string token;
    std::string keys;
};

// Whoever waits for the provider holds up a worker, so a provider that hangs holds up two at most,
// and the next ones are told at once.
class PlaceAtProvider {
public:
    PlaceAtProvider() : got_(places().try_acquire()) {}
    ~PlaceAtProvider()
    {
        if (got_)
            places().release();
    }
    PlaceAtProvider(const PlaceAtProvider&) = delete;
    PlaceAtProvider& operator=(const PlaceAtProvider&) = delete;
    bool got() const { return got_; }

private:
    static std::counting_semaphore<2>& places()
    {
        static std::counting_semaphore<2> all{2};
        return all;
    }
    bool got_;
};

// OpenID Connect Discovery 1.0. The document must be of the issuer that was asked.
std::optional<Endpoints> ask_endpoints(const OpenIdProvider& provider)
{
    const auto answer = ask(provider.issuer + "/.well-known/openid-configuration");
    const auto json = answer ? Json::read(*answer) : std::nullopt;
    if (!json || (*json)["issuer"].string() != provider.issuer)
        return std::nullopt;
    Endpoints endpoints{(*json)["authorization_endpoint"].string(),
                        (*json)["token_endpoint"].string(), (*json)["jwks_uri"].string()};
    for (const auto& address : {endpoints.authorization, endpoints.token, endpoints.keys})
        if (!may_be_asked(address))
            return std::nullopt;
    return endpoints;
}

// What the provider said of itself a few minutes ago still holds.
class KeptEndpoints {
public:
    std::optional<Endpoints> of(const std::string& issuer)
    {
        const std::lock_guard lock(mutex_);
        const bool fresh = issuer == issuer_ && Clock::now() < until_;
        return fresh ? std::optional(endpoints_) : std::nullopt;
    }
    void keep(const std::string& issuer, const Endpoints& endpoints)
    {
        const std::lock_guard lock(mutex_);
        issuer_ = issuer;
        endpoints_ = endpoints;
        until_ = Clock::now() + std::chrono::minutes{5};
    }

private:
    using Clock = std::chrono::steady_clock;
    std::mutex mutex_;
    std::string issuer_;
    Endpoints endpoints_;
    Clock::time_point until_;
};

std::optional<Endpoints> endpoints_of(const OpenIdProvider& provider)
{
    static KeptEndpoints kept;
    if (auto known = kept.of(provider.issuer))
        return known;
    auto endpoints = ask_endpoints(provider);
    if (endpoints)
        kept.keep(provider.issuer, *endpoints);
    return endpoints;
}

std::string form_of(std::initializer_list<std::pair<std::string_view, std::string>> fields)
{
    std::string body;
    for (const auto& [name, value] : fields)
        body += (body.empty() ? "" : "&") + std::string(name) + "=" + percent_encoded(value);
    return body;
}

}  // namespace

Trip new_trip() { return {random_token(), random_token(), random_token()}; }

Result<std::string> way_to(const OpenIdProvider& provider, const Trip& trip,
                           const std::string& back_to)
{
    const PlaceAtProvider place;
    const auto endpoints = place.got() ? endpoints_of(provider) : std::nullopt;
    if (!endpoints)
        return away();
    const bool has_query = endpoints->authorization.find('?') != std::string::npos;
    return endpoints->authorization + (has_query ? "&" : "?") +
           form_of({{"response_type", "code"},
                    {"client_id", provider.client},
                    {"redirect_uri", back_to},
                    {"scope", "openid email"},
                    {"state", trip.state},
                    {"nonce", trip.nonce},
                    {"code_challenge", proof_of(trip.verifier)},
                    {"code_challenge_method", "S256"}});
}

Result<Identity> identity_of(const OpenIdProvider& provider, const Trip& trip,
                             const std::string& code, const std::string& back_to, Instant now)
{
    const PlaceAtProvider place;
    const auto endpoints = place.got() ? endpoints_of(provider) : std::nullopt;
    if (!endpoints)
        return away();
    const auto answer = ask_with(endpoints->token,
                                 form_of({{"grant_type", "authorization_code"},
                                          {"code", code},
                                          {"redirect_uri", back_to},
                                          {"code_verifier", trip.verifier},
                                          {"client_id", provider.client}}),
                                 {provider.client, provider.secret});
    if (!answer)
        return refused_by_provider("it gave no token for the code");
    const auto keys = ask(endpoints->keys);
    const auto token = Json::read(*answer);
    const auto key_set = keys ? Json::read(*keys) : std::nullopt;
    if (!token || !key_set)
        return refused_by_provider("it is not JSON");
    const auto claims = claims_of((*token)["id_token"].string(), *key_set);
    if (!claims)
        return refused_by_provider("its signature does not fit");
    if (const auto* wrong =
            wrong_with(*claims, {provider.issuer, provider.client, trip.nonce}, now))
        return refused_by_provider(wrong);
    const bool verified = (*claims)["email_verified"] == Json(true);
    return Identity{(*claims)["sub"].string(),
                    verified ? plain_address((*claims)["email"].string()) : std::string{}};
}

}  // namespace sala::web
