// SPDX-License-Identifier: Apache-2.0

#include "web/step_words.hpp"

#include "script/normal.hpp"
#include "web/page.hpp"

#include <map>

namespace sala::web {

static const std::map<std::string, Sentence, std::less<>>& all_steps()
{
    static const std::map<std::string, Sentence, std::less<>> words{
        {"submit", tr("submitted")},
        {"give-back", tr("sent back")},
        {"approve", tr("approved")},
        {"wait", tr("left to wait")},
        {"refuse", tr("refused")},
        {"withdraw", tr("withdrawn")},
        {"change", tr("changed")},
        {"reconsider", tr("taken up again")},
        {"made", tr("made")},
        {"left", tr("left as it is")},
        {"joined", tr("joined with a later one")},
        {"called-off", tr("called off")},
        {"replaced", tr("badge replaced by a new one")},
        {"revoked", tr("badge revoked")},
        {"secretariat", tr("Secretariat")},
        {"chair", tr("Chair")},
        {"focal-point", tr("Focal point")},
        {"delegate", tr("Delegate")},
        {"interpreter", tr("Interpreter")},
        {"door", tr("Door")},
        {"press", tr("Press")},
        {"observer", tr("Observer")},
        {"ask", tr("asked")},
        {"accept", tr("accepted")},
        {"decline", tr("declined")},
        {"propose", tr("something else proposed")},
        {"confirm", tr("confirmed")},
        {"planned", tr("planned")},
        {"moved", tr("moved")},
        {"taken-off", tr("taken off")},
        {"pinned", tr("pinned")},
        {"unpinned", tr("no longer pinned")},
        {"anew", tr("anew")},
        {"fewest-changes", tr("as few changes as possible")},
        {"fill-gaps", tr("gaps filled only")},
        {"open", tr("opened")},
        {"close", tr("closed")},
        {"enter", tr("entered in the list")},
        {"order", tr("list put in order")},
        {"move", tr("moved in the list")},
        {"swap", tr("two changed places")},
        {"give", tr("floor given")},
        {"start", tr("clock started")},
        {"pause", tr("clock stopped")},
        {"resume", tr("clock went on")},
        {"end", tr("speech ended")},
        {"take-back", tr("floor taken back")},
        {"pass", tr("passed over")},
        {"restore", tr("put back in the list")},
        {"substitute", tr("speaker replaced")},
        {"close-list", tr("list closed")},
        {"reopen-list", tr("list opened again")},
        {"add-time", tr("time added")},
        {"rule", tr("ruled on a point")},
        {"defer", tr("put off")},
        {"hand-over", tr("chair handed over")},
        {"message", tr("message shown")},
        {"undo", tr("undone")},
        {"correct", tr("record corrected")},
    };
    return words;
}

std::optional<Sentence> step_words(std::string_view step)
{
    const auto found = all_steps().find(step);
    return found == all_steps().end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> steps_said(const std::string& words)
{
    const auto sought = script::searchable(words);
    std::vector<std::string> steps;
    for (const auto& [step, sentence] : all_steps())
        for (const auto& language : interface_languages())
            if (script::searchable(Reader{language}.say(sentence)).find(sought) !=
                std::string::npos) {
                steps.push_back(step);
                break;
            }
    return steps;
}

}  // namespace sala::web
