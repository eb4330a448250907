-- SPDX-License-Identifier: Apache-2.0
-- Screens of a forum's halls by their names: the address stays, what is shown is pointed. And where
-- a delegation would rather speak.

CREATE TABLE floor_screen (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    number   BIGINT NOT NULL,   -- 1, 2, 3 ... in the address, never given twice
    name     TEXT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, number)
);
-- What a screen shows; the newest row counts. target: a sitting or a room, without a reference,
-- because those may be taken off the sheet.
CREATE TABLE floor_screen_aim (
    forum    BIGINT NOT NULL,
    id       BIGINT NOT NULL,
    screen   BIGINT NOT NULL,
    what     TEXT NOT NULL CHECK (what IN ('nothing', 'sitting', 'room', 'message', 'removed')),
    target   BIGINT NOT NULL,
    words    TEXT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, screen) REFERENCES floor_screen (forum, number)
);
CREATE INDEX floor_screen_aim_of ON floor_screen_aim (forum, screen, id);

-- The sitting in which the delegation would rather speak; 0: none.
ALTER TABLE inscription ADD COLUMN prefers BIGINT NOT NULL DEFAULT 0;
