-- SPDX-License-Identifier: Apache-2.0
-- Who was invited to a forum and what they answered. Acts hold numbers; names, addresses and free
-- words stand in tables of their own beside them and can be deleted without a hole in the record.

-- How a forum registers. The newest row counts, the older ones say what was asked before.
CREATE TABLE registration_rules (
    forum       BIGINT NOT NULL REFERENCES forum (id),
    id          BIGINT NOT NULL,
    answer_by   TEXT NOT NULL,   -- a day, or empty
    register_by TEXT NOT NULL,   -- a day, or empty; afterwards changes are asked for
    letter      TEXT NOT NULL,   -- texts with places such as {delegation}; empty: the house's own
    signature   TEXT NOT NULL,
    by_login    BIGINT REFERENCES login (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);

-- The delegation is a row of its sheet. As with roles, taking it off the sheet is not held back.
CREATE TABLE invitation (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    UNIQUE (forum, delegation)
);
CREATE TABLE invitation_recipient (
    forum      BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    name       TEXT NOT NULL,
    address    TEXT NOT NULL,
    language   TEXT NOT NULL,
    PRIMARY KEY (forum, invitation),
    FOREIGN KEY (forum, invitation) REFERENCES invitation (forum, id)
);

-- Each time the letter goes out it has a link of its own; the newest alone opens the answer.
CREATE TABLE invitation_link (
    token_hash TEXT PRIMARY KEY,
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    reminds    BIGINT NOT NULL CHECK (reminds IN (0, 1)),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (forum, invitation) REFERENCES invitation (forum, id)
);
CREATE INDEX invitation_link_of ON invitation_link (forum, invitation, id);
CREATE TABLE invitation_link_use (
    token_hash TEXT PRIMARY KEY REFERENCES invitation_link (token_hash),
    at         BIGINT NOT NULL
);

-- by_login: the secretariat that noted it on behalf of the delegation; none: through the link.
CREATE TABLE invitation_answer (
    forum      BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    invitation BIGINT NOT NULL,
    comes      BIGINT NOT NULL CHECK (comes IN (0, 1)),
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, invitation) REFERENCES invitation (forum, id)
);
CREATE INDEX invitation_answer_of ON invitation_answer (forum, invitation, id);
CREATE TABLE invitation_answer_words (
    forum         BIGINT NOT NULL,
    answer        BIGINT NOT NULL,
    head          TEXT NOT NULL,
    people        BIGINT NOT NULL,
    focal_name    TEXT NOT NULL,
    focal_address TEXT NOT NULL,
    remark        TEXT NOT NULL,
    PRIMARY KEY (forum, answer),
    FOREIGN KEY (forum, answer) REFERENCES invitation_answer (forum, id)
);
