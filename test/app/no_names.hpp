// SPDX-License-Identifier: Apache-2.0
//
// Columns in which nobody writes about others, table by table and column by column, each with its
// reason. All others are places in which names of who is erased are looked for
// (registration/places_of_names.hpp).

#pragma once

#include <map>
#include <string>

namespace sala {

// Tables of which no column holds such words.
inline const std::map<std::string, std::string>& tables_without_names()
{
    static const std::string of_forum =
        "a sheet of the forum: its own word, published, and mended in the sheet";
    static const std::string own_words = "words of the program";
    static const std::string secret = "a secret, or its hash";
    static const std::map<std::string, std::string> why{
        {"agenda_item", of_forum},
        {"body", of_forum},
        {"category", of_forum},
        {"city", of_forum},
        {"claim", of_forum},
        {"commitment", of_forum},
        {"country", of_forum},
        {"day", of_forum},
        {"delegate", of_forum},
        {"delegation", of_forum},
        {"desk", of_forum},
        {"document", of_forum},
        {"edition", of_forum},
        {"floor_rule", of_forum},
        {"follow_up", of_forum},
        {"forum", of_forum},
        {"holder", of_forum},
        {"host", of_forum},
        {"interpreting", of_forum},
        {"intervention", of_forum},
        {"network", of_forum},
        {"organisation", of_forum},
        {"passage", of_forum},
        {"person", of_forum},
        {"post", of_forum},
        {"question", of_forum},
        {"report", of_forum},
        {"report_section", of_forum},
        {"river", of_forum},
        {"riverside", of_forum},
        {"room", of_forum},
        {"sitting", of_forum},
        {"source", of_forum},
        {"topic", of_forum},
        {"venue", of_forum},
        {"release", "what was published stays as it was"},
        {"search_entry", "derived from the sheets and what was published"},
        {"search_word", "derived from the sheets and what was published"},
        {"registration_heard", "how a person's own names sound; goes with the person"},
        {"registration_now", "derived from the registration; goes with the person"},

        {"act", "an address without its query, numbers of things and hashes; from where somebody "
                "came is erased with their login"},
        {"admission", "a door, and a mark of a telephone"},
        {"agreement_kind", own_words},
        {"badge_design", "a colour and zones"},
        {"badge_end", own_words},
        {"circular_letter", "kind and number of who gets it"},
        {"commitment_act", own_words},
        {"floor_act", own_words},
        {"floor_ballot", own_words},
        {"floor_rules", "rules of procedure and their numbers"},
        {"floor_secret_card", "a place in the pile, and a card"},
        {"floor_speech", own_words},
        {"inscription", own_words},
        {"listing", "the name of a sheet"},
        {"meeting_act", own_words},
        {"meeting_head_told", "the number of a head"},
        {"meeting_outcome", own_words},
        {"meeting_party", own_words},
        {"meeting_preference", own_words},
        {"meeting_times", "days and hours"},
        {"plan_change", own_words},
        {"plan_release", "numbers of slots and desks"},
        {"plan_run", own_words},
        {"plan_seat", "a kind and a number"},
        {"registration_act", own_words},
        {"registration_proposal_end", own_words},
        {"registration_rules", "days, and what all letters of the forum say and who signs them"},
        {"role_grant", own_words},
        {"head_confirmation", "the number of a head, their post, and a hash"},
        {"terms_revision", own_words},
        {"terms_seen", own_words},

        {"login_rename", "what its owner was called; erased with the login"},
        {"api_token", "what its owner calls it; erased with the login"},
        {"door_key", secret},
        {"half_sign_in", secret},
        {"invitation_link", secret},
        {"invitation_link_use", secret},
        {"letter_secret", "the link in a letter that has not left; goes when it has"},
        {"login", "who somebody is themselves; web/rename_login.hpp"},
        {"login_address", "who somebody is themselves; erased with the login"},
        {"login_code_key", secret},
        {"login_device", secret},
        {"login_password", secret},
        {"login_role", own_words},
        {"login_session", "a secret, and from where its owner came; ends by itself"},
        {"login_session_end", secret},
        {"login_subject", "who somebody is themselves; erased with the login"},
        {"passkey", "what its owner calls it; erased with the login"},
        {"passkey_challenge", secret},
        {"passkey_owner", secret},
        {"person_photo", "a picture; erased with the person"},
        {"provider_trip", secret},
        {"recovery_code", secret},
        {"sign_in_attempt", "forgotten after a day"},
        {"sign_in_link", secret},
        {"sign_in_link_use", secret},
        {"sign_in_wish", "answered by the postman's next round and deleted"},

        {"migration", "the store's own"},
        {"sealed", "digests and salts"},
        {"sealed_salt", "digests and salts"},
        {"server_setting", "what the server is told to do"},
        {"writer", "the store's own"},
    };
    return why;
}

// Columns of tables of which others are places of names.
inline const std::map<std::string, std::string>& columns_without_names()
{
    static const std::string own_words = "words of the program";
    static const std::string themselves = "who somebody is themselves; goes with the person";
    static const std::string key = "keys, numbers, days and addresses of pages";
    static const std::map<std::string, std::string> why{
        {"asked_question.category", key},
        {"asked_question.kind", own_words},
        {"circular.audience", own_words},
        {"circular.category", key},
        {"circular.kind", own_words},
        {"circular.status", own_words},
        {"floor_screen_aim.what", own_words},
        {"inscription_words.language", key},
        {"invitation_answer_words.focal_address", "goes with the person whose it alone is"},
        {"invitation_recipient.address", "goes with the person whose it alone is"},
        {"invitation_recipient.language", key},
        {"letter.language", key},
        {"letter.reason", own_words},
        {"letter.to_address", "letters to the address of who is erased are emptied"},
        {"letter.unsubscribe", "a secret"},
        {"letter_act.detail", "what a mail server answered; emptied with the letter"},
        {"letter_act.what", own_words},
        {"meeting_company.side", own_words},
        {"need.claims", key},
        {"need.flexible", own_words},
        {"need.key", key},
        {"need.practices", key},
        {"offer.claims", key},
        {"offer.flexible", own_words},
        {"offer.key", key},
        {"offer.practices", key},
        {"plan_run_status.layer", own_words},
        {"plan_run_status.status", own_words},
        {"practice.address", key},
        {"practice.date", key},
        {"practice.key", key},
        {"registration_person.arrives_at", key},
        {"registration_person.arrives_on", key},
        {"registration_person.born", themselves},
        {"registration_person.category", key},
        {"registration_person.email", "an address that several may have; registration/erasing.hpp"},
        {"registration_person.found_by", "derived from the names"},
        {"registration_person.honorific_en", themselves},
        {"registration_person.honorific_th", themselves},
        {"registration_person.leaves_at", key},
        {"registration_person.leaves_on", key},
        {"registration_person.name_en", themselves},
        {"registration_person.name_own", themselves},
        {"registration_person.name_th", themselves},
        {"registration_person.nationality", themselves},
        {"registration_person.on_list", own_words},
        {"registration_person.passport", themselves},
        {"registration_person.precedence", key},
        {"registration_person.role", own_words},
        {"registration_person.visa_letter", own_words},
        {"revision.origin", own_words},
        {"revision.sheet", own_words},
        {"speech_file.content", "a file; goes with its speaker"},
        {"speech_file.kind", own_words},
        {"vehicle_pass_words.plate", "what stands on the vehicle"},
    };
    return why;
}

}  // namespace sala
