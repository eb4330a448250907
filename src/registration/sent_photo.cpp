// SPDX-License-Identifier: Apache-2.0

#include "registration/sent_photo.hpp"

#include "document/photo.hpp"
#include "registration/photo_store.hpp"

namespace sala::registration {

std::any portrait_sent(const web::BeforeTurn& before)
{
    const auto* file = before.form.upload("photo");
    return document::portrait_of(file ? std::string_view(file->bytes) : std::string_view());
}

Allowed keep_photo_sent(web::Desk& desk, std::int64_t forum, Id<Registration> person,
                        const web::Form& form)
{
    if (!form.ticked("agreed"))
        return invalid("agreed", "agreement-needed",
                       "Without the agreement of the person no photo is kept. The badge is then "
                       "printed without one.");
    const auto& portrait = desk.prepared<Result<std::string>>();
    if (!portrait)
        return portrait.refusal();
    made_signing_key(desk.session(), forum, desk.now());
    desk.record(
        Photo{forum, desk.next_id<Photo>(), person, *portrait, desk.visitor().login, desk.now()});
    return allowed();
}

}  // namespace sala::registration
