-- SPDX-License-Identifier: Apache-2.0
-- A host may ask several delegations to one meeting: guest, guest-2, guest-3 … each with its own
-- answer. What knew two sides knows any number now.

-- Who is asked, the host too. `meeting.guest` is the first of the guests.
CREATE TABLE meeting_party (
    forum      BIGINT NOT NULL,
    meeting    BIGINT NOT NULL,
    side       TEXT NOT NULL,
    delegation BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, side),
    UNIQUE (forum, meeting, delegation),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
CREATE INDEX meeting_party_of ON meeting_party (forum, delegation);
INSERT INTO meeting_party (forum, meeting, side, delegation)
    SELECT forum, id, 'host', host FROM meeting;
INSERT INTO meeting_party (forum, meeting, side, delegation)
    SELECT forum, id, 'guest', guest FROM meeting;

-- The same tables as before, with any side.
CREATE TABLE meeting_act_of_any (
    forum      BIGINT NOT NULL,
    meeting    BIGINT NOT NULL,
    number     BIGINT NOT NULL,
    step       TEXT NOT NULL CHECK (step IN ('ask', 'accept', 'decline', 'propose', 'confirm',
                                             'withdraw')),
    side       TEXT NOT NULL,
    own        BIGINT NOT NULL CHECK (own IN (0, 1)),
    on_behalf  BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    slots      BIGINT NOT NULL,
    with_heads BIGINT NOT NULL CHECK (with_heads IN (0, 1)),
    pair       TEXT NOT NULL,
    expires    BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
INSERT INTO meeting_act_of_any (forum, meeting, number, step, side, own, on_behalf, slots, with_heads,
                                pair, expires, by_login, at)
    SELECT forum, meeting, number, step, side, own, on_behalf, slots, with_heads, pair, expires,
           by_login, at FROM meeting_act;
CREATE TABLE meeting_words_of_any (
    forum   BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    words   TEXT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting, number) REFERENCES meeting_act_of_any (forum, meeting, number)
);
INSERT INTO meeting_words_of_any (forum, meeting, number, words)
    SELECT forum, meeting, number, words FROM meeting_words;
DROP TABLE meeting_words;
DROP TABLE meeting_act;
ALTER TABLE meeting_act_of_any RENAME TO meeting_act;
ALTER TABLE meeting_words_of_any RENAME TO meeting_words;

CREATE TABLE meeting_company_of_any (
    forum       BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    meeting     BIGINT NOT NULL,
    side        TEXT NOT NULL,
    people      TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    by_login    BIGINT REFERENCES login (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
INSERT INTO meeting_company_of_any (forum, id, meeting, side, people, interpreter, by_login, at)
    SELECT forum, id, meeting, side, people, interpreter, by_login, at FROM meeting_company;
DROP TABLE meeting_company;
ALTER TABLE meeting_company_of_any RENAME TO meeting_company;
CREATE INDEX meeting_company_of ON meeting_company (forum, meeting, id);

CREATE TABLE terms_revision_of_any (
    forum     BIGINT NOT NULL,
    meeting   BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    side      TEXT NOT NULL,
    on_behalf BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login  BIGINT REFERENCES login (id),
    at        BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
INSERT INTO terms_revision_of_any (forum, meeting, number, side, on_behalf, by_login, at)
    SELECT forum, meeting, number, side, on_behalf, by_login, at FROM terms_revision;
CREATE TABLE terms_words_of_any (
    forum   BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    items   TEXT NOT NULL,
    PRIMARY KEY (forum, meeting, number),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision_of_any (forum, meeting, number)
);
INSERT INTO terms_words_of_any (forum, meeting, number, items)
    SELECT forum, meeting, number, items FROM terms_words;
CREATE TABLE terms_seen_of_any (
    forum    BIGINT NOT NULL,
    meeting  BIGINT NOT NULL,
    side     TEXT NOT NULL,
    number   BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, side, number),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision_of_any (forum, meeting, number)
);
INSERT INTO terms_seen_of_any (forum, meeting, side, number, by_login, at)
    SELECT forum, meeting, side, number, by_login, at FROM terms_seen;
CREATE TABLE terms_confirmation_of_any (
    forum     BIGINT NOT NULL,
    meeting   BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    side      TEXT NOT NULL,
    hash      TEXT NOT NULL,
    head      TEXT NOT NULL,
    on_behalf BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login  BIGINT REFERENCES login (id),
    at        BIGINT NOT NULL,
    PRIMARY KEY (forum, meeting, number, side),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision_of_any (forum, meeting, number)
);
INSERT INTO terms_confirmation_of_any (forum, meeting, number, side, hash, head, on_behalf, by_login,
                                       at)
    SELECT forum, meeting, number, side, hash, head, on_behalf, by_login, at FROM terms_confirmation;
DROP TABLE terms_confirmation;
DROP TABLE terms_seen;
DROP TABLE terms_words;
DROP TABLE terms_revision;
ALTER TABLE terms_revision_of_any RENAME TO terms_revision;
ALTER TABLE terms_words_of_any RENAME TO terms_words;
ALTER TABLE terms_seen_of_any RENAME TO terms_seen;
ALTER TABLE terms_confirmation_of_any RENAME TO terms_confirmation;

CREATE TABLE agreement_kind_of_any (
    forum    BIGINT NOT NULL,
    id       BIGINT NOT NULL,
    meeting  BIGINT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('nothing-signed', 'letter-of-intent', 'mou', 'project',
                                           'sister-city')),
    side     TEXT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
INSERT INTO agreement_kind_of_any (forum, id, meeting, kind, side, by_login, at)
    SELECT forum, id, meeting, kind, side, by_login, at FROM agreement_kind;
DROP TABLE agreement_kind;
ALTER TABLE agreement_kind_of_any RENAME TO agreement_kind;
CREATE INDEX agreement_kind_of ON agreement_kind (forum, meeting, id);

CREATE TABLE meeting_outcome_of_any (
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    meeting    BIGINT NOT NULL,
    side       TEXT NOT NULL,
    took_place BIGINT NOT NULL CHECK (took_place IN (0, 1)),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);
INSERT INTO meeting_outcome_of_any (forum, id, meeting, side, took_place, by_login, at)
    SELECT forum, id, meeting, side, took_place, by_login, at FROM meeting_outcome;
CREATE TABLE meeting_record_of_any (
    forum     BIGINT NOT NULL,
    outcome   BIGINT NOT NULL,
    words     TEXT NOT NULL,
    next_step TEXT NOT NULL,
    PRIMARY KEY (forum, outcome),
    FOREIGN KEY (forum, outcome) REFERENCES meeting_outcome_of_any (forum, id)
);
INSERT INTO meeting_record_of_any (forum, outcome, words, next_step)
    SELECT forum, outcome, words, next_step FROM meeting_record;
DROP TABLE meeting_record;
DROP TABLE meeting_outcome;
ALTER TABLE meeting_outcome_of_any RENAME TO meeting_outcome;
ALTER TABLE meeting_record_of_any RENAME TO meeting_record;
CREATE INDEX meeting_outcome_of ON meeting_outcome (forum, meeting, id);
