// SPDX-License-Identifier: Apache-2.0
//
// A focal point gives the role to a colleague and lays it down: the delegation is never without,
// and what waits for the first goes to the second. A colleague with whom they share it has it
// already; then it is only laid down.

#include "forum/letter_for_role.hpp"
#include "registration/decided_letter.hpp"
#include "registration/handing_over.view.hpp"
#include "registration/take_answer.hpp"
#include "web/login_streams.hpp"

namespace sala::registration {

static Result<web::Reply> hand_over(web::Desk& desk, const Delegation& delegation,
                                    const web::Form& form);

web::Verb hand_over_delegation()
{
    return {.path = "POST /{forum}/delegations/{delegation}/hand-over",
            .allow = forum::focal_points,
            .form = fields_of_handing_over(),
            .run = web::on<Delegation>(hand_over)};
}

Result<web::Reply> hand_over(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    if (web::plain_address(form["again"]) != web::plain_address(form["address"]))
        return invalid("again", "addresses-differ",
                       "This is not the same address as above. Please look at both.");
    const auto given = give_focal_point(desk, delegation, form);
    if (!given)
        return given.refusal();
    // Whoever shared the role was told already.
    const auto to =
        given->had_it ? std::nullopt : focal_point_at(desk.session(), delegation, form["address"]);
    for (const auto id : given->own) {
        desk.record(forum::Withdrawal{delegation.forum.id, id, desk.visitor().login, desk.now()});
        for (const auto& [was, copy] : forum::pass_on(desk, delegation.forum.id, id, to))
            note_copied_letter(desk.session(), delegation.forum.id, was, copy);
    }
    desk.again(web::of_login(desk.visitor().login));
    return desk.go(given->own.empty() ? delegation.address()
                                      : delegation.forum.address() + "/handed-over");
}

}  // namespace sala::registration
