-- SPDX-License-Identifier: Apache-2.0
-- Letters that leave by e-mail, and what became of each.

CREATE TABLE letter (
    id         BIGINT PRIMARY KEY,
    forum      BIGINT,            -- the forum it is about; NULL: the server itself
    to_address TEXT NOT NULL,
    to_name    TEXT NOT NULL,     -- may be ''
    subject    TEXT NOT NULL,
    body       TEXT NOT NULL,     -- plain text
    language   TEXT NOT NULL,
    reason     TEXT NOT NULL,     -- why it was written, such as declined_letter
    created_at BIGINT NOT NULL
);
CREATE INDEX letter_by_forum ON letter (forum, id);

-- The last of a letter's acts is its state. Rows are inserted, never changed.
CREATE TABLE letter_act (
    letter BIGINT NOT NULL REFERENCES letter (id),
    number BIGINT NOT NULL,       -- 1, 2, 3 ... of this letter
    what   TEXT NOT NULL CHECK (what IN
        ('prepared', 'approved', 'sending', 'sent', 'failed', 'given-up', 'dropped')),
    at     BIGINT NOT NULL,
    detail TEXT NOT NULL,         -- who approved it, or what the other mail server said
    PRIMARY KEY (letter, number)
);
