// SPDX-License-Identifier: Apache-2.0

#include "mail/outbox.hpp"

#include "mail/standing.hpp"

#include <algorithm>
#include <array>

namespace sala::mail {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 7> words{"prepared", "approved", "sending", "sent",
                                                "failed",   "given-up", "dropped"};
constexpr std::array<std::chrono::milliseconds, 5> pauses{1min, 5min, 30min, 2h, 8h};

// Who stopped in the middle of sending cannot tell whether it arrived. We try again; the
// Message-ID is the same, so a mailbox may notice.
constexpr std::chrono::milliseconds sending_time_max = 15min;

const std::string select_kept = R"(
    SELECT letter.id, letter.forum, letter.to_address, letter.to_name, letter.subject, letter.body,
           letter.language, letter.reason, letter.created_at, last.what, last.at, last.detail,
           (SELECT COUNT(*) FROM letter_act AS f
             WHERE f.letter = letter.id AND f.what = 'failed' AND f.number >
                   (SELECT COALESCE(MAX(a.number), 0) FROM letter_act AS a
                     WHERE a.letter = letter.id AND a.what = 'approved'))
      FROM letter JOIN letter_act AS last ON last.letter = letter.id
     WHERE last.number = (SELECT MAX(l.number) FROM letter_act AS l WHERE l.letter = letter.id)
)";

std::vector<Kept> kept(store::Session& session, const std::string& where, const auto&... values)
{
    using std::int64_t, std::string;
    std::vector<Kept> all;
    for (auto& [id, forum, to_address, to_name, subject, body, language, reason, created_at, what,
                at, detail, failures] :
         session.select<int64_t, std::optional<int64_t>, string, string, string, string, string,
                        string, int64_t, string, int64_t, string, int64_t>(select_kept + where,
                                                                           values...)) {
        const auto state = std::find(words.begin(), words.end(), what) - words.begin();
        all.push_back(
            {.id = Id<Letter>{id},
             .letter = {.forum = forum.value_or(0),
                        .to_address = std::move(to_address),
                        .to_name = std::move(to_name),
                        .subject = std::move(subject),
                        .body = std::move(body),
                        .language = Language::named(language).value_or(Language::english()),
                        .reason = std::move(reason)},
             .created_at = Instant{created_at},
             .state = static_cast<LetterState>(state),
             .since = Instant{at},
             .detail = std::move(detail),
             .failures = failures});
    }
    return all;
}

void note(store::Session& session, Id<Letter> id, LetterState what, Instant at,
          std::string_view detail)
{
    const auto last = session.find<std::int64_t>(
        "SELECT COALESCE(MAX(number), 0) FROM letter_act WHERE letter = :letter", id);
    session.run("INSERT INTO letter_act (letter, number, what, at, detail) "
                "VALUES (:letter, :number, :what, :at, :detail)",
                id, std::get<0>(*last) + 1, word(what), at, detail);
}

void forget_secret(store::Session& session, Id<Letter> id)
{
    session.run("DELETE FROM letter_secret WHERE letter = :letter", id);
}

// Those that a postman may still have to carry. The list is short: whatever left is not in it.
// Somebody stands at the door and waits for those about a login, so they go before all others.
std::vector<Kept> waiting(store::Session& session)
{
    return kept(session, "AND last.what IN ('approved', 'failed', 'sending') ORDER BY CASE WHEN "
                         "letter.forum IS NULL THEN 0 ELSE 1 END, letter.id");
}

// When it should leave; nothing when it should not.
std::optional<Instant> due_at(const Kept& letter)
{
    switch (letter.state) {
    case LetterState::approved:
        return letter.since;
    case LetterState::sending:
        return letter.since + sending_time_max;
    case LetterState::failed:
        if (const auto pause = pause_after(letter.failures))
            return letter.since + *pause;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

Result<Kept> still_here(store::Session& session, Id<Letter> id)
{
    auto letter = find(session, id);
    if (!letter)
        return missing("no-such-letter", "There is no such letter in the outbox.");
    if (letter->state == LetterState::sent || letter->state == LetterState::sending)
        return conflict("letter-already-left", "This letter has already left.");
    if (letter->state == LetterState::dropped)
        return conflict("letter-dropped", "This letter was dropped and stays so. Write a new one.");
    return *std::move(letter);
}

}  // namespace

std::string_view word(LetterState state) { return words[static_cast<std::size_t>(state)]; }

std::optional<std::chrono::milliseconds> pause_after(std::int64_t failures)
{
    if (failures < 1 || failures > static_cast<std::int64_t>(pauses.size()))
        return std::nullopt;
    return pauses[static_cast<std::size_t>(failures - 1)];
}

Id<Letter> prepare(store::Session& session, const Letter& letter, Instant now, Numbering& numbering)
{
    const Id<Letter> id{numbering.next(now.milliseconds())};
    prepare(session, letter, now, id, {});
    return id;
}

void prepare(store::Session& session, const Letter& letter, Instant now, Id<Letter> id,
             std::string_view unsubscribe)
{
    if (const auto may = can_be_sent(letter); !may)
        throw Fault("a letter that cannot be sent was prepared: " +
                    may.refusal().sentence.english());
    const auto forum = letter.forum ? std::optional(letter.forum) : std::nullopt;
    session.run(
        "INSERT INTO letter (id, forum, to_address, to_name, subject, body, language, reason, "
        "created_at, unsubscribe) VALUES (:id, :forum, :to_address, :to_name, :subject, :body, "
        ":language, :reason, :created_at, :unsubscribe)",
        id, forum, letter.to_address, letter.to_name, letter.subject, letter.body,
        letter.language.tag(), letter.reason, now, unsubscribe);
    if (!letter.secret.empty())
        session.run("INSERT INTO letter_secret (letter, words) VALUES (:letter, :words)", id,
                    letter.secret);
    note(session, id, LetterState::prepared, now, "");
}

std::vector<Kept> list(store::Session& session, std::optional<std::int64_t> forum, int at_most)
{
    if (forum)
        return kept(session, "AND letter.forum = :forum ORDER BY letter.id DESC LIMIT :at_most",
                    *forum, at_most);
    return kept(session, "ORDER BY letter.id DESC LIMIT :at_most", at_most);
}

std::vector<Kept> letters_numbered(store::Session& session, const std::vector<Id<Letter>>& ids)
{
    std::string numbers = "0";  // numbers of ours, never words of others
    for (const auto& id : ids)
        numbers += "," + id.word();
    return kept(session, "AND letter.id IN (" + numbers + ") ORDER BY letter.id DESC");
}

std::optional<Kept> find(store::Session& session, Id<Letter> id)
{
    auto found = kept(session, "AND letter.id = :id", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Allowed approve(store::Session& session, Id<Letter> id, std::string_view by, Instant now)
{
    const auto letter = still_here(session, id);
    if (!letter)
        return letter.refusal();
    // Approved twice is approved; a letter between two attempts is tried at once.
    if (letter->state != LetterState::approved)
        note(session, id, LetterState::approved, now, by);
    return allowed();
}

Allowed drop(store::Session& session, Id<Letter> id, std::string_view by, Instant now)
{
    const auto letter = still_here(session, id);
    if (!letter)
        return letter.refusal();
    note(session, id, LetterState::dropped, now, by);
    forget_secret(session, id);
    return allowed();
}

void forget_words(store::Session& session, Id<Letter> id, Instant now)
{
    static_cast<void>(drop(session, id, "", now));
    forget_secret(session, id);
    forget_reasons(session, id);
    // What the other mail server answered may name the address.
    session.run("UPDATE letter_act SET detail = '' WHERE letter = :letter AND what NOT IN "
                "('approved', 'dropped')",
                id);
    session.run("UPDATE letter SET to_address = '', to_name = '', subject = '', body = '' WHERE "
                "id = :letter",
                id);
}

std::vector<Kept> due(store::Session& session, Instant now, std::size_t at_most)
{
    auto all = waiting(session);
    std::erase_if(all, [&](const Kept& letter) {
        const auto at = due_at(letter);
        return !at || *at > now;
    });
    if (all.size() > at_most)
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(at_most), all.end());
    return all;
}

std::optional<Instant> next_due(store::Session& session, Instant now)
{
    std::optional<Instant> next;
    for (const auto& letter : waiting(session))
        if (const auto at = due_at(letter))
            next = next ? std::min(*next, std::max(*at, now)) : std::max(*at, now);
    return next;
}

bool take(store::Session& session, Id<Letter> id, Instant now)
{
    const auto letter = find(session, id);
    const auto at = letter ? due_at(*letter) : std::nullopt;
    if (!at || *at > now)
        return false;
    note(session, id, LetterState::sending, now, "");
    return true;
}

void note_sent(store::Session& session, Id<Letter> id, std::string_view answer, Instant now)
{
    note(session, id, LetterState::sent, now, answer);
    forget_secret(session, id);
}

void note_failed(store::Session& session, Id<Letter> id, std::string_view answer, bool final,
                 Instant now)
{
    note(session, id, LetterState::failed, now, answer);
    const auto letter = find(session, id);
    if (final || !letter || !pause_after(letter->failures)) {
        note(session, id, LetterState::given_up, now, answer);
        forget_secret(session, id);
    }
    // The other side refused it for good: it came back before it was there.
    if (final && answer.starts_with('5'))
        note_return(session, {id, std::string(answer), {}, now});
}

std::string secret_of(store::Session& session, Id<Letter> id)
{
    const auto held =
        session.find<std::string>("SELECT words FROM letter_secret WHERE letter = :letter", id);
    return held ? std::get<0>(*held) : std::string{};
}

}  // namespace sala::mail
