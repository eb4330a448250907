-- SPDX-License-Identifier: Apache-2.0
-- Who a delegation registers, and what was decided. Acts hold numbers alone; what is personal and
-- what was written freely stands in tables of its own and can be deleted.

CREATE TABLE registration (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX registration_of ON registration (forum, delegation, id);

-- What src/registration/particulars.cpp declares, a column each.
CREATE TABLE registration_person (
    forum          BIGINT NOT NULL,
    registration   BIGINT NOT NULL,
    version        BIGINT NOT NULL,
    role           TEXT NOT NULL DEFAULT '',
    category       TEXT NOT NULL DEFAULT '',   -- key of a row of the sheet
    honorific_en   TEXT NOT NULL DEFAULT '',
    name_en        TEXT NOT NULL DEFAULT '',
    honorific_th   TEXT NOT NULL DEFAULT '',
    name_th        TEXT NOT NULL DEFAULT '',
    name_own       TEXT NOT NULL DEFAULT '',
    rank           TEXT NOT NULL DEFAULT '',
    post_en        TEXT NOT NULL DEFAULT '',
    post_th        TEXT NOT NULL DEFAULT '',
    organisation   TEXT NOT NULL DEFAULT '',
    precedence     TEXT NOT NULL DEFAULT '',
    email          TEXT NOT NULL DEFAULT '',
    phone          TEXT NOT NULL DEFAULT '',
    languages      TEXT NOT NULL DEFAULT '',
    interpreting   TEXT NOT NULL DEFAULT '',
    diet           TEXT NOT NULL DEFAULT '',
    arrives_on     TEXT NOT NULL DEFAULT '',
    arrives_at     TEXT NOT NULL DEFAULT '',
    arrives_flight TEXT NOT NULL DEFAULT '',
    leaves_on      TEXT NOT NULL DEFAULT '',
    leaves_at      TEXT NOT NULL DEFAULT '',
    leaves_flight  TEXT NOT NULL DEFAULT '',
    hotel          TEXT NOT NULL DEFAULT '',
    room           TEXT NOT NULL DEFAULT '',
    shares_with    TEXT NOT NULL DEFAULT '',
    visa_letter    TEXT NOT NULL DEFAULT '',
    nationality    TEXT NOT NULL DEFAULT '',
    passport       TEXT NOT NULL DEFAULT '',
    born           TEXT NOT NULL DEFAULT '',
    on_list        TEXT NOT NULL DEFAULT '',
    found_by       TEXT NOT NULL DEFAULT '',   -- derived: the names as they are searched
    PRIMARY KEY (forum, registration),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);

-- on_behalf: the secretariat took a step that is the delegation's.
CREATE TABLE registration_act (
    forum        BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    step         TEXT NOT NULL CHECK (step IN ('submit', 'give-back', 'approve', 'wait', 'refuse',
                                               'withdraw', 'change', 'reconsider')),
    status       TEXT NOT NULL,   -- what it became with this step
    on_behalf    BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_act_of ON registration_act (forum, registration, id);
CREATE TABLE registration_reason (
    forum BIGINT NOT NULL,
    act   BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (forum, act),
    FOREIGN KEY (forum, act) REFERENCES registration_act (forum, id)
);

-- What was written over, so that nothing a delegation entered is lost.
CREATE TABLE registration_revision (
    forum        BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    before       TEXT NOT NULL,   -- JSON, column -> words, of those that changed
    after        TEXT NOT NULL,
    on_behalf    BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_revision_of ON registration_revision (forum, registration, id);

-- A change that a delegation asks for after the last day of registering.
CREATE TABLE registration_proposal (
    forum        BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_proposal_of ON registration_proposal (forum, registration, id);
CREATE TABLE registration_proposal_words (
    forum    BIGINT NOT NULL,
    proposal BIGINT NOT NULL,
    wanted   TEXT NOT NULL,   -- JSON, column -> words, of those that would change
    PRIMARY KEY (forum, proposal),
    FOREIGN KEY (forum, proposal) REFERENCES registration_proposal (forum, id)
);
CREATE TABLE registration_proposal_answer (
    forum    BIGINT NOT NULL,
    proposal BIGINT NOT NULL,
    taken    BIGINT NOT NULL CHECK (taken IN (0, 1)),
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, proposal),
    FOREIGN KEY (forum, proposal) REFERENCES registration_proposal (forum, id)
);

-- How many places a category has; the newest row counts, none means no limit.
CREATE TABLE category_quota (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    category BIGINT NOT NULL,
    places   BIGINT,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);

-- What a forum asks beside the particulars. A question is never changed, but ended and asked anew,
-- so that an answer stays an answer to what was asked.
CREATE TABLE asked_question (
    forum          BIGINT NOT NULL REFERENCES forum (id),
    id             BIGINT NOT NULL,
    category       TEXT NOT NULL,   -- key; empty: asked of everybody
    prompt         TEXT NOT NULL,   -- text
    kind           TEXT NOT NULL CHECK (kind IN ('words', 'yes-no', 'choice')),
    choices        TEXT NOT NULL,   -- one a line
    needed         BIGINT NOT NULL CHECK (needed IN (0, 1)),
    after_approval BIGINT NOT NULL CHECK (after_approval IN (0, 1)),
    if_question    BIGINT,          -- asked only of those who answered that one
    if_answer      TEXT NOT NULL,   -- like this
    by_login       BIGINT REFERENCES login (id),
    at             BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, if_question) REFERENCES asked_question (forum, id)
);
CREATE TABLE asked_question_end (
    forum    BIGINT NOT NULL,
    question BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, question),
    FOREIGN KEY (forum, question) REFERENCES asked_question (forum, id)
);
CREATE TABLE asked_answer (
    forum        BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    question     BIGINT NOT NULL,
    words        TEXT NOT NULL,
    PRIMARY KEY (forum, registration, question),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id),
    FOREIGN KEY (forum, question) REFERENCES asked_question (forum, id)
);

-- Two registrations are one person: `merged` is left out of every list and count while the merge
-- stands. Nothing of it is copied or lost, so undoing is one row.
CREATE TABLE registration_merge (
    forum    BIGINT NOT NULL,
    id       BIGINT NOT NULL,
    kept     BIGINT NOT NULL,
    merged   BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    CHECK (kept <> merged),
    FOREIGN KEY (forum, kept) REFERENCES registration (forum, id),
    FOREIGN KEY (forum, merged) REFERENCES registration (forum, id)
);
CREATE INDEX registration_merge_of ON registration_merge (forum, merged);
CREATE TABLE registration_merge_end (
    forum    BIGINT NOT NULL,
    merge    BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, merge),
    FOREIGN KEY (forum, merge) REFERENCES registration_merge (forum, id)
);

-- Somebody looked and said that this is a person the directory knows. The newest row counts;
-- without a person it takes the earlier one back.
CREATE TABLE registration_match (
    forum        BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    person       BIGINT REFERENCES person (id),
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_match_of ON registration_match (forum, registration, id);
