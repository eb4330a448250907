-- SPDX-License-Identifier: Apache-2.0
-- A head stands by terms between certain delegations. When one of them leaves before all have
-- confirmed, those who stay confirm anew, and what they said first stays on record.

-- What stands there when this step is done is sealed as it is at that moment.
INSERT INTO sealed (number, salt, lines, hash) VALUES (0, '', '', '')
ON CONFLICT (number) DO NOTHING;

-- The head of a side stands by a revision. It is frozen when as many stand by the same hash as the
-- hash names parties.
CREATE TABLE head_confirmation (
    forum     BIGINT NOT NULL,
    meeting   BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    side      TEXT NOT NULL,
    hash      TEXT NOT NULL,
    parties   BIGINT NOT NULL,   -- how many delegations the hash is over
    head      TEXT NOT NULL,     -- "person/12", "registration/34"; empty: nobody is named
    on_behalf BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
    by_login  BIGINT REFERENCES login (id),
    at        BIGINT NOT NULL,
    post      TEXT NOT NULL,     -- of the head at that moment, as JSON; empty: not kept
    PRIMARY KEY (forum, meeting, number, side, hash),
    FOREIGN KEY (forum, meeting, number) REFERENCES terms_revision (forum, meeting, number)
);
INSERT INTO head_confirmation (forum, meeting, number, side, hash, parties, head, on_behalf, by_login,
                               at, post)
    SELECT c.forum, c.meeting, c.number, c.side, c.hash,
           (SELECT COUNT(*) FROM meeting_party q WHERE q.forum = c.forum AND q.meeting = c.meeting
            AND NOT EXISTS (SELECT 1 FROM meeting_act e WHERE e.forum = q.forum AND e.meeting =
            q.meeting AND e.side = q.side AND e.side <> 'host' AND e.step IN ('decline', 'withdraw')
            AND e.at <= c.at)),
           c.head, c.on_behalf, c.by_login, c.at, ''
    FROM terms_confirmation c;
DROP TABLE terms_confirmation;
