-- SPDX-License-Identifier: Apache-2.0
-- What lists of thousands of people need at hand. Derived: worked out from the acts, the merges and
-- what was entered; may be emptied, and is filled again when a server starts.

-- How each registration is now, and where it stands in lists.
CREATE TABLE registration_now (
    forum        BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    delegation   BIGINT NOT NULL,
    act          BIGINT,          -- the newest; NULL: none yet
    status       TEXT NOT NULL,   -- what it became with it
    since        BIGINT NOT NULL,
    merged       BIGINT NOT NULL CHECK (merged IN (0, 1)),  -- another one stands for it
    category     TEXT NOT NULL,   -- key
    part         BIGINT NOT NULL, -- in the delegation: 0 is the head
    precedence   BIGINT NOT NULL,
    name         TEXT NOT NULL,
    on_list      BIGINT NOT NULL CHECK (on_list IN (0, 1)),
    PRIMARY KEY (forum, registration),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_now_in_order ON registration_now (forum, merged, status, delegation,
                                                            part, precedence, name, registration);
CREATE INDEX registration_now_counted ON registration_now (forum, merged, category, status);
CREATE INDEX registration_now_known ON registration_now (forum, registration, merged, status);

-- The names of those for whom nobody else stands, as they are compared: each script a row.
CREATE TABLE registration_heard (
    forum        BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    sound        TEXT NOT NULL,   -- empty: nothing is heard of it
    words        TEXT NOT NULL,   -- by the alphabet
    PRIMARY KEY (forum, registration, sound, words),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_heard_sound ON registration_heard (forum, sound, registration);
CREATE INDEX registration_heard_words ON registration_heard (forum, words, registration);

CREATE INDEX registration_arrivals ON registration_person (forum, arrives_on, arrives_at,
                                                           arrives_flight, registration);
CREATE INDEX registration_departures ON registration_person (forum, leaves_on, leaves_at,
                                                             leaves_flight, registration);
CREATE INDEX registration_rooms ON registration_person (forum, hotel, room, registration);
CREATE INDEX registration_diet ON registration_person (forum, registration) WHERE diet <> '';
CREATE INDEX registration_interpreting ON registration_person (forum, registration)
    WHERE (role = 'interpreter' OR interpreting <> '');
CREATE INDEX registration_visas ON registration_person (forum, registration)
    WHERE visa_letter <> '';
CREATE INDEX registration_passports ON registration_person (forum, passport, registration)
    WHERE passport <> '';
