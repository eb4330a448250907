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
        {"listing", "follows from the revisions"},
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
        {"login_address", "who somebody is; erased"},
        {"login_subject", "who somebody is; erased"},
        {"login_device", "from where somebody came; erased"},
        {"login_session", "ends by itself and is deleted"},
        {"login_session_end", "deleted with the session"},
        {"sign_in_link", "ends by itself and is deleted"},
        {"sign_in_link_use", "deleted with the link"},
        {"half_sign_in", "ends by itself and is deleted"},
        {"provider_trip", "ends by itself and is deleted"},
        {"passkey_challenge", "ends by itself and is deleted"},
        {"sign_in_attempt", "forgotten after a day"},
        {"login_password", "a secret; replaced"},
        {"login_code_key", "a secret; replaced"},
        {"recovery_code", "a secret; replaced"},
        {"passkey", "a secret; counts and is removed"},
        {"passkey_owner", "a secret; removed"},
        {"letter_secret", "words that go when the letter has left"},
        {"invitation_recipient", "words of people; erased"},
        {"invitation_answer_words", "words of people; erased"},
        {"registration_person", "words of people; changed and erased"},
        {"registration_reason", "words of people; erased"},
        {"registration_proposal_words", "words of people; erased"},
        {"registration_proposal_reason", "words of people; erased"},
        {"asked_answer", "words of people; changed and erased"},
        {"person_photo", "a photo; replaced and erased"},
        {"vehicle_pass_words", "words of people; changed and erased"},
        {"meeting_words", "words of people; erased"},
        {"meeting_record", "words of people; erased"},
        {"terms_words", "words of people; erased; what both confirmed has its hash in an act"},
        {"commitment_words", "words of people; erased"},
        {"floor_words", "words of people; erased"},
        {"floor_ballot_words", "words of people; erased"},
        {"inscription_words", "words of people; erased"},
        {"speech_file", "words of people; replaced and erased"},
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
        {"login.name", "who somebody is; erased"},
        {"api_token.name", "words of people; erased"},
        {"letter.to_address", "who somebody is; erased"},
        {"letter.to_name", "who somebody is; erased"},
        {"letter.subject", "words to people; erased"},
        {"letter.body", "words to people; erased"},
        {"letter.unsubscribe", "a link of the letter's reader"},
        {"letter_act.detail", "what another server said, perhaps of an address"},
        {"letter_return.reason", "what another server said, perhaps of an address; erased"},
        {"invitation_link.letter", "noted when the letter is written"},
        {"registration_revision.before", "words of people; erased"},
        {"registration_revision.after", "words of people; erased"},
        {"meeting_company.people", "words of people; erased"},
        {"meeting_company.interpreter", "words of people; erased"},
        {"floor_screen_aim.words", "words of people; erased"},
    };
    return why;
}

}  // namespace sala
