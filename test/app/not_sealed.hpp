// SPDX-License-Identifier: Apache-2.0
//
// What is not sealed, table by table and column by column, each with its reason.

#pragma once

#include <map>
#include <string>

namespace sala {

// Tables that are no acts, and why a change of theirs past Sala is not looked for here.
inline const std::map<std::string, std::string>& other_tables()
{
    static const std::map<std::string, std::string> why{
        {"migration", "the store's own"},
        {"writer", "the store's own; written over"},
        {"sealed", "the seals, a chain"},
        {"sealed_salt", "the seals' own; compared with them"},
        {"search_entry", "derived; check_search"},
        {"search_word", "derived; check_search"},
        {"registration_now", "derived; check_lists"},
        {"registration_heard", "derived; check_lists"},
        {"registration_owner", "derived from claims"},
        {"floor_speech", "derived; check_speeches"},
        {"plan_place", "the draft, which plan_change is the record of"},
        {"plan_seat", "the draft"},
        {"plan_run_status", "how far a run is; written over"},
        {"floor_rehearsal", "how far a rehearsal is; written over"},
        {"floor_secret_card", "laid anew with each card, so that nothing tells who laid which"},
        {"login_subject", "who somebody is; erased"},
        {"login_device", "from where somebody came; erased"},
        {"login_session", "ends by itself and is deleted"},
        {"login_session_end", "deleted with the session"},
        {"sign_in_link", "ends by itself and is deleted"},
        {"sign_in_link_use", "deleted with the link"},
        {"half_sign_in", "ends by itself and is deleted"},
        {"provider_trip", "ends by itself and is deleted"},
        {"passkey_challenge", "ends by itself and is deleted"},
        {"sign_in_wish", "answered by the postman's next round and deleted"},
        {"sign_in_attempt", "forgotten after a day"},
        {"login_password", "a secret; replaced"},
        {"login_code_key", "a secret; replaced"},
        {"recovery_code", "a secret; replaced"},
        {"passkey", "a secret; counts and is removed"},
        {"passkey_owner", "a secret; removed"},
        {"letter_secret", "words that go when the letter has left"},
        {"person_photo", "a picture, too large to be read with every check; replaced and erased"},
    };
    return why;
}

// Columns of tables of acts that no seal is over.
inline const std::map<std::string, std::string>& other_columns()
{
    static const std::map<std::string, std::string> why{
        {"act.address", "sealed by its digest; erased"},
        {"act.address_salt", "goes with the address"},
        {"act.peer", "sealed by its digest; erased"},
        {"act.peer_salt", "goes with the peer"},
        {"letter.unsubscribe", "a link of the letter's reader"},
        {"registration_person.found_by", "derived from the names"},
        {"speech_file.content", "a file, too large to be read with every check"},
        {"invitation_link.letter", "noted when the letter is written"},
    };
    return why;
}

}  // namespace sala
