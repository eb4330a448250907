// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_attestation.hpp"

#include <cbor.h>

#include <cstdlib>
#include <memory>

namespace sala::web {

namespace {

struct Free {
    void operator()(cbor_item_t* item) const { cbor_decref(&item); }
    void operator()(unsigned char* bytes) const { std::free(bytes); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Free>;

std::string text_of(const cbor_item_t* item)
{
    if (!cbor_isa_string(item) || !cbor_string_is_definite(item))
        return {};
    return {reinterpret_cast<const char*>(cbor_string_handle(item)), cbor_string_length(item)};
}

std::string bytes_of(const cbor_item_t* item)
{
    if (!cbor_isa_bytestring(item) || !cbor_bytestring_is_definite(item))
        return {};
    return {reinterpret_cast<const char*>(cbor_bytestring_handle(item)),
            cbor_bytestring_length(item)};
}

std::string written(const cbor_item_t* item)
{
    unsigned char* bytes = nullptr;
    std::size_t room = 0;
    const auto size = cbor_serialize_alloc(item, &bytes, &room);
    const Owned<unsigned char> held(bytes);
    return {reinterpret_cast<const char*>(held.get()), size};
}

}  // namespace

bool is_sound_cbor(std::string_view bytes)
{
    // Each item takes a byte at least, so all lists together cannot hold more items than bytes.
    struct Promised {
        std::size_t room;
        bool is_more = false;

        void take(std::size_t items, std::size_t each)
        {
            is_more = is_more || items > room / each;
            room -= is_more ? 0 : items * each;
        }
    } promised{bytes.size()};
    auto look = cbor_empty_callbacks;
    look.array_start = [](void* held, std::size_t items) {
        static_cast<Promised*>(held)->take(items, 1);
    };
    look.map_start = [](void* held, std::size_t pairs) {
        static_cast<Promised*>(held)->take(pairs, 2);
    };
    while (!bytes.empty() && !promised.is_more) {
        const auto step = cbor_stream_decode(reinterpret_cast<const unsigned char*>(bytes.data()),
                                             bytes.size(), &look, &promised);
        if (step.status != CBOR_DECODER_FINISHED)
            return false;
        bytes.remove_prefix(step.read);
    }
    return !promised.is_more;
}

std::optional<Attestation> read_attestation(std::string_view bytes)
{
    if (!is_sound_cbor(bytes))
        return std::nullopt;
    cbor_load_result read{};
    const Owned<cbor_item_t> whole(
        cbor_load(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), &read));
    if (!whole || !cbor_isa_map(whole.get()) || read.read != bytes.size())
        return std::nullopt;
    Attestation found;
    const auto* pairs = cbor_map_handle(whole.get());
    for (std::size_t i = 0; i < cbor_map_size(whole.get()); ++i) {
        const auto name = text_of(pairs[i].key);
        if (name == "fmt")
            found.format = text_of(pairs[i].value);
        if (name == "authData")
            found.authenticator_data = bytes_of(pairs[i].value);
        if (name == "attStmt" && cbor_isa_map(pairs[i].value)) {
            found.statement = written(pairs[i].value);
            found.statements = cbor_map_size(pairs[i].value);
        }
    }
    return found;
}

}  // namespace sala::web
