// SPDX-License-Identifier: Apache-2.0

#include "forum/role_letter.hpp"

#include "forum/roles.hpp"
#include "web/login_store.hpp"

namespace sala::forum {

mail::Letter role_letter(const web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto& reader = desk.reader();
    const auto title = forum.title.words(reader.language);
    const auto* role = role_named(form["role"]);
    return {.forum = forum.id,
            .to_address = web::plain_address(form["address"]),
            .to_name = form["name"],
            .subject = reader.say(tr("Your role at {forum}", {{"forum", title}})),
            .body = reader.say(tr("Dear {name},", {{"name", form["name"]}})) + "\n\n" +
                    reader.say(tr("The secretariat of {forum} has given you this role: {role}.",
                                  {{"forum", title}, {"role", reader.say(role->name)}})) +
                    "\n" + reader.say(role->may) + "\n\n" +
                    reader.say(tr("Sign in with this e-mail address: {address}",
                                  {{"address", desk.absolute("/login")}})) +
                    "\n",
            .language = reader.language,
            .reason = "role_letter"};
}

}  // namespace sala::forum
