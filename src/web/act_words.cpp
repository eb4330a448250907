// SPDX-License-Identifier: Apache-2.0

#include "web/act_words.hpp"

#include "web/reader.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace sala::web {

namespace {

using Words = std::map<std::string, Sentence, std::less<>>;

const Words& all_words()
{
    static const Words words{
        {"open_new_forum", tr("Opened a forum")},
        {"sign_in_with_password", tr("Signed in with a password")},
        {"require_code", tr("Changed who has to sign in with a code")},
        {"give_server_role", tr("Made somebody secretary of the server")},
        {"erase_login_of", tr("Erased somebody's login")},
        {"report_lost_device", tr("Noted that a device was lost")},
        {"take_server_role", tr("Took the secretariat of the server from somebody")},
        {"give_code", tr("Gave the code of an app")},
        {"send_sign_in_letter", tr("Asked for a link to sign in")},
        {"confirm_code_setup", tr("Set up signing in with a code")},
        {"begin_code_setup", tr("Began to set up signing in with a code")},
        {"remove_code", tr("Ended signing in with a code")},
        {"renew_code", tr("Changed the telephone that shows the codes")},
        {"erase_myself", tr("Erased their own login")},
        {"set_password", tr("Set a password")},
        {"set_own_name", tr("Changed their own name")},
        {"untie_account", tr("Untied an account of another provider")},
        {"end_other_session", tr("Signed out another device")},
        {"make_api_token", tr("Made a token for a program")},
        {"end_api_token", tr("Ended a program's token")},
        {"sign_out", tr("Signed out")},
        {"go_to_provider", tr("Went to another provider to sign in")},
        {"return_from_provider", tr("Signed in with another provider")},
        {"sign_in", tr("Signed in with a link")},
        {"add_passkey", tr("Added a passkey")},
        {"begin_passkey", tr("Began to add a passkey")},
        {"begin_passkey_sign_in", tr("Began to sign in with a passkey")},
        {"remove_passkey", tr("Removed a passkey")},
        {"sign_in_with_passkey", tr("Signed in with a passkey")},
        {"note_commitment", tr("Noted what became of a commitment")},
        {"add_own_photo", tr("Added their own photo")},
        {"ask_own_letter", tr("Asked for a link to their own registration")},
        {"claim_registration", tr("Claimed their registration")},
        {"edit_own_registration", tr("Changed their own registration")},
        {"give_up_claim", tr("Gave their registration back to the delegation")},
        {"release_claim", tr("Took a registration back from whoever claimed it")},
        {"remove_own_photo", tr("Removed their own photo")},
        {"undo_admission", tr("Took an admission back")},
        {"keep_badge_design", tr("Changed how badges look")},
        {"make_badges", tr("Made badges")},
        {"print_badge_again", tr("Printed a badge again")},
        {"print_outdated_badges", tr("Printed badges anew that were out of date")},
        {"revoke_badge", tr("Revoked a badge")},
        {"tell_head_changes", tr("Told who leads a delegation now")},
        {"start_planning", tr("Started to plan the meetings")},
        {"move_meeting", tr("Moved a meeting")},
        {"pin_meeting", tr("Fixed a meeting to its time")},
        {"publish_plan", tr("Published the plan of meetings")},
        {"stop_planning", tr("Stopped planning the meetings")},
        {"keep_meeting_rules", tr("Changed the rules of meetings")},
        {"write_circular", tr("Wrote a letter to many")},
        {"prepare_circular", tr("Prepared the letters of a letter to many")},
        {"approve_circular", tr("Approved a letter to many")},
        {"decide_many", tr("Decided about many registrations")},
        {"share_delegation", tr("Shared a delegation with a focal point")},
        {"hand_over_delegation", tr("Handed a delegation over to another focal point")},
        {"let_in_focal_point", tr("Let a focal point share what the delegation keeps to itself")},
        {"import_people", tr("Registered people from a sheet")},
        {"ask_meeting", tr("Asked for a meeting")},
        {"answer_meeting", tr("Answered about a meeting")},
        {"choose_agreement", tr("Chose the agreement of a meeting")},
        {"keep_company", tr("Said who comes along to a meeting")},
        {"note_outcome", tr("Noted what came of a meeting")},
        {"revise_terms", tr("Revised the terms of a meeting")},
        {"confirm_terms", tr("Confirmed the terms of a meeting")},
        {"see_terms", tr("Saw the terms of a meeting")},
        {"add_registration", tr("Registered a person")},
        {"edit_registration", tr("Changed a registration")},
        {"match_person", tr("Said which known person is registered")},
        {"add_photo", tr("Added a photo")},
        {"remove_photo", tr("Removed a photo")},
        {"submit_registration", tr("Sent a registration in")},
        {"withdraw_registration", tr("Withdrew a registration")},
        {"keep_preferences", tr("Changed whom a delegation wants to meet")},
        {"submit_delegation", tr("Sent a delegation in")},
        {"keep_times", tr("Changed when a delegation has time")},
        {"add_want", tr("Added a need or an offer")},
        {"keep_want", tr("Changed a need or an offer")},
        {"take_want_away", tr("Took a need or an offer away")},
        {"admit", tr("Let somebody in")},
        {"note_walk_in", tr("Noted somebody who came without registration")},
        {"merge_registrations", tr("Put two registrations together")},
        {"undo_merge", tr("Took two registrations apart again")},
        {"import_sheets", tr("Imported sheets")},
        {"answer_invitation", tr("Answered an invitation")},
        {"invite_delegation", tr("Invited a delegation")},
        {"note_answer", tr("Noted the answer to an invitation")},
        {"send_invitation_again", tr("Sent an invitation again")},
        {"decide_letter", tr("Decided about a letter in the outbox")},
        {"decide_many_letters", tr("Approved several letters in the outbox")},
        {"note_return", tr("Noted that a letter came back")},
        {"keep_registration_rules", tr("Changed the rules of registering")},
        {"set_places", tr("Set how many places a category has")},
        {"ask_question", tr("Added a question of the registration")},
        {"withdraw_question", tr("Ended a question of the registration")},
        {"decide_registration", tr("Decided about a registration")},
        {"erase_registration", tr("Erased who a registration is about")},
        {"withdraw_wish", tr("Called off a change that was asked for")},
        {"withdraw_own_wish", tr("Called off a change of their own registration")},
        {"answer_wish", tr("Answered a change that was asked for")},
        {"release_programme", tr("Released the programme")},
        {"remind_silent", tr("Reminded those who have not answered")},
        {"start_report", tr("Began a report")},
        {"save_report", tr("Saved a report")},
        {"publish_report", tr("Published a report")},
        {"save_section", tr("Saved a section of a report")},
        {"restore_version", tr("Brought back a version of a report")},
        {"grant_role", tr("Gave a role")},
        {"withdraw_role", tr("Took a role back")},
        {"name_screen", tr("Named a screen")},
        {"point_screen", tr("Chose what a screen shows")},
        {"remove_screen", tr("Removed a screen")},
        {"keep_settings", tr("Changed the settings of the forum")},
        {"undo_settings", tr("Undid a change of the settings")},
        {"add_row", tr("Added a row to a sheet")},
        {"keep_row", tr("Changed a row of a sheet")},
        {"take_row_away", tr("Took a row off a sheet")},
        {"undo_change", tr("Undid a change of a row")},
        {"cast_card", tr("Voted with a card")},
        {"lead_floor", tr("Led the floor")},
        {"keep_floor_rules", tr("Changed the rules of the floor")},
        {"inscribe", tr("Inscribed speakers")},
        {"ask_for_floor", tr("Asked for the floor")},
        {"withdraw_request", tr("Took a request for the floor back")},
        {"open_poll", tr("Opened a poll")},
        {"close_poll", tr("Closed a poll")},
        {"correct_record", tr("Corrected the record")},
        {"lead_rehearsal", tr("Led a rehearsal of the floor")},
        {"unsubscribe", tr("Wanted no more letters of a kind")},
        {"add_vehicle", tr("Made a pass for a vehicle")},
        {"end_vehicle", tr("Ended the pass of a vehicle")},
        {"ask_for_pass", tr("Named a vehicle of a delegation")},
        {"change_vehicle", tr("Changed a vehicle of a delegation")},
        {"take_vehicle_away", tr("Took a vehicle of a delegation away")},
        {"give_pass", tr("Gave a vehicle its pass")},
        {"give_passes", tr("Gave passes to all vehicles that waited")},
    };
    return words;
}

std::string small(std::string words)
{
    std::replace(words.begin(), words.end(), '_', ' ');
    std::transform(words.begin(), words.end(), words.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return words;
}

}  // namespace

std::optional<Sentence> act_words(std::string_view verb)
{
    const auto& all = all_words();
    const auto found = all.find(verb);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> acts_said(const std::string& words)
{
    if (act_words(words))
        return {words};
    const auto sought = small(words);
    std::vector<std::string> verbs;
    for (const auto& [verb, sentence] : all_words()) {
        bool says = small(verb).find(sought) != std::string::npos;
        for (const auto& language : interface_languages())
            says = says || small(Reader{language}.say(sentence)).find(sought) != std::string::npos;
        if (says)
            verbs.push_back(verb);
    }
    if (verbs.empty())
        verbs.push_back(words);
    return verbs;
}

}  // namespace sala::web
